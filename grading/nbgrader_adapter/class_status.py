"""Where each assignment of a course stands, counted from the gradebook and the course's folders."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from nbgrader.api import Assignment, Gradebook

from ..dates.telling import written
from ..notices import Notices, kept_notices
from .as_marked import Files, files_of
from .class_marks import Classmate, classmates_in
from .due_dates import due_dates
from .export import LEFT_OUT, WAITING, points_so_far, status_of
from .open_course import OpenCourse, opened_course

LOG = "status.log"
NOT_MARKED = "not marked yet"
"""The status of what is handed in and unknown to the gradebook; the others are those of `nbgrader export`."""


@dataclass(frozen=True, slots=True)
class Work:
    """How one student's work on an assignment stands; `points` so far, None where there are none to tell."""

    status: str
    late: bool = False
    points: float | None = None
    feedback: Path | None = None


@dataclass(frozen=True, slots=True)
class AssignmentStatus:
    """How far an assignment is: counts are of students. `due` is "" where there is no due date.

    `told` counts whose submissions grading has told something about that nobody has seen to, and `newest_feedback` is
    when the newest page of feedback was written.
    """

    name: str
    generated: bool = False
    released: bool = False
    due: str = ""
    handed_in: int = 0
    late: int = 0
    marked: int = 0
    waiting: int = 0
    feedback: int = 0
    newest_feedback: datetime | None = None
    not_marked: int = 0
    told: int = 0
    most_points: float = 0
    work: Mapping[str, Work] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ClassStatus:
    """A course's name, its class, and its assignments; those not generated come last."""

    course: str
    students: tuple[Classmate, ...]
    assignments: tuple[AssignmentStatus, ...]


def class_status(folder: Path) -> ClassStatus:
    """Return where each assignment stands; raise NegotiationError where there is no course."""
    with opened_course(folder.resolve(), LOG) as course, course.gradebook() as book:
        students = tuple(classmates_in(book))
        found = [_status(course, book, assignment, students) for assignment in book.assignments]
        sources = course.folder / str(course.app.coursedir.source_directory)
        known = {status.name for status in found}
        names = sorted(place.name for place in sources.iterdir() if place.is_dir()) if sources.is_dir() else []
        new = [AssignmentStatus(name) for name in names if name not in known and name[:1] != "."]
        return ClassStatus(course.name, students, (*found, *new))


def _status(
    course: OpenCourse, book: Gradebook, assignment: Assignment, students: Iterable[Classmate]
) -> AssignmentStatus:
    due = due_dates(book, course.folder, assignment.name).due
    release = Path(course.app.coursedir.format_path(course.app.coursedir.release_directory, ".", assignment.name))
    submissions = {one.student_id: one for one in book.assignment_submissions(assignment.name)}
    submitted, feedback = course.submitted_students(assignment.name), _feedback(course, assignment.name)
    notices = {one.student: one for one in kept_notices(course.folder, assignment.name)}
    left_out = course.left_out(one.id for one in students)
    files = {one: files_of(course.folder, course.submission_folder(one, assignment.name)) for one in submitted}
    again = {student for student, stands in files.items() if stands is Files.CHANGED}
    waiting = sum(one.needs_manual_grade for student, one in submissions.items() if student not in again)

    def work_of(student: str) -> Work:
        submission, told = submissions.get(student), notices.get(student, Notices(student))
        if student in left_out:
            return Work(LEFT_OUT)
        status = status_of(submission, told, files.get(student, Files.NONE))
        if submission is None:
            return Work(NOT_MARKED if status == WAITING else status)
        points = points_so_far(submission, status)
        return Work(status, submission.total_seconds_late > 0, points, feedback.get(student))

    return AssignmentStatus(
        assignment.name,
        generated=True,
        released=release.is_dir(),
        due=written(due, course.zone) if due else "",
        handed_in=len(submitted),
        late=sum(one.total_seconds_late > 0 for one in submissions.values()),
        marked=len(submissions.keys() - again) - waiting,
        waiting=waiting,
        feedback=len(feedback),
        newest_feedback=_newest(feedback.values()),
        not_marked=len((set(submitted) - set(submissions) | again) - course.left_out(submitted)),
        told=sum(bool(one.open or one.problem) for one in notices.values()),
        most_points=float(assignment.max_score),
        work={one.id: work_of(one.id) for one in students},
    )


def _feedback(course: OpenCourse, assignment: str) -> dict[str, Path]:
    """Return the folders of feedback, by student."""
    directories = course.app.coursedir
    pages = Path(directories.format_path(directories.feedback_directory, "*", assignment))
    return {folder.parent.name: folder for folder in pages.parent.parent.glob(f"*/{assignment}")}


def _newest(folders: Iterable[Path]) -> datetime | None:
    """Return when the newest of these pages was written; None where there are none."""
    newest = 0.0
    for page in (page for folder in folders for page in folder.glob("*.html")):
        with suppress(OSError):  # a run may be replacing it at this moment
            newest = max(newest, page.lstat().st_mtime)
    return datetime.fromtimestamp(newest, UTC) if newest else None
