"""Where each assignment of a course stands, counted from the gradebook and the course's folders."""

from dataclasses import dataclass
from pathlib import Path

from nbgrader.api import Assignment, Gradebook

from ..dates.telling import written
from .due_dates import due_dates
from .open_course import OpenCourse, opened_course

LOG = "status.log"


@dataclass(frozen=True, slots=True)
class AssignmentStatus:
    """How far an assignment is: counts are of students. `due` is "" where there is no due date."""

    name: str
    released: bool
    due: str
    handed_in: int
    late: int
    marked: int
    waiting: int
    feedback: int


def class_status(folder: Path) -> tuple[int, list[AssignmentStatus]]:
    """Return how many students the class has, and where each assignment stands; those not generated come last.

    Raises NegotiationError where there is no course.
    """
    with opened_course(folder.resolve(), LOG) as course, course.gradebook() as book:
        found = [_status(course, book, assignment) for assignment in book.assignments]
        sources = course.folder / str(course.app.coursedir.source_directory)
        known = {status.name for status in found}
        names = sorted(place.name for place in sources.iterdir() if place.is_dir()) if sources.is_dir() else []
        new = [AssignmentStatus(n, False, "", 0, 0, 0, 0, 0) for n in names if n not in known and n[:1] != "."]  # noqa: FBT003
        return len(book.students), [*found, *new]


def _status(course: OpenCourse, book: Gradebook, assignment: Assignment) -> AssignmentStatus:
    due = due_dates(book, course.folder, assignment.name).due
    directories = course.app.coursedir
    submissions = list(book.assignment_submissions(assignment.name))
    pages = directories.format_path(directories.feedback_directory, "*", assignment.name)
    release = Path(directories.format_path(directories.release_directory, ".", assignment.name))
    waiting = sum(s.needs_manual_grade for s in submissions)
    return AssignmentStatus(
        assignment.name,
        release.is_dir(),
        written(due, course.zone) if due else "",
        len(course.submitted_students(assignment.name)),
        sum(s.total_seconds_late > 0 for s in submissions),
        len(submissions) - waiting,
        waiting,
        len(list(Path(pages).parent.parent.glob(f"*/{assignment.name}"))),
    )
