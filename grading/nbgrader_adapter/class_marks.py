"""The class and its marks for an assignment, as the gradebook and the notices have them."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Configurable

from ...negotiation import NegotiationError, did_you_mean
from ..dates.zones import Zone
from ..dossiers.ids import said_of_ids
from ..notices import Notices, kept_notices
from .as_marked import files_of
from .course_settings import left_out
from .export import LEFT_OUT, mark_of
from .lateness import settle_penalties
from .open_course import opened_course
from .standing import generated

LOG = "campus.log"


@dataclass(frozen=True, slots=True)
class Classmate:
    """A student of the class list; `lms` is the campus system's own number, "" where it is not known."""

    id: str
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    lms: str = ""

    @property
    def name(self) -> str:
        """The whole name, "" where it is not known."""
        return " ".join(filter(None, [self.first_name, self.last_name]))


@dataclass(frozen=True, slots=True)
class GivenMark:
    """How a student's work stands, and its points where all are given; None where none may be told yet."""

    status: str
    points: float | None


@dataclass(frozen=True, slots=True)
class ClassMarks:
    """The marks of a class for an assignment, by the student's id."""

    assignment: str
    maximum: float
    marks: dict[str, GivenMark]


def class_list(folder: Path) -> list[Classmate]:
    """Return the class; raise NegotiationError where there is no course."""
    with opened_course(folder.resolve(), LOG) as course, course.gradebook() as book:
        return classmates_in(book)


def left_out_of_class(folder: Path) -> set[str]:
    """Return whom of the class the course's settings leave out; raise NegotiationError where there is no course."""
    with opened_course(folder.resolve(), LOG) as course, course.gradebook() as book:
        return course.left_out(student.id for student in book.students)


def said_to_be_left_out(students: Iterable[str]) -> list[str]:
    """Return a sentence for each of the students whom the course's settings leave out."""
    return [f"{student} is left out, as nbgrader_config.py says." for student in sorted(students)]


def add_to_class(folder: Path, classmates: list[Classmate]) -> None:
    """Put students into the gradebook, all or none; raise NegotiationError for ids that cannot work."""
    if said := said_of_ids(one.id for one in classmates):
        raise NegotiationError(f"{said} Nobody was added.")
    with opened_course(folder.resolve(), LOG) as course, course.gradebook() as book:
        for one in classmates:
            about = {"first_name": one.first_name, "last_name": one.last_name, "email": one.email}
            given = {name: value for name, value in (about | {"lms_user_id": one.lms}).items() if value}
            book.update_or_create_student(one.id, **given)


def class_marks(folder: Path, assignment: str) -> ClassMarks:
    """Return everybody's marks for an assignment; raise NegotiationError where it was never generated."""
    with opened_course(folder.resolve(), LOG) as course, course.gradebook() as book:
        return marks_in(book, course.app.coursedir, assignment, course.app)


def classmates_in(book: Gradebook) -> list[Classmate]:
    """Return the class of an open gradebook."""
    return [
        Classmate(s.id, s.first_name or "", s.last_name or "", s.email or "", s.lms_user_id or "")
        for s in book.students
    ]


def marks_in(book: Gradebook, course: CourseDirectory, assignment: str, settings: Configurable) -> ClassMarks:
    """Return everybody's marks as an open gradebook has them, with penalties for all the marks that there are now.

    Raises NegotiationError for an unknown assignment.
    """
    found = {known.name: known for known in book.assignments}
    if assignment not in found:
        near = did_you_mean(assignment, found) if found else "; nothing was generated yet."
        raise NegotiationError(f"{assignment!r} is no assignment of this course{near}")
    folder, submitted = Path(course.root), course.submitted_directory
    settle_penalties(book, folder, assignment, settings)
    notices = {one.student: one for one in kept_notices(folder, assignment)}
    skipped = left_out(course, [student.id for student in book.students])
    marks = {}
    for student in book.students:
        if student.id in skipped:
            marks[student.id] = GivenMark(LEFT_OUT, None)
            continue
        told = notices.get(student.id, Notices(student.id))
        files = files_of(folder, Path(course.format_path(submitted, student.id, assignment)))
        about = mark_of(book, found[assignment], student, files, told)
        is_marked = about["status"] == "marked"
        marks[student.id] = GivenMark(about["status"], float(about["score"]) if is_marked else None)
    return ClassMarks(assignment, float(found[assignment].max_score), marks)


@dataclass(frozen=True, slots=True)
class HandedOut:
    """An assignment that students have: its name, its notebook's file, where work on it goes, and the course's zone."""

    assignment: str
    notebook: str
    submitted: Path
    zone: Zone


def handed_out(folder: Path, assignment: str) -> HandedOut:
    """Return an assignment of one notebook; raise NegotiationError where there is none such."""
    with opened_course(folder.resolve(), LOG) as course, course.gradebook() as book:
        notebooks = generated(book, assignment).notebooks
        if len(notebooks) != 1:
            raise NegotiationError(
                f"{assignment} has {len(notebooks)} notebooks, and a download's names do not tell them apart; use "
                "'nbgrader zip_collect'."
            )
        return HandedOut(assignment, notebooks[0], course.submitted_folder, course.zone)
