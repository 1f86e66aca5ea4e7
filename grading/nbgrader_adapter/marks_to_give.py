"""The marks that may be given out: a student who may still hand in gets none, as the feedback tells none."""

from dataclasses import replace
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Configurable

from ..dates.telling import utc_now, written
from .class_marks import LOG, ClassMarks, GivenMark, marks_in
from .due_dates import course_zone, due_dates
from .feedback import FULL, ShowFindings
from .open_course import opened_course
from .record import is_the_kits


def marks_to_give(folder: Path, assignment: str) -> ClassMarks:
    """Return everybody's marks that may be given out; raise NegotiationError where it was never generated."""
    with opened_course(folder.resolve(), LOG) as course, course.gradebook() as book:
        return marks_to_give_in(book, course.app.coursedir, assignment, course.app)


def marks_to_give_in(book: Gradebook, course: CourseDirectory, assignment: str, settings: Configurable) -> ClassMarks:
    """Return marks as `marks_in` does, without points where the student's time isn't over, which the status says.

    All are given where the settings let the feedback tell everything at once, and those of an ordinary assignment,
    whose feedback does. Raises NegotiationError for an unknown assignment.
    """
    marks = marks_in(book, course, assignment, settings)
    names = [notebook.name for notebook in book.find_assignment(assignment).notebooks]
    if ShowFindings(parent=settings).diagnosis == FULL or not is_the_kits(course.db_url, assignment, names):
        return marks
    dates, zone, now = due_dates(book, Path(course.root), assignment), course_zone(settings.config), utc_now()

    def may_be_given(student: str, mark: GivenMark) -> GivenMark:
        until = dates.of(student)
        if mark.points is None or until is None or until <= now:
            return mark
        return GivenMark(f"{mark.status}, and the time isn't over (until {written(until, zone)})", None)

    return replace(marks, marks={student: may_be_given(student, mark) for student, mark in marks.marks.items()})
