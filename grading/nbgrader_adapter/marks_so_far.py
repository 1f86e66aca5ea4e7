"""The marks that the gradebook holds for a submission."""

from dataclasses import dataclass

from nbgrader.api import Gradebook, MissingEntry


@dataclass(frozen=True, slots=True)
class CellMark:
    """A cell's points by the machine and by a person, None where none were given yet, and the most there is."""

    cell: str
    automatic: float | None
    manual: float | None
    most: float


@dataclass(frozen=True, slots=True)
class Marks:
    """A submission's marks so far."""

    cells: tuple[CellMark, ...]
    total: float
    most: float
    penalty: float
    waits: bool


def marks_so_far(gradebook: Gradebook, student: str, exercise: str) -> Marks | None:
    """Return the marks of a submission, None where the gradebook knows of none."""
    try:
        submission = gradebook.find_submission(exercise, student)
    except (MissingEntry, UnicodeError):  # a folder's name that is no text is in no gradebook
        return None
    cells = [
        CellMark(grade.name, grade.auto_score, grade.manual_score, grade.max_score)
        for notebook in submission.notebooks
        for grade in notebook.grades
    ]
    return Marks(
        tuple(sorted(cells, key=lambda cell: cell.cell)),
        submission.score,
        submission.max_score,
        submission.late_submission_penalty,
        submission.needs_manual_grade,
    )
