"""What a page of feedback shows, and whose page may show something else than the gradebook holds by now."""

from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory

from ..class_run.stamps import digest_of_writing, read_stamp, stamp_file
from .as_marked import Files, files_of
from .class_marks import LOG
from .course_settings import left_out
from .feedback import ShowFindings
from .open_course import opened_course
from .standing import digest_of_marks


def digest_of_feedback(book: Gradebook, assignment: str, student: str, show: ShowFindings, autograded: Path) -> str:
    """Return a digest of all that a student's page shows if it is written now."""
    written = digest_of_writing(autograded)  # before the marks are read: nbgrader's own may be writing there now
    return f"{digest_of_marks(book, assignment, student, show)} {written}"


def older_feedback(folder: Path, assignment: str) -> list[str]:
    """Return whose page may be older than the marks; raise NegotiationError where there is no course."""
    with opened_course(folder.resolve(), LOG) as course, course.gradebook() as book:
        return older_pages(book, course.app.coursedir, assignment, ShowFindings(parent=course.app))


def older_pages(book: Gradebook, places: CourseDirectory, assignment: str, show: ShowFindings) -> list[str]:
    """Return the students whose page would be another now.

    Marks were given since, more of them may be told, or another submission was handed in. Of pages that
    `biggerpie grade` has not written nothing is known.
    """

    def place(step: str, student: str) -> Path:
        return Path(places.format_path(getattr(places, f"{step}_directory"), student, assignment))

    def is_older(student: str) -> bool:
        course, submitted = Path(places.root), place("submitted", student)
        if files_of(course, submitted) is Files.CHANGED:
            return True
        known = read_stamp(stamp_file(course, submitted)).feedback
        now = digest_of_feedback(book, assignment, student, show, place("autograded", student)) if known else ""
        return now != known

    students = {one.student_id for one in book.assignment_submissions(assignment)}
    marked = sorted(students - left_out(places, students))
    return [student for student in marked if place("feedback", student).is_dir() and is_older(student)]
