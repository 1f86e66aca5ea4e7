"""In which cell of which lesson a simulation stands; where that is not told, nothing is kept."""

import json
from types import SimpleNamespace

import pytest
from biggerpie.widgets.record import FILE
from biggerpie.widgets.record import here as there
from biggerpie.widgets.record.here import lesson_of
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

from .states.payoff_explorer import explorer


class Shell:
    """A kernel's shell that runs a cell."""

    def __init__(self, cell: object, message: str = "m-1") -> None:
        """Run that cell."""
        self.parent = {"metadata": {"cellId": cell}, "header": {"msg_id": message}}

    def get_parent(self) -> dict[str, object]:
        """Return the message that asked for it."""
        return self.parent


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A notebook on the disk, and a function that tells where in it a shell runs a cell."""
    notebook = tmp_path / "renamed.ipynb"
    monkeypatch.setenv("JPY_SESSION_NAME", str(notebook))

    def where(shell: object, **metadata: object) -> tuple[str, ...] | None:
        notebook.write_text(json.dumps({"metadata": metadata}), encoding="utf-8")
        lesson_of.cache_clear()
        monkeypatch.setattr(there, "get_ipython", lambda: shell)
        found = there.here()
        return found and found[1:]

    return where


def test_a_place_is_the_cells_id_in_the_lesson_that_the_notebook_says_it_is(place):
    assert place(Shell("two-issues"), biggerpie={"lesson": "01-both"}) == ("01-both", "two-issues", "m-1")
    assert place(Shell("two-issues")) == ("renamed", "two-issues", "m-1")
    for strange in ("lesson", {"lesson": 1}, {"lesson": "a/b"}, {"lesson": ""}, {}):
        assert place(Shell("two-issues"), biggerpie=strange) == ("renamed", "two-issues", "m-1")


@pytest.mark.parametrize("shell", [None, object(), Shell(None), Shell("vscode-notebook-cell:/a#W0"), Shell("x" * 65)])
def test_where_no_cell_is_told_nothing_is_kept(place, shell):
    assert place(shell) is None


def test_a_notebook_that_is_executed_as_for_marking_finds_and_keeps_nothing(tmp_path, monkeypatch):
    (tmp_path / FILE).write_text("untouched", encoding="utf-8")
    cell = new_code_cell(
        "from biggerpie.widgets import BlameSpiral\nw = BlameSpiral()\ndisplay(w)\n"
        "w.persistence = 7\nprint(w.record['note'])"
    )
    monkeypatch.setenv("JPY_SESSION_NAME", str(tmp_path / "exercise.ipynb"))
    notebook = new_notebook(cells=[cell])
    NotebookClient(notebook, resources={"metadata": {"path": str(tmp_path)}}).execute()
    assert notebook.cells[0].outputs[-1].text == "\n"
    assert (tmp_path / FILE).read_text(encoding="utf-8") == "untouched"


def test_where_the_cell_is_not_told_a_sentence_says_that_nothing_is_kept(monkeypatch):
    shell = SimpleNamespace(user_ns={"__vsc_ipynb_file__": "lesson.ipynb"}, get_parent=lambda: {"metadata": {}})
    monkeypatch.setattr(there, "get_ipython", lambda: shell)
    widget = explorer()
    widget.find_entry()
    assert "what you do here isn't kept" in widget.record["note"]
    shell.user_ns.clear()
    other = explorer()
    other.find_entry()
    assert other.record["note"] == ""
