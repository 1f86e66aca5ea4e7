"""What a class handed in, read as data: of each submission the answers, the written texts and the typed id."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.apps.baseapp import NbGrader
from tqdm import tqdm

from ...negotiation import NegotiationError
from ..answers import Answer
from ..marking import answers_in
from ..record import RecordedCell, RecordedExercise, recorded_exercise
from ..restore import restored
from ..submission import read_submission, typed_student
from ..whole_class.open_course import opened_course, submitted_students
from ..whole_class.standing import generated, roster


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A submission: whose it is, the id typed in it, its answers by name, its written texts by their cells' names."""

    student: str
    typed: str
    answers: Mapping[str, Answer]
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class HandedInByAll:
    """An exercise with its submissions, and who handed in none or one that could not be read."""

    exercise: RecordedExercise
    read: tuple[HandedIn, ...]
    missing: tuple[str, ...] = ()
    unreadable: tuple[str, ...] = ()

    @property
    def everybody(self) -> set[str]:
        """The ids of the class list, and of all who have handed in."""
        return {*(one.student for one in self.read), *self.missing, *self.unreadable}


def read_class(course: Path, assignment: str) -> HandedInByAll:
    """Read every submission to an assignment; raise NegotiationError where it is none of the kit's exercises."""
    with opened_course(course, f"{assignment}-copying.log") as app:
        with Gradebook(app.coursedir.db_url) as gradebook:
            notebooks, known = generated(gradebook, assignment).notebooks, roster(gradebook)
        name, exercise = _kit_notebook(app, assignment, notebooks)
        students = submitted_students(app, assignment)
        places = {s: _place(app, s, assignment, name) for s in students}
    if not students:
        raise NegotiationError(
            f"nobody has handed in {assignment!r} yet: no folder submitted/STUDENT/{assignment}; collect it first."
        )
    read, unreadable = [], []
    for student, place in tqdm(places.items(), desc="reading", unit="", ncols=79, mininterval=1, disable=None):
        try:
            read.append(_handed_in(exercise, student, course / place))
        except NegotiationError:
            unreadable.append(student)
    return HandedInByAll(exercise, tuple(read), tuple(sorted(known - set(students))), tuple(unreadable))


def is_written(record: RecordedCell) -> bool:
    """Return whether a cell holds a text that a person marks."""
    return record.grade and record.solution


def _handed_in(exercise: RecordedExercise, student: str, place: Path) -> HandedIn:
    notebook = restored(exercise, read_submission(place))
    sources = {cell.metadata.get("nbgrader", {}).get("grade_id"): cell.source for cell in notebook.cells}
    texts = {  # `<` was made harmless for nbgrader's pages; this report escapes all that it shows
        record.name: sources[record.name].replace("&lt;", "<") for record in exercise.cells if is_written(record)
    }
    return HandedIn(student, typed_student(notebook), answers_in(notebook, exercise), texts)


def _kit_notebook(app: NbGrader, assignment: str, notebooks: tuple[str, ...]) -> tuple[str, RecordedExercise]:
    for name in notebooks:
        about = {"db_url": app.coursedir.db_url, "assignment": assignment, "notebook": Path(name).stem}
        if exercise := recorded_exercise({"nbgrader": about}):
            return name, exercise
    raise NegotiationError(f"{assignment!r} is none of the kit's exercises, so there is nothing to compare.")


def _place(app: NbGrader, student: str, assignment: str, name: str) -> Path:
    return Path(app.coursedir.format_path(app.coursedir.submitted_directory, student, assignment)) / name
