"""What the gradebook holds of a submission's graded cells and comments, each read with one statement."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from nbgrader.api import BaseCell, Comment, Grade, Gradebook, MissingEntry, Notebook
from nbgrader.api import SubmittedAssignment as Submission
from nbgrader.api import SubmittedNotebook as Submitted
from sqlalchemy import Select, select

from .prepared_gradebook import of_submission

Part = tuple[str, str]
"""A notebook's name and a graded cell's."""
CELL = BaseCell.__table__


class GradeRow(NamedTuple):
    """What a test gave for a cell and what a person gave, out of how much, and whether it waits for a person."""

    notebook: str
    cell: str
    automatic: float | None
    by_hand: float | None
    extra_credit: float | None
    maximum: float
    waits: bool

    @property
    def part(self) -> Part:
        """The notebook's and the cell's name."""
        return self.notebook, self.cell


class CommentRow(NamedTuple):
    """A comment on a cell, and the penalty of its notebook; no cell where the notebook has none to comment on."""

    notebook: str
    cell: str | None
    penalty: float | None
    text: str | None


def grade_rows(book: Gradebook, assignment: str, student: str) -> list[GradeRow]:
    """Return a row for each graded cell of a submission; raise MissingEntry where the gradebook knows none."""
    return [GradeRow(*row) for row in _rows(book, _GRADES, assignment, student) if row.cell is not None]


def comment_rows(book: Gradebook, assignment: str, student: str) -> list[CommentRow]:
    """Return a row for each cell that can be commented on; raise MissingEntry as `grade_rows` does."""
    return [CommentRow(*row) for row in _rows(book, _COMMENTS, assignment, student) if row.notebook is not None]


def _rows(book: Gradebook, statement: Select[Any], assignment: str, student: str) -> Iterable[Any]:
    """Return what a statement finds, at least one row where there is a submission."""
    if rows := book.db.execute(statement, {"assignment": assignment, "student": student}).all():
        return rows
    raise MissingEntry(f"No such submission: {assignment} for {student}")


def _of_cells(row: Any, *columns: Any) -> Select[Any]:
    """Return the statement that reads, of a submission, a row's columns after the names of notebook and cell."""
    return of_submission(
        select(Notebook.name.label("notebook"), CELL.c.name.label("cell"), *columns)
        .select_from(Submission)
        .outerjoin(Submitted, Submitted.assignment_id == Submission.id)
        .outerjoin(Notebook, Notebook.id == Submitted.notebook_id)
        .outerjoin(row, row.notebook_id == Submitted.id)
        .outerjoin(CELL, CELL.c.id == row.cell_id)
    )


_GRADES = _of_cells(
    Grade, Grade.auto_score, Grade.manual_score, Grade.extra_credit, Grade.max_score, Grade.needs_manual_grade
)
_COMMENTS = _of_cells(Comment, Submitted.late_submission_penalty, Comment.comment)
