"""Where a class stands, read from the gradebook."""

from collections.abc import Iterable
from dataclasses import dataclass

from nbgrader.api import Gradebook, MissingEntry

from ...negotiation import NegotiationError, did_you_mean
from ..class_run.stamps import digest
from .feedback import ShowFindings
from .grade_rows import GradeRow, comment_rows, grade_rows


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a class stands: who has handed in nothing, who came late, who waits for a person's marks, who is new."""

    missing: tuple[str, ...]
    late: tuple[str, ...]
    needs_manual_grade: tuple[str, ...]
    strangers: tuple[str, ...]


def roster(book: Gradebook) -> set[str]:
    """Return the ids of the students whom the gradebook knows."""
    return {student.id for student in book.students}


def standing(book: Gradebook, assignment: str, known: set[str], submitted: set[str], asked: set[str]) -> Standing:
    """Return where the students that are asked about stand.

    `known` are those whom the gradebook knew before the run, `submitted` those with a folder in submitted/.
    """
    submissions = sorted(book.assignment_submissions(assignment), key=lambda s: s.student_id)
    graded = [submission for submission in submissions if submission.student_id in asked]
    return Standing(
        missing=tuple(sorted(known - submitted)) if asked >= submitted else (),
        late=tuple(s.student_id for s in graded if s.total_seconds_late > 0),
        needs_manual_grade=tuple(s.student_id for s in graded if s.needs_manual_grade),
        strangers=tuple(sorted(asked & roster(book) - known)) if known else (),
    )


@dataclass(frozen=True, slots=True)
class Generated:
    """An assignment as it was generated: its name, its notebooks' names and a digest of all."""

    name: str
    notebooks: tuple[str, ...]
    digest: str


def generated(book: Gradebook, assignment: str) -> Generated:
    """Return an assignment as it was generated; raise NegotiationError if it never was."""
    try:
        found = book.find_assignment(assignment)
        notebooks = found.notebooks
    except MissingEntry:
        known = [known.name for known in book.assignments]
        near = did_you_mean(assignment, known) if known else "; run it for that one first."
        raise NegotiationError(
            f"{assignment!r} has not been generated in this course (nbgrader generate_assignment){near}"
        ) from None
    cells = [repr((n.name, c.name, c.source, c.locked)) for n in notebooks for c in n.source_cells]
    points = [repr((n.name, c.name, c.max_score)) for n in notebooks for c in (*n.grade_cells, *n.task_cells)]
    names = tuple(sorted(f"{notebook.name}.ipynb" for notebook in notebooks))
    return Generated(assignment, names, digest(sorted(cells + points)))


def automatic_score(rows: Iterable[GradeRow] | None) -> float | None:
    """Return the sum of what test cells gave a submission, None where there is none in the gradebook."""
    return None if rows is None else float(sum(row.automatic or 0 for row in rows))


def digest_of_marks(book: Gradebook, assignment: str, student: str, show: ShowFindings) -> str:
    """Return a digest of all that a student's feedback shows: marks, comments, penalty, and how much it tells."""
    parts: list[object] = [show.is_full(book, assignment, student)]
    grades, comments = grade_rows(book, assignment, student), comment_rows(book, assignment, student)
    for name, penalty in {(comment.notebook, comment.penalty) for comment in comments}:
        marks = sorted((g.cell, g.automatic, g.by_hand, g.extra_credit) for g in grades if g.notebook == name)
        said = sorted((c.cell, c.text) for c in comments if c.notebook == name and c.cell is not None)
        parts.append((name, penalty, marks, said))
    return digest(sorted(map(repr, parts)))
