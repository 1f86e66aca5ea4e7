"""What the gradebook knows of an exercise, and of a student's marks for it."""

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from ...negotiation import NegotiationError
from ..dates.telling import told
from ..dossiers.dossier import Opened
from ..dossiers.graded import graded_case, worked_under
from ..dossiers.named import NamedCase
from ..nbgrader_adapter.class_list import class_list
from ..nbgrader_adapter.due_dates import DueDates, due_dates
from ..nbgrader_adapter.marks_so_far import Marks, marks_so_far
from ..nbgrader_adapter.open_course import OpenCourse
from ..nbgrader_adapter.record import RecordedExercise, recorded_exercise
from ..nbgrader_adapter.standing import generated
from ..nbgrader_adapter.texts_handed_out import all_texts_handed_out, texts_handed_out
from .cells import Given


@dataclass(frozen=True, slots=True)
class Recorded:
    """An exercise as it was generated; `exercise` is None if it is not the kit's or was not generated here."""

    course: OpenCourse
    notebooks: tuple[str, ...] = ()
    exercise: RecordedExercise | None = None
    given: Given = field(default_factory=Given)
    due: DueDates = field(default_factory=DueDates)

    def opened(self, student: str, exercise: str, named: NamedCase, typed: str = "") -> Opened:
        """Return the case that a student is marked on; raise NegotiationError if it is unknown.

        `typed` is the id that the notebook says.
        """
        if named.has_variants:
            students = partial(class_list, self.course.gradebook_url)
            student, _ = worked_under(self.course.folder, exercise, student, students, typed)
        return graded_case(self.course.folder, exercise, named, student)

    def told_due(self, student: str) -> str:
        """Return until when a student may hand in, "" where that is for ever."""
        due = self.due.of(student)
        return told(due, self.course.zone) if due else ""

    def marks(self, student: str, exercise: str) -> Marks | None:
        """Return the marks that the gradebook holds for a submission, None where it holds none."""
        with self.course.gradebook() as gradebook:
            return marks_so_far(gradebook, student, exercise)


def recorded(course: OpenCourse, name: str) -> Recorded:
    """Return what the gradebook knows of an exercise."""
    try:
        with course.gradebook() as gradebook:
            notebooks = generated(gradebook, name).notebooks
        exercise = _kit_exercise(course, name, notebooks)
    except NegotiationError:
        return Recorded(course)
    with course.gradebook() as gradebook:
        due = due_dates(gradebook, course.folder, name)
    given = _given(course, name, notebooks, exercise) if exercise else Given()
    return Recorded(course, notebooks, exercise, given, due)


def _kit_exercise(course: OpenCourse, name: str, notebooks: tuple[str, ...]) -> RecordedExercise | None:
    about = ({"db_url": course.gradebook_url, "assignment": name, "notebook": Path(n).stem} for n in notebooks)
    return next(filter(None, (recorded_exercise({"nbgrader": one}) for one in about)), None)


def _given(course: OpenCourse, name: str, notebooks: tuple[str, ...], exercise: RecordedExercise) -> Given:
    records = {record.name: record for record in exercise.cells}
    return Given(records, texts_handed_out(course, exercise), all_texts_handed_out(course, name, notebooks))
