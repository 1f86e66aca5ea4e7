"""Written answers that wait for a person's marks, and the marks that persons gave, put into the gradebook."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.api import Gradebook

from .class_marks import LOG
from .open_course import OpenCourse, opened_course
from .record import grade_id_of
from .restore import WAITS, typed_source
from .standing import generated

NOT_THERE = "stands in no marked notebook"
Part = tuple[str, str]
"""A student's id, and the name of a question."""


@dataclass(frozen=True, slots=True)
class WrittenAnswer:
    """A student's text for a question and the most points for it; a text that cannot be shared has a `reason_against`.

    The text is the student's: to be shown as letters only.
    """

    student: str
    question: str
    text: str
    maximum: float
    reason_against: str = ""


@dataclass(frozen=True, slots=True)
class PersonsMark:
    """Points and a comment that a person gave for a text."""

    points: float
    comment: str
    text: str


def waiting_answers(folder: Path, assignment: str) -> list[WrittenAnswer]:
    """Return the written answers without a person's mark; raise NegotiationError if it was never generated."""
    with opened_course(folder.resolve(), LOG) as course, course.gradebook() as book:
        generated(book, assignment)
        return [
            answer
            for submission in sorted(book.assignment_submissions(assignment), key=lambda one: one.student_id)
            for answer in _of(course, book, assignment, submission.student_id)
        ]


def marked_parts(folder: Path, assignment: str) -> set[Part]:
    """Return the answers that have a person's mark; raise NegotiationError if it was never generated."""
    with opened_course(folder.resolve(), LOG) as course, course.gradebook() as book:
        generated(book, assignment)
        return {
            (submission.student_id, grade.name)
            for submission in book.assignment_submissions(assignment)
            for notebook in submission.notebooks
            for grade in notebook.grades
            if grade.manual_score is not None
        }


def give_marks(folder: Path, assignment: str, marks: Mapping[Part, PersonsMark]) -> dict[Part, str]:
    """Write marks into the gradebook as formgrader does, and return why some were not: by part, in a sentence's end.

    A mark is left out where a person has marked that answer already, and where the text is another one now.
    """
    refused = {}
    with opened_course(folder.resolve(), LOG) as course, course.gradebook() as book:
        waiting = {(s, a.question): a for s in {s for s, _ in marks} for a in _of(course, book, assignment, s)}
        for part, mark in marks.items():
            answer = waiting.get(part)
            if answer is None or answer.text != mark.text:
                refused[part] = "has a person's mark already" if answer is None else "is another text now; share again"
                continue
            student, question = part
            notebook = _notebook(book, assignment, student, question)
            grade = book.find_grade(question, notebook, assignment, student)
            grade.manual_score, grade.needs_manual_grade = mark.points, False
            if mark.comment:
                book.find_comment(question, notebook, assignment, student).manual_comment = mark.comment
        book.db.commit()
    return refused


def _of(course: OpenCourse, book: Gradebook, assignment: str, student: str) -> Iterable[WrittenAnswer]:
    where = course.app.coursedir.autograded_directory
    for notebook in book.find_submission(assignment, student).notebooks:
        waiting = [g for g in notebook.grades if g.needs_manual_grade and g.manual_score is None]
        written = {grade.name: float(grade.max_score) for grade in waiting if grade.cell_type == "markdown"}
        place = Path(course.app.coursedir.format_path(where, student, assignment)) / f"{notebook.name}.ipynb"
        for cell in _cells(place) if written else []:
            name = grade_id_of(cell)
            if name in written:
                yield WrittenAnswer(student, name, typed_source(cell), written.pop(name), _reason_against(cell))
        for name, maximum in written.items():
            yield WrittenAnswer(student, name, "", maximum, NOT_THERE)


def _cells(place: Path) -> list[NotebookNode]:
    """Return the cells of a marked notebook; none of one that could not be marked, so that it is not there."""
    try:
        return list(nbformat.read(place, as_version=4).cells)
    except (OSError, ValueError):
        return []


def _reason_against(cell: NotebookNode) -> str:
    """Return why a text is left to formgrader, "" where it can be shared."""
    if WAITS in cell.metadata:
        return "waits for another reason, too"
    return "has a pasted picture" if cell.get("attachments") else ""


def _notebook(book: Gradebook, assignment: str, student: str, question: str) -> str:
    notebooks = book.find_submission(assignment, student).notebooks
    return next(n.name for n in notebooks if any(grade.name == question for grade in n.grades))
