"""A simulation in a cell of a lesson, without Jupyter: what is shown there is kept and found again."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from biggerpie.widgets import keeping, showing
from biggerpie.widgets.record import FILE, record_in
from biggerpie.widgets.record.here import Here
from biggerpie.widgets.simulation import Simulation

PLUMBING = {"wish", "record", "wants_still", "layout", "tabbable", "tooltip"}


class Lesson:
    """A lesson's cells, run by hand; each run of a cell is one of its own."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, name: str = "01-a-lesson") -> None:
        """Open the lesson in a folder."""
        self.folder, self.name, self._patch, self._runs = folder, name, monkeypatch, 0
        monkeypatch.chdir(folder)
        monkeypatch.setattr(showing, "display", lambda *_, **__: None)
        self.another_day()

    def run(self, place: str, *shown: Callable[[], Simulation]) -> list[Simulation]:
        """Run a cell that makes and shows simulations, each before anybody touched it."""
        self._runs += 1
        here = Here(self.folder, self.name, place, f"run {self._runs} {id(self)}")
        self._patch.setattr(keeping, "here", lambda: here)
        made = [untouched(make) for make in shown]
        for widget in made:
            widget._ipython_display_()
        return made

    def another_day(self) -> None:
        """Shut the kernel down and start it again."""
        self.end()
        record_in.cache_clear()

    def end(self) -> None:
        """Let the kernel end: what was not written is written."""
        record_in(self.folder).close()

    def record(self) -> dict[str, Any]:
        """What the learner's record holds."""
        self.end()
        data = json.loads((self.folder / FILE).read_text(encoding="utf-8"))
        assert isinstance(data, dict)
        return data


def untouched(make: Callable[[], Simulation]) -> Simulation:
    """The simulation as its constructor leaves it, whatever was done to it after."""
    widget = make()
    widget._settled(widget._start)
    return widget


def touch(widget: Simulation, touched: Simulation) -> None:
    """Do to a simulation at once what was done to another one."""
    assert widget._settled(json.loads(json.dumps(touched.state())))
    widget._keep()


def shown(widget: Simulation) -> dict[str, Any]:
    """All that the browser knows of a simulation, but for the record's own."""
    names = [name for name in widget.keys if name not in PLUMBING and not name.startswith("_")]
    told = json.loads(json.dumps({name: getattr(widget, name) for name in names}))
    assert isinstance(told, dict)
    return told
