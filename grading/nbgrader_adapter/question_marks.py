"""Marks question by question, as the gradebook has them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nbgrader.api import BaseCell, Grade, Gradebook, SubmittedAssignment, SubmittedNotebook

from .class_marks import LOG, class_marks
from .export import MARKED, WAITING
from .open_course import opened_course

AUTOMATIC, WRITTEN = "automatic", "written"


@dataclass(frozen=True, slots=True)
class QuestionMark:
    """One student's points for one question; None where none are given yet, or may be told.

    `kind` is 'automatic' or 'written'; the status is the export's, or 'waiting' where this question alone waits.
    """

    assignment: str
    student: str
    question: str
    kind: str
    status: str
    points: float | None
    maximum: float


def question_marks(folder: Path, assignment: str) -> list[QuestionMark]:
    """Return a line for each student and question, before penalties for lateness.

    Raises NegotiationError where the assignment was never generated.
    """
    standing = class_marks(folder, assignment).marks
    with opened_course(folder.resolve(), LOG) as course, course.gradebook() as book:
        questions = [
            (cell.name, WRITTEN if cell.cell_type == "markdown" else AUTOMATIC, float(cell.max_score))
            for notebook in book.find_assignment(assignment).notebooks
            for cell in (*notebook.grade_cells, *notebook.task_cells)
            if cell.max_score
        ]
        grades = {(student, cell): (points, waits) for student, cell, points, waits in _grades(book, assignment)}
    found = []
    for student, mark in standing.items():
        for name, kind, maximum in questions:
            points, waits = grades.get((student, name), (None, False))
            told = mark.status in (MARKED, WAITING) and points is not None and not waits
            status = MARKED if told else WAITING if waits and mark.status == MARKED else mark.status
            found.append(QuestionMark(assignment, student, name, kind, status, points if told else None, maximum))
    return found


def generated_assignments(folder: Path) -> list[str]:
    """Return the names of all assignments that were generated; raise NegotiationError where there is no course."""
    with opened_course(folder.resolve(), LOG) as course, course.gradebook() as book:
        return [one.name for one in book.assignments if one.notebooks]


def _grades(book: Gradebook, assignment: str) -> Iterator[tuple[str, str, float, bool]]:
    """Yield student, question, points, and whether a person is to give them, in one look at the gradebook."""
    rows = (
        book.db.query(SubmittedAssignment.student_id, BaseCell.name, Grade.score, Grade.needs_manual_grade)
        .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Grade, Grade.notebook_id == SubmittedNotebook.id)
        .join(BaseCell, BaseCell.id == Grade.cell_id)
        .filter(SubmittedAssignment.assignment_id == book.find_assignment(assignment).id)
    )
    yield from rows.all()
