"""Where a class stands, read from the gradebook."""

from dataclasses import dataclass

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.apps.baseapp import NbGrader

from ...negotiation import NegotiationError, did_you_mean
from ..class_run.stamps import digest
from .feedback import ShowFindings


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


def automatic_score(book: Gradebook, assignment: str, student: str) -> float | None:
    """Return the sum of what test cells gave a submission, None where the gradebook holds none."""
    try:
        notebooks = book.find_submission(assignment, student).notebooks
    except MissingEntry:
        return None
    return float(sum(grade.auto_score or 0 for notebook in notebooks for grade in notebook.grades))


def digest_of_marks(book: Gradebook, assignment: str, student: str, app: NbGrader) -> str:
    """Return a digest of all that a student's feedback shows: marks, comments, penalty, and how much it tells."""
    parts: list[object] = [ShowFindings(parent=app).is_full(book, assignment, student)]
    for notebook in book.find_submission(assignment, student).notebooks:
        grades = sorted((g.name, g.auto_score, g.manual_score, g.extra_credit) for g in notebook.grades)
        comments = sorted((c.name, c.comment) for c in notebook.comments)
        parts.append((notebook.name, notebook.late_submission_penalty, grades, comments))
    return digest(sorted(map(repr, parts)))
