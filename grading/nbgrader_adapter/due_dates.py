"""Until when each student may hand in: the assignment's due date, and extensions, all in UTC as nbgrader keeps them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from nbgrader.api import Assignment, Gradebook, MissingEntry, SubmittedAssignment

from ..dates.extensions import read_extensions
from ..dates.telling import told, whose_zone
from ..dates.zones import Zone, chosen_zone
from ..dossiers.ids import compared
from ..submission.printable_names import quoted
from .extensions_of_lines import is_of_a_line, note_line


@dataclass(frozen=True, slots=True)
class DueDates:
    """An assignment's due date, None where it has none, and the later ones of students with an extension.

    `until` is by the student's id as it is compared, and `spelled` has the id as it was written.
    """

    due: datetime | None = None
    until: Mapping[str, datetime] = field(default_factory=dict)
    spelled: Mapping[str, str] = field(default_factory=dict)

    def of(self, student: str) -> datetime | None:
        """Return until when a student may hand in, None where that is for ever."""
        return self.due and max(self.due, self.until.get(compared(student), self.due))


def due_dates(gradebook: Gradebook, course: Path, assignment: str) -> DueDates:
    """Return until when everybody may hand in; a line of extensions.csv counts before what the gradebook holds.

    What a line gave that is gone counts no more.
    Raises MissingEntry where the gradebook does not know the assignment, and NegotiationError where the file is wrong.
    """
    due = gradebook.find_assignment(assignment).duedate
    if due is None:
        return DueDates()
    granted = gradebook.db.query(SubmittedAssignment.student_id, SubmittedAssignment.extension).join(
        Assignment, Assignment.id == SubmittedAssignment.assignment_id
    )
    granted = granted.filter(Assignment.name == assignment, SubmittedAssignment.extension.is_not(None))
    lines = _lines(course, assignment)
    left = ((s, extension) for s, extension in granted if not is_of_a_line(course, assignment, s, extension))
    found = {s: due + extension for s, extension in left} | lines
    return DueDates(due, {compared(s): until for s, until in found.items()}, {compared(s): s for s in found})


def due_of(gradebook: Gradebook, course: Path, assignment: str, student: str) -> datetime | None:
    """Return until when one student may hand in, None where that is for ever; raise as `due_dates` does."""
    due = gradebook.find_assignment(assignment).duedate
    if due is None:
        return None
    if until := _line_of(course, assignment, student):
        return max(due, until)
    try:
        extension = gradebook.find_submission(assignment, student).extension
    except MissingEntry:
        return due
    return due if is_of_a_line(course, assignment, student, extension) else due + (extension or timedelta())


def told_dates(dates: DueDates, zone: Zone) -> Sequence[str]:
    """Return lines that say an assignment's due date, and later ones, as they are understood."""
    if dates.due is None:
        return ("no due date",)
    later = [
        (until, dates.spelled.get(student, student)) for student, until in dates.until.items() if until > dates.due
    ]
    lines = [
        f"due {told(dates.due, zone)}",
        *(f"{quoted(student)} until {told(t, zone)}" for t, student in sorted(later)),
    ]
    return (*lines, *filter(None, [whose_zone(zone, dates.due)]))


def settle_extension(gradebook: Gradebook, course: Path, submission: SubmittedAssignment) -> None:
    """Write a student's line of extensions.csv into the gradebook, from which nbgrader takes who is late.

    Where the line is gone, what it gave is taken back.
    """
    due, name, student = submission.assignment.duedate, submission.assignment.name, submission.student_id
    if due is None:
        return
    if until := _line_of(course, name, student):
        extension = max(until - due, timedelta()) or None
        note_line(course, submission, extension)
        submission.extension = extension
    elif is_of_a_line(course, name, student, submission.extension):
        submission.extension = None  # and the note stays until the next time, since this may be rolled back
    else:
        note_line(course, submission, None)
    gradebook.db.flush()


def course_zone(config: Any) -> Zone:
    """Return the zone in which the course's dates are read and told, as `c.CourseDates.zone` says."""
    return chosen_zone(str(config.CourseDates.get("zone", "")))


def _line_of(course: Path, assignment: str, student: str) -> datetime | None:
    lines, key = _lines(course, assignment), compared(student)
    return next((until for spelled, until in lines.items() if compared(spelled) == key), None)


def _lines(course: Path, assignment: str) -> dict[str, datetime]:
    return {student: until for (name, student), until in read_extensions(course).items() if name == assignment}
