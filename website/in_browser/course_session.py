"""A course's exercise in the student's browser: the notebook and the dossiers that the course gave, and back again."""

import os
import re
import shutil
from base64 import b64decode
from pathlib import Path
from typing import Any

from ...grading.dossiers.as_saved import is_dossiers
from ...grading.dossiers.student import student_id
from ...negotiation import NegotiationError
from ..course_notebook import CourseNotebook, read_course_notebook, record_name
from ..exercise import remarks_and_text, told_cells
from ..open_exercise import OpenExercise
from ..text import html_of_others
from . import exercise_session, session

FOLDER = Path("/course")
OWN_CASE = re.compile(r"[\w-]{1,60}\.toml")
NO_ID = "write your student id, the one word that your course knows you by, and try again."

_opened: list[tuple[CourseNotebook, str, exercise_session.Page]] = []


def begin(
    notebook: str, beside: dict[str, str], student: str, instead: dict[str, str], files: dict[str, str]
) -> dict[str, Any]:
    """Open a notebook with the files beside it, by name as base64; `fault` is a sentence on what is wrong, or "".

    `instead` has lines of the kit's texts that speak of Jupyter, and what is said here in their place.
    Returns what the page shows one below the other, `student`, the `lesson` in the record, and what
    `exercise_session.begin` does.
    """
    try:
        read = read_course_notebook(notebook)
        if not (student.strip() or read.student):
            raise NegotiationError(NO_ID)
        known = student_id(student.strip() or read.student)
        lesson = record_name(read, known)
        _put(beside)
        session.enter(FOLDER, f"{lesson}.ipynb", files)
        page = exercise_session.Page(OpenExercise(FOLDER, known), lesson)
        begun = exercise_session.run_cells(page, told_cells(read.cells))
    except NegotiationError as problem:
        return {"fault": f"{str(problem)[:1].upper()}{str(problem)[1:]}"}
    _opened[:] = [(read, known, page)]
    return begun | {"fault": "", "student": known, "lesson": lesson, "parts": _parts(read, page, instead)}


def saved() -> dict[str, str]:
    """Return the notebook's file with the answers as they stand now."""
    [(read, student, page)] = _opened
    return {"notebook": read.answered(student, page.texts)}


def _put(beside: dict[str, str]) -> None:
    """Write the dossiers and the course's own cases, and no other file, into an empty folder."""
    os.chdir("/")
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    for name, content in beside.items():
        if is_dossiers(name) or OWN_CASE.fullmatch(name):
            (FOLDER / name).write_bytes(b64decode(content))


def _parts(read: CourseNotebook, page: exercise_session.Page, instead: dict[str, str]) -> list[dict[str, Any]]:
    """Return what stands on the page, one below the other."""
    parts: list[dict[str, Any]] = []
    for cell in read.cells:
        if cell.kind == "text":
            parts.append({"kind": "text", "html": html_of_others(cell.source, instead)})
            continue
        hint = " ".join(instead.get(line, line).lstrip("# ") for line in remarks_and_text(cell.source)[0])
        parts.append({"kind": cell.kind, "cell": cell.id, "answer": cell.answer, "hint": hint})
        parts += [
            {"kind": "widget", "place": place, "module": f"{name}.js"}
            for place, (where, name) in enumerate(page.kinds)
            if where == cell.id
        ]
    return parts


CALLS: session.Calls = {**exercise_session.CALLS, "begin": begin, "saved": saved}
call = session.answering(CALLS)
