"""The desk's pages, filled from templates that escape whatever students and tables bring."""

import shlex
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from ...grading.nbgrader_adapter.class_marks import Classmate
from ...grading.submission.printable import visible
from ...grading.templates import page_css, render
from ..status import HEADINGS, CourseStatus
from .role_plays import role_plays
from .to_do import FORMGRADER, to_do, to_do_of, to_hand_out

POLICY = "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def overview_page(course: Path, status: CourseStatus) -> str:
    """Return the first page: what waits, where every assignment stands, and the role plays."""
    return _page(
        "overview.html",
        course=course,
        status=status,
        headings=HEADINGS,
        rows=[status.row(one) for one in status.about.assignments],
        waiting=to_do(status),
        next=to_hand_out(status),
        formgrader=FORMGRADER,
        role_plays=role_plays(course),
    )


def class_page(course: Path, status: CourseStatus, sections: Mapping[str, str], section: str) -> str:
    """Return the class, or a section of it: a row for each student, with how each assignment stands."""
    there = sorted({sections[one.id] for one in status.about.students if one.id in sections})
    students = [one for one in status.about.students if not section or sections.get(one.id) == section]
    assignments = [one for one in status.about.assignments if one.generated]
    values = {"assignments": assignments, "students": students, "sections": sections, "there": there}
    return _page("class.html", course=course, status=status, section=section, **values)


def student_page(course: Path, status: CourseStatus, student: Classmate, section: str) -> str:
    """Return how each assignment of one student stands, and what is missing."""
    rows = [(one, one.work[student.id]) for one in status.about.assignments if one.generated]
    todos = {one.name: to_do_of(student.id, one.name, work) for one, work in rows}
    pages = {one.name: feedback_files(work.feedback) for one, work in rows}
    values = {"student": student, "section": section, "rows": rows, "todos": todos, "pages": pages}
    return _page("student.html", course=course, status=status, **values)


def said_page(title: str, said: str) -> str:
    """Return a page that says one thing only."""
    return _rendered("said.html", page_title=title, said=said)


def feedback_files(folder: Path | None) -> list[str]:
    """Return the names of a submission's pages of feedback."""
    files = folder.glob("*.html") if folder and not folder.is_symlink() else ()
    return sorted(file.name for file in files if file.is_file() and not file.is_symlink())


def _page(template: str, course: Path, **values: Any) -> str:
    here, now = f"cd {shlex.quote(str(course))}", f"{datetime.now():%H:%M}"  # the clock on this wall
    return _rendered(template, here=here, now=now, to=_address, **values)


def _rendered(template: str, **values: Any) -> str:
    shared = {"css": page_css(__package__), "policy": POLICY, "visible": visible}
    return str(render(__package__, template, **shared, **values))


def _address(page: str, /, **what: str) -> str:
    return f"{page}?{urlencode(what, errors='surrogateescape')}" if what else page
