"""The exported marks: nbgrader's table, rounded, with each student's own due date and how the submission stands."""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from nbgrader.api import Assignment, Gradebook, MissingEntry, Student, SubmittedAssignment
from nbgrader.coursedir import CourseDirectory
from nbgrader.plugins import ExportPlugin

from ...negotiation import listing
from ..atomic_files import write_whole
from ..dates.telling import written
from ..formulas import plain
from ..given import EXPORTED, note_given
from ..notices import Notices, kept_notices
from .as_marked import Files, files_of
from .course_settings import left_out
from .due_dates import course_zone, due_dates
from .lateness import settle_penalties

COLUMNS = (
    "assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email",
    "raw_score", "late_submission_penalty", "score", "max_score", "status",
)  # fmt: skip
MISSING, WAITING, UNREAD, MARKED = "missing", "waiting", "could not be read", "marked"
LEFT_OUT, FAILED, AGAIN = "left out", "could not be marked", "to be marked again"


class ExportWithStatus(ExportPlugin):
    """`nbgrader export`: a line for each student and assignment; no mark stands where there is none yet.

    `biggerpie status` is told of it, unless only some students are asked for. The status is 'missing', 'waiting' (not
    marked yet, or in part), 'could not be read', 'could not be marked' or 'to be marked again', as when it was
    handed in again (the marks are those from before), 'left out' (by a line in nbgrader_config.py) or 'marked'.
    """

    def export(self, gradebook: Gradebook) -> None:
        """Write the table to the file that `--to` names, or grades.csv."""
        out = io.StringIO()
        table = csv.DictWriter(out, COLUMNS, lineterminator="\n")
        table.writeheader()
        chosen = [one for one in gradebook.assignments if not self.assignment or one.name in map(str, self.assignment)]
        course = Path(CourseDirectory(parent=self).root)
        for assignment in chosen:
            settle_penalties(gradebook, course, assignment.name, self)
            table.writerows(self._rows(gradebook, assignment))
        file = Path(self.to or "grades.csv").absolute()
        write_whole(file, out.getvalue().encode(errors="backslashreplace"))
        self.log.info("%s holds the marks of %s.", file, listing([one.name for one in chosen]) or "no assignment")
        if not self.student:
            self._note(chosen)

    def _note(self, assignments: Iterable[Assignment]) -> None:
        course = Path(CourseDirectory(parent=self).root)
        for assignment in assignments:
            note_given(course, assignment.name, EXPORTED)

    def _rows(self, gradebook: Gradebook, assignment: Assignment) -> Iterator[dict[str, str]]:
        course, zone = CourseDirectory(parent=self), course_zone(self.config)
        dates = due_dates(gradebook, Path(course.root), assignment.name)
        notices = {one.student: one for one in kept_notices(Path(course.root), assignment.name)}
        skipped = left_out(course, [student.id for student in gradebook.students])

        def moment(time: datetime | None) -> str:
            return written(time, zone) if time else ""

        for student in gradebook.students:
            if self.student and student.id not in map(str, self.student):
                continue
            place = Path(course.format_path(course.submitted_directory, student.id, assignment.name))
            files, told = files_of(Path(course.root), place), notices.get(student.id, Notices(student.id))
            about = mark_of(gradebook, assignment, student, files, told)
            about |= {"status": LEFT_OUT} if student.id in skipped else {}
            about |= {"assignment": assignment.name, "duedate": moment(dates.of(student.id)), "student_id": student.id}
            about |= {name: getattr(student, name) or "" for name in ("last_name", "first_name", "email")}
            about |= {"max_score": _rounded(assignment.max_score), "timestamp": moment(about.get("timestamp"))}
            yield {column: plain(str(about.get(column, ""))) for column in COLUMNS}


def mark_of(
    gradebook: Gradebook, assignment: Assignment, student: Student, files: Files, notices: Notices
) -> dict[str, Any]:
    """Return the marks so far, and how the submission stands."""
    try:
        submission = gradebook.find_submission(assignment.name, student.id)
    except MissingEntry:
        return {"status": status_of(None, notices, files)}
    about = {"timestamp": submission.timestamp, "status": status_of(submission, notices, files)}
    points = points_so_far(submission, about["status"])
    if points is None:
        return about
    return about | {
        "raw_score": _rounded(submission.score),
        "late_submission_penalty": _rounded(submission.late_submission_penalty),
        "score": _rounded(points),
    }


def points_so_far(submission: SubmittedAssignment, status: str) -> float | None:
    """Return the points of a submission so far, after the penalty for being late.

    None where its files could not be read, and nobody has given it points yet.
    """
    if status == UNREAD and not submission.score:
        return None
    return max(0.0, float(submission.score - submission.late_submission_penalty))


def status_of(submission: SubmittedAssignment | None, notices: Notices, files: Files) -> str:
    """Return how a submission stands; None is one that the gradebook does not know."""
    if notices.problem:
        return FAILED
    if submission is None:
        return MISSING if files is Files.NONE else WAITING
    if files is Files.CHANGED:
        return AGAIN
    if not submission.needs_manual_grade:
        return MARKED
    return UNREAD if notices.unread else WAITING


def _rounded(points: float) -> str:
    return f"{points:.2f}"
