"""What a class handed in, read as data: of each submission the answers, the written texts and the typed id."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from tqdm import tqdm

from ...answers.answer import Answer
from ...negotiation import NegotiationError
from ..class_run.workers import DiedError, in_processes
from ..dossiers.dossier import drawn_alike, drawn_case
from ..marking import answers_in, tested
from ..nbgrader_adapter.open_course import OpenCourse, opened_course
from ..nbgrader_adapter.problems import problem_from
from ..nbgrader_adapter.record import RecordedCell, RecordedExercise, recorded_exercise
from ..nbgrader_adapter.restore import restored, typed_texts
from ..nbgrader_adapter.standing import generated, roster
from ..submission.budget import READ_AS_DATA
from ..submission.notebook import read_counted, typed_student
from ..submission.out_of_place import closed

PROCESSES = 2
CLOSED = "the student's folder cannot be opened; give yourself the right to read it."


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A submission: whose it is, the id typed in it, its answers by name, its written texts by their cells' names."""

    student: str
    typed: str
    answers: Mapping[str, Answer]
    texts: Mapping[str, str]
    left_out: int = 0
    """How many cells of the notebook are not read."""


@dataclass(frozen=True, slots=True)
class HandedInByAll:
    """An exercise with its submissions, who handed in none, and who one that cannot be compared, with the reason."""

    exercise: RecordedExercise
    read: tuple[HandedIn, ...]
    missing: tuple[str, ...] = ()
    unreadable: Mapping[str, str] = field(default_factory=dict)

    @property
    def everybody(self) -> set[str]:
        """The ids of the class list, and of all who have handed in."""
        return {*(one.student for one in self.read), *self.missing, *self.unreadable}


def read_class(folder: Path, assignment: str) -> HandedInByAll:
    """Read every submission to an assignment; raise NegotiationError if it is not one of the kit's exercises."""
    with opened_course(folder, f"{assignment}-copying.log") as course:
        with course.gradebook() as gradebook:
            notebooks, known = generated(gradebook, assignment).notebooks, roster(gradebook)
        name, exercise = _kit_notebook(course, assignment, notebooks)
        students = course.submitted_students(assignment)
        places = {s: course.submission_folder(s, assignment) / name for s in students}
        shut = {path.name: CLOSED for path in closed(course.submitted_folder)}
    if not students:
        raise NegotiationError(
            f"nobody has handed in {assignment!r} yet: no folder submitted/STUDENT/{assignment}; collect it first."
        )
    read, unreadable = _read_all(exercise, {student: folder / place for student, place in places.items()})
    missing = tuple(sorted(known - set(students) - set(shut)))
    return HandedInByAll(exercise, read, missing, {**unreadable, **shut})


def _read_all(exercise: RecordedExercise, places: Mapping[str, Path]) -> tuple[tuple[HandedIn, ...], Mapping[str, str]]:
    """Read each submission in a process that can be ended, and return what was read and why the others were not."""
    results = in_processes(partial(_reader, exercise), list(places.items()), PROCESSES, READ_AS_DATA)
    shown = tqdm(results, desc="reading", total=len(places), unit="", ncols=79, mininterval=1, disable=None)
    found = {student: result for (student, _), result in shown}
    read = [result for student in places if isinstance(result := found[student], HandedIn)]
    return tuple(read), {s: _why(found[s]) for s in places if not isinstance(found[s], HandedIn)}


def _why(result: HandedIn | DiedError | str) -> str:
    return f"reading it {result}." if isinstance(result, DiedError) else str(result)


def _reader(exercise: RecordedExercise) -> Callable[[tuple[str, Path]], HandedIn | str]:
    """Return what reads a student's submission, or says why it cannot be compared.

    Its answers are marked here once, on some case: what marking cannot bear must not come to the comparing, where
    all are together.
    """
    named = exercise.named
    case = drawn_case(named, "a trial") if named.has_variants else drawn_alike(named)
    tests = [cell for cell in exercise.cells if cell.is_test]

    def read(whose: tuple[str, Path]) -> HandedIn | str:
        try:
            handed_in = _handed_in(exercise, *whose)
            for test in tests:
                tested(test, case, dict(handed_in.answers), lambda _: None, lambda _: None)
        except Exception as error:  # noqa: BLE001  # whatever it was, it is told, and the others are compared
            return problem_from(error).sentence
        return handed_in

    return read


def is_written(record: RecordedCell) -> bool:
    """Return whether a cell holds a text that a person marks."""
    return record.grade and record.solution


def _handed_in(exercise: RecordedExercise, student: str, place: Path) -> HandedIn:
    cells, left_out = read_counted(place)
    notebook, typed = restored(exercise, cells), typed_texts(exercise, cells)
    texts = {record.name: typed[record.name] for record in exercise.cells if is_written(record)}
    return HandedIn(student, typed_student(notebook), answers_in(notebook, exercise), texts, left_out)


def _kit_notebook(course: OpenCourse, assignment: str, notebooks: tuple[str, ...]) -> tuple[str, RecordedExercise]:
    for name in notebooks:
        about = {"db_url": course.gradebook_url, "assignment": assignment, "notebook": Path(name).stem}
        if exercise := recorded_exercise({"nbgrader": about}):
            return name, exercise
    raise NegotiationError(f"{assignment!r} is none of the kit's exercises, so there is nothing to compare.")
