"""Setting and listing due dates and extensions, in the gradebook and in extensions.csv."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from nbgrader.api import Assignment, Gradebook

from ...negotiation import NegotiationError
from ..dates.extensions import read_extensions, write_extensions
from ..dates.reading import read_moment, read_span
from ..dates.zones import Zone, in_utc
from ..dossiers.ids import compared, nearest_id, tidy
from .due_dates import due_dates, settle_extension, told_dates
from .nobodys_extensions import nobodys_extensions
from .open_course import OpenCourse, course_lock, opened_course
from .standing import roster

NONE = "none"
LOG = "dates.log"


@dataclass(frozen=True, slots=True)
class Dates:
    """The course whose dates are set, and its open gradebook."""

    course: OpenCourse
    book: Gradebook

    def assignment(self, name: str) -> Assignment:
        """Return an assignment that the gradebook knows, or that stands in source/ and is generated later."""
        self.course.require_assignment(self.book, name)
        return self.book.update_or_create_assignment(name)

    def students(self) -> dict[str, str]:
        """Return the ids of the class list and of whoever handed in, by how they are compared."""
        return {compared(one): tidy(one) for one in [*self.course.handed_in(), *roster(self.book)]}

    def told(self, name: str) -> list[str]:
        """Return an assignment's dates as they are understood."""
        first, *more = told_dates(due_dates(self.book, self.course.folder, name), self.course.zone)
        return [f"{name}: {first}", *(f"  {line}" for line in more)]


def list_dates(course: Path, assignment: str | None = None) -> list[str]:
    """Return the dates of an assignment, or of all, as lines; raise NegotiationError with one sentence."""
    with _opened(course, writes=False) as dates:
        names = [assignment] if assignment else [known.name for known in dates.book.assignments]
        if not names:
            raise NegotiationError("no exercise has been generated in this course yet, so there are no dates.")
        told = [line for name in names for line in dates.told(dates.assignment(name).name)]
        return [*told, *nobodys_extensions(dates.course, dates.book)]


def set_due_date(course: Path, assignment: str, text: str) -> list[str]:
    """Set an assignment's due date, or take it away where the text is 'none'; return lines that say how it is now."""
    with _opened(course) as dates:
        due = None if text == NONE else read_moment(text, dates.course.zone.rules)
        found = dates.assignment(assignment)
        found.duedate = due
        for submission in found.submissions:
            settle_extension(dates.book, dates.course.folder, submission)
        dates.book.db.commit()
        return [*dates.told(assignment), *_what_follows(found), *nobodys_extensions(dates.course, dates.book)]


def set_extension(course: Path, assignment: str, student: str, text: str) -> list[str]:
    """Let a student hand in until a date, or so much later as '2d' says; 'none' takes it away. Return lines."""
    with _opened(course) as dates:
        found, key = dates.assignment(assignment), compared(student)
        known = dates.students()
        if key not in known:
            raise NegotiationError(f"{student!r} is not in the class list{nearest_id(student, known.values())}")
        kept = read_extensions(dates.course.folder).items()
        lines = {line: until for line, until in kept if (line[0], compared(line[1])) != (assignment, key)}
        if text != NONE:
            lines[assignment, known[key]] = _until(text, assignment, found.duedate, dates.course.zone)
        write_extensions(dates.course.folder, lines, dates.course.zone)
        for submission in found.submissions:
            if compared(submission.student_id) == key:
                submission.extension = None
                settle_extension(dates.book, dates.course.folder, submission)
        dates.book.db.commit()
        return [*dates.told(assignment), *_what_follows(found), *nobodys_extensions(dates.course, dates.book)]


def _until(text: str, assignment: str, due: datetime | None, zone: Zone) -> datetime:
    if due is None:
        raise NegotiationError(f"{assignment} has no due date, so nobody needs an extension; set the due date first.")
    span = read_span(text)
    if span is None:
        until = read_moment(text, zone.rules)
    elif span.seconds:  # hours are counted, days keep the clock's time
        until = due + span
    else:
        until = in_utc(zone.local(due) + span, zone.rules)
    if until <= due:
        raise NegotiationError(f"{text!r} is not after the due date of {assignment}, so it is no extension.")
    return until


def _what_follows(assignment: Assignment) -> list[str]:
    """Say what is to be done where marks may depend on the date."""
    if not assignment.submissions:
        return []
    return [f"Who is late, and what the feedback tells, may have changed: run biggerpie grade {assignment.name}"]


@contextmanager
def _opened(course: Path, *, writes: bool = True) -> Iterator[Dates]:
    course = course.resolve()
    with (
        opened_course(course, LOG) as opened,
        course_lock(course) if writes else nullcontext(),
        opened.gradebook() as book,
    ):
        yield Dates(opened, book)
