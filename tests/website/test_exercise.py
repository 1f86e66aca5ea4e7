"""An exercise outside of Jupyter shows what IPython would show, cell by cell, and begins with blank fields."""

import re
from pathlib import Path

import pytest
from biggerpie.answers.answer import find_answer
from biggerpie.grading import load_ipython_extension
from biggerpie.lessons.pages import pages
from biggerpie.website.cells import widgets_among
from biggerpie.website.exercise import Exercise, read_exercise
from biggerpie.website.open_exercise import OpenExercise
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

EXERCISES = [read_exercise(*page) for page in pages("en") if page[0].startswith("exercises/")]
by_name = pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.name)


def in_jupyter(exercise: Exercise) -> dict[str, list[str]]:
    """What each test cell shows in IPython when all cells have run."""
    InteractiveShell.clear_instance()
    shell = InteractiveShell.instance()
    load_ipython_extension(shell)
    shown = {}
    for cell in exercise.cells:
        if cell.kind in ("shown", "answer", "test"):
            with capture_output() as captured:
                result = shell.run_cell(cell.source)
            assert result.success
            if cell.kind == "test":
                shown[cell.id] = [output.data["text/html"] for output in captured.outputs]
    return shown


def on_the_site(exercise: Exercise, folder: Path) -> dict[str, list[str]]:
    """What each test cell shows on the site."""
    run, shown = OpenExercise(folder), {}
    for cell in exercise.cells:
        if cell.kind == "answer":
            run.answer(cell.answer, find_answer(cell.source).text)
        elif cell.kind in ("shown", "test"):
            values = run.run(cell.source)
            if cell.kind == "test":
                shown[cell.id] = [value._repr_html_() for value in values if hasattr(value, "_repr_html_")]
    return shown


@by_name
def test_each_check_and_mark_is_what_jupyter_shows(exercise, tmp_path, monkeypatch):
    folder = tmp_path / exercise.name
    folder.mkdir()
    monkeypatch.chdir(folder)
    there = in_jupyter(exercise)
    assert there
    assert on_the_site(exercise, folder) == there


@by_name
def test_every_part_has_a_field_with_its_check_below_it(exercise):
    order = [(cell.kind, cell.answer) for cell in exercise.cells if cell.kind in ("answer", "test")]
    assert order
    assert order[1::2] == [("test", name) for _, name in order[::2]]
    assert [cell.answer for cell in exercise.cells if cell.kind == "written"]
    assert {cell.source for cell in exercise.cells if cell.kind == "written"} == {""}


@by_name
def test_forms_and_boxes_speak_of_fields_where_there_are_no_cells(exercise, tmp_path):
    run = OpenExercise(tmp_path / exercise.name)
    widgets = widgets_among(
        [value for cell in exercise.cells if cell.kind == "shown" for value in run.run(cell.source)]
    )
    answering = [widget for widget in widgets if getattr(widget, "answer", "")]
    assert answering
    for widget in answering:
        said = {name: sentence for name, sentence in widget.words.items() if name != "left"}  # stands in notebooks only
        assert [name for name, sentence in said.items() if re.search(r"\b(?:cell|notebook)s?\b", str(sentence))] == []
