"""All that a gradebook and its folders say of an assignment, in a form that two runs can be compared by."""

import re
import shutil
from pathlib import Path
from typing import Any

from biggerpie.course.new_course import make_course
from nbgrader.api import Gradebook

EXERCISE = "01-both-can-gain"
Dump = dict[str, Any]


def gradebook_url(course: Path) -> str:
    """The address of a course's gradebook."""
    return f"sqlite:///{course}/gradebook.db"


def dump(url: str, assignment: str = EXERCISE) -> Dump:
    """Every student's row of every table, without the ids that nbgrader makes up."""
    with Gradebook(url) as book:
        return {
            s.student_id: (
                s.timestamp,
                s.score,
                [(n.name, n.late_submission_penalty, _grades(n), _comments(n)) for n in s.notebooks],
            )
            for s in book.assignment_submissions(assignment)
        }


def files(course: Path) -> dict[str, bytes]:
    """The files that marking and feedback have written."""
    found = [p for step in ("autograded", "feedback") for p in (course / step).rglob("*") if p.is_file()]
    return {str(p.relative_to(course)): re.sub(rb'"execution": \{[^}]*\}', b"", p.read_bytes()) for p in found}


def course_of(folder: Path, size: int) -> Path:
    """A course with a simulated class."""
    make_course(folder, demo=size)
    return folder


def moved(course: Path, to: Path) -> Path:
    """A copy of a course in another place."""
    shutil.copytree(course, to)
    return to


def grade_by_hand(url: str, student: str, points: float, comment: str) -> None:
    """Give manual marks and a comment, as formgrader does."""
    with Gradebook(url) as book:
        grade = book.find_grade("why", "exercise", EXERCISE, student)
        grade.manual_score, grade.needs_manual_grade = points, False
        book.find_comment("why", "exercise", EXERCISE, student).manual_comment = comment
        book.db.commit()


def _grades(notebook: Any) -> list[Any]:
    return sorted((g.name, g.auto_score, g.manual_score, g.extra_credit, g.needs_manual_grade) for g in notebook.grades)


def _comments(notebook: Any) -> list[Any]:
    return sorted((c.name, c.auto_comment, c.manual_comment) for c in notebook.comments)
