"""nbgrader's gradebook with a statement for each of its searches that is built once.

nbgrader builds it again whenever it looks for something, which takes longer than the looking.
"""

from collections.abc import Callable
from inspect import signature
from typing import Any

from nbgrader.api import (
    Assignment,
    Comment,
    Grade,
    Gradebook,
    GradeCell,
    Notebook,
    SolutionCell,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)
from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import undefer


def of_submission(statement: Select[Any]) -> Select[Any]:
    """Narrow a statement that reads submissions to one `student`'s submission to an `assignment`."""
    return (
        statement.join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
        .join(Student, Student.id == SubmittedAssignment.student_id)
        .where(Assignment.name == bindparam("assignment"), Student.id == bindparam("student"))
    )


def _of_notebook(statement: Select[Any]) -> Select[Any]:
    """Narrow a statement that reads submitted notebooks to one `notebook` of such a submission."""
    found = statement.join(Notebook, Notebook.id == SubmittedNotebook.notebook_id).join(
        SubmittedAssignment, SubmittedAssignment.id == SubmittedNotebook.assignment_id
    )
    return of_submission(found).where(Notebook.name == bindparam("notebook"))


def _of_cell(row: Any, cell: Any, asked: str) -> Select[Any]:
    """Return the statement for what a student's notebook has of one cell."""
    found = select(row).join(cell, cell.id == row.cell_id)
    joined = found.join(SubmittedNotebook, SubmittedNotebook.id == row.notebook_id)
    return _of_notebook(joined).where(cell.name == bindparam(asked))


def _search(name: str, statement: Select[Any]) -> Callable[..., Any]:
    """Return nbgrader's search of that name; what the statement doesn't find, nbgrader looks for and reports."""
    original = getattr(Gradebook, name)
    _, *asked = signature(original).parameters

    def found(book: Gradebook, *values: str, **named: str) -> Any:
        answers = book.db.execute(statement, dict(zip(asked, values, strict=False), **named)).scalars().all()
        return answers[0] if len(answers) == 1 else original(book, *values, **named)

    return found


class PreparedGradebook(Gradebook):
    """nbgrader's gradebook, which finds the same sooner."""

    find_student = _search("find_student", select(Student).where(Student.id == bindparam("student_id")))
    find_assignment = _search("find_assignment", select(Assignment).where(Assignment.name == bindparam("name")))
    find_notebook = _search(
        "find_notebook",
        select(Notebook)
        .join(Assignment, Assignment.id == Notebook.assignment_id)
        .where(Notebook.name == bindparam("name"), Assignment.name == bindparam("assignment")),
    )
    find_submission = _search("find_submission", of_submission(select(SubmittedAssignment)))
    find_submission_notebook = _search(
        "find_submission_notebook",
        _of_notebook(select(SubmittedNotebook)).options(undefer(SubmittedNotebook.max_score)),
    )
    find_grade = _search("find_grade", _of_cell(Grade, GradeCell, "grade_cell").options(undefer(Grade.max_score)))
    find_comment = _search("find_comment", _of_cell(Comment, SolutionCell, "solution_cell"))
