"""A cell that is run first, alone, in a notebook that was just opened."""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from biggerpie.widgets import _words
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

from tools.canonical import ROOT


@dataclass(frozen=True, slots=True)
class Shown:
    """What a cell left: its outputs as text and as HTML, whether it showed a widget, and its error's name."""

    words: str
    html: str
    widget: bool
    error: str


def lone_cells(folder: str, files: str) -> list[Any]:
    """Return notebook and source of every code cell below a folder of the kit, for pytest to take one by one."""
    found = []
    for notebook in sorted((ROOT / folder).glob(files)):
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        name = notebook.relative_to(ROOT / folder).with_suffix("").as_posix().removesuffix("/exercise")
        found += [
            pytest.param(notebook, "".join(cell["source"]), id=f"{name}-{cell['id']}")
            for cell in cells
            if cell["cell_type"] == "code"
        ]
    return found


def run_alone(
    source: str, monkeypatch: pytest.MonkeyPatch, notebook: Path, startup: Path | None = None, *, after: str = ""
) -> Shown:
    """Run a cell in a new shell, in the notebook's folder, as Jupyter's server would start it there.

    `after` is the one cell that ran before.
    """
    monkeypatch.setattr(_words, "_spoken", [])
    monkeypatch.setenv("JPY_SESSION_NAME", str(notebook))
    monkeypatch.chdir(notebook.parent)
    InteractiveShell.clear_instance()
    shell = InteractiveShell.instance()
    shell.history_manager.enabled = False
    if startup:
        shell.safe_execfile(os.fspath(startup), shell.user_ns, raise_exceptions=True)
    if after:
        assert shell.run_cell(after).success
    with capture_output() as captured:
        result = shell.run_cell(source)
    data = [output.data for output in captured.outputs]
    words = "\n".join([captured.stdout, captured.stderr, *(one.get("text/plain", "") for one in data)])
    html = "\n".join(one.get("text/html", "") for one in data)
    widget = any("widget-view+json" in kind for one in data for kind in one)
    error = result.error_before_exec or result.error_in_exec
    return Shown(words, html, widget, type(error).__name__ if error else "")
