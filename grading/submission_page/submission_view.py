"""All that is shown of one submission, gathered without changing anything of it."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ...negotiation import NegotiationError
from ..nbgrader_adapter.marks_so_far import Marks
from ..nbgrader_adapter.time_stamps import TIMESTAMP
from ..submission.allowed_files import NOTEBOOKS
from ..submission.notebook import read_counted
from ..submission.printable import visible
from .cells import ShownCell, shown_cells
from .files import Files, files_in
from .handed_in import Place
from .recorded import Recorded
from .understood import Reading, understood

MOST_NOTEBOOKS = 5
BEGINNING = 4_000
LONGEST_STAMP = 100


@dataclass(frozen=True, slots=True)
class NotebookView:
    """One notebook: its cells or, if it cannot be read, why not and how the file begins."""

    name: str
    cells: tuple[ShownCell, ...] = ()
    left_out: int = 0
    reading: Reading | None = None
    problem: str = ""
    beginning: str = ""


@dataclass(frozen=True, slots=True)
class SubmissionView:
    """A submission as its page shows it."""

    student: str
    exercise: str
    stamp: str
    due: str
    notebooks: tuple[NotebookView, ...]
    files: Files
    marks: Marks | None
    problem: str = ""


def submission_view(place: Place, known: Recorded) -> SubmissionView:
    """Return what is shown of the submission at a place; whatever cannot be read is said."""
    student, exercise = visible(place.student), visible(place.exercise)
    marks = known.marks(place.student, place.exercise)
    if place.folder.is_symlink() or place.folder.parent.is_symlink():
        return unread_view(place, known, "This submission is a link to another place, so it was not followed.")
    if not place.folder.is_dir():
        return unread_view(place, known, "This submission is no folder.")
    notebooks = tuple(notebook_view(place, known, file) for file in _notebooks(place.folder, known.notebooks))
    said = "" if notebooks else "There is no notebook in this submission."
    due = known.told_due(place.student)
    return SubmissionView(student, exercise, _stamp(place.folder), due, notebooks, files_in(place.folder), marks, said)


def unread_view(place: Place, known: Recorded, said: str) -> SubmissionView:
    """Return what is known of a submission that is not read, and why it is not."""
    marks = known.marks(place.student, place.exercise)
    due = known.told_due(place.student)
    return SubmissionView(visible(place.student), visible(place.exercise), "", due, (), Files(()), marks, visible(said))


def _notebooks(folder: Path, expected: tuple[str, ...]) -> list[Path]:
    """Return the notebooks that were asked for, or where there is none of them those that are there."""
    wanted = [folder / name for name in expected if (folder / name).exists()]
    found = (path for path in sorted(folder.iterdir()) if path.name.casefold().endswith(NOTEBOOKS))
    return (wanted or list(found))[:MOST_NOTEBOOKS]


def notebook_view(place: Place, known: Recorded, file: Path) -> NotebookView:
    """Return what is shown of one notebook of a submission."""
    name, exercise = visible(file.name), known.exercise
    try:
        written, left_out = read_counted(file)
    except NegotiationError as problem:
        return NotebookView(name, problem=visible(str(problem)), beginning=_beginning(file))
    cells = shown_cells(written, known.given)
    if exercise is None:
        return NotebookView(name, tuple(cells), left_out)
    open_case = partial(known.opened, place.student, place.exercise, exercise.named)
    return NotebookView(name, tuple(cells), left_out, understood(exercise, file, open_case))


def _beginning(file: Path) -> str:
    """Return how an ordinary file begins, as text."""
    if file.is_symlink() or not file.is_file():
        return ""
    try:
        with file.open("rb") as opened:
            return visible(opened.read(BEGINNING).decode("utf-8", "replace"))
    except OSError as error:
        return f"({error.strerror})"


def _stamp(folder: Path) -> str:
    stamp = folder / TIMESTAMP
    return visible(_beginning(stamp)[:LONGEST_STAMP].strip()) if stamp.exists() else ""
