"""The pages of the exercises: forms and text fields are there at once, and Python opens the case and checks."""

from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any

import anywidget
from markupsafe import Markup

from ..grading.templates import render
from ..lessons.pages import ENGLISH, EXERCISE
from .cells import state_of
from .exercise import LONGEST, Exercise, ExerciseCell, remarks_and_text, told_cells
from .frame import framed
from .lesson_page import FOR_SCRIPTS, SCRIPTS, Cells, as_script, modules, starts, widgets_of
from .open_exercise import OpenExercise
from .played import Played, Shown, speaking
from .site_words import site_words
from .text import anchor, html_of

ANSWERS = "answers.js"
SAID = (
    *FOR_SCRIPTS,
    "coming_to_exercise",
    "here_in_exercise",
    "absent_in_exercise",
    "another_sure",
    "elsewhere",
    "checked",
    "number",
    "kept_here",
)
FEWEST_ROWS, MOST_ROWS = 4, 24
SAID_IN_COURSE = (
    *SAID, "coming_to_course", "choose_files", "here_in_course", "no_notebook", "too_large", "works_as", "course_saved",
)  # fmt: skip
COURSE = "course.html"


def opened(exercise: Exercise, folder: Path) -> dict[str, list[Shown]]:
    """Return by a cell's id what it shows of the first case; `folder` is the learner's for this exercise."""
    run = OpenExercise(folder)
    shown = (cell for cell in exercise.cells if cell.kind == "shown")
    with speaking(exercise.language):
        return {cell.id: [_shown(cell, each) for each in run.run(cell.source)] for cell in shown}


def exercise_page(language: str, exercise: Exercise, shown: Cells, *, python: bool) -> bytes:
    """Return an exercise's page; `shown` has what its cells show in the beginning."""
    said = site_words(language)
    widgets = widgets_of(shown)
    site = "./" if language == ENGLISH else "../"
    page = {
        "words": {name: said[name] for name in SAID} | _of_its_forms(exercise),
        "site": site,
        "folder": f"/kit/{exercise.folder}",
        "lesson": EXERCISE,
        "cells": told_cells(exercise.cells),
        "python": python,
        "moves": None,
    }
    return render(
        __package__,
        "page/exercise.html",
        **framed(language, exercise.page, exercise.title, said_in=exercise.language),
        script="exercise.js",
        page=as_script(page),
        simulations=starts(widgets),
        scripts=[*SCRIPTS, ANSWERS, *modules(widgets)],
        longest=LONGEST,
        said=site_words(exercise.language),
        parts=[*_parts(exercise, shown, site_words(exercise.language))],
        notebook=f"{site}notebooks/{exercise.folder}/{EXERCISE}",
    ).encode()


def _of_its_forms(exercise: Exercise) -> dict[str, str]:
    """Return what is said in the exercise's own language, because it names a button of its forms."""
    return {"here_in_exercise": site_words(exercise.language)["here_in_exercise"]}


def course_page(language: str, *, python: bool) -> bytes:
    """Return the page on which a student of a course opens the exercise that the course gave."""
    said = site_words(language)
    site = "./" if language == ENGLISH else "../"
    page = {"words": {name: said[name] for name in SAID_IN_COURSE}, "site": site, "python": python, "moves": None}
    page["instead"] = site_words(ENGLISH)["instead"]
    return render(
        __package__,
        "page/course.html",
        **framed(language, COURSE, said["course"]),
        script="course.js",
        page=as_script(page),
        simulations=starts([]),
        scripts=[*SCRIPTS, ANSWERS],
        longest=LONGEST,
    ).encode()


def _shown(cell: ExerciseCell, value: Any) -> Shown:
    if not isinstance(value, anywidget.AnyWidget):
        return str(value._repr_html_())
    script, style = str(value._esm), str(value._css)
    return Played(cell.id, type(value).__name__, script, style, {"start": state_of(value), "bets": [], "knobs": {}})


def _parts(exercise: Exercise, shown: Cells, said: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield what the template shows one below the other; the widgets are numbered."""
    numbers = count()
    for cell in exercise.cells:
        if cell.kind == "text":
            html = Markup(html_of(cell.source, said["instead"]))  # noqa: S704  # the kit's own text
            yield {"kind": "text", "anchor": anchor(cell.id), "html": html}
        elif cell.kind != "shown":
            yield {"kind": cell.kind, "cell": cell.id, "answer": cell.answer, **_field(cell, said)}
        for part in shown.get(cell.id, ()):
            if isinstance(part, Played):
                yield {"kind": "widget", "number": next(numbers)}
            else:
                yield {"kind": "html", "cell": cell.id, "html": Markup(part)}  # noqa: S704  # of the kit's own case


def _field(cell: ExerciseCell, said: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the text field of an answer holds in the beginning, and what the cell's remarks say about it."""
    remarks, blank = remarks_and_text(cell.source)
    hint = " ".join(said["instead"].get(line, line).lstrip("# ") for line in remarks)
    rows = min(max(blank.count("\n") + 1, FEWEST_ROWS), MOST_ROWS)
    return {"hint": hint, "blank": blank, "rows": rows}
