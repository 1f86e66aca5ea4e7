"""`biggerpie status`: one table of every assignment, from handed out to exported."""

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..grading.counted import counted
from ..grading.given import EXPORTED, FEEDBACK, given, is_given_before

if TYPE_CHECKING:
    from ..grading.nbgrader_adapter.class_status import AssignmentStatus, ClassStatus

EXPLANATION = """
Shows where every assignment stands: handed out, due, handed in, late, marked in full, waiting for a person's marks,
with feedback, given back (biggerpie return) and exported (biggerpie marks). What was given back is outdated where
feedback was written since.
"""
HEADINGS = ("assignment", "out", "due", "in", "late", "marked", "waiting", "feedback", "returned", "exported")
DAY = len("2030-01-31")


def add_status_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `status` to the command line."""
    command = commands.add_parser("status", help="show where every assignment stands", description=EXPLANATION)
    command.add_argument("--course", type=Path, default=Path(), metavar="FOLDER", help="the course's folder (here)")
    command.set_defaults(run=lambda options, _: print(status_text(options.course)), passes_on=False)


@dataclass(frozen=True, slots=True)
class CourseStatus:
    """Where the class stands, and when what was given out of each assignment."""

    about: "ClassStatus"
    given: Mapping[str, Mapping[str, str]]

    def row(self, one: "AssignmentStatus") -> tuple[str, ...]:
        """Return an assignment's row, under `HEADINGS`."""
        counts = (one.handed_in, one.late, one.marked, one.waiting, one.feedback)
        returned, exported = (self.given[one.name].get(what, "")[:DAY] for what in (FEEDBACK, EXPORTED))
        days = (f"{returned} (outdated)" if self.is_outdated(one) else returned, exported)
        cells = (one.name, "yes" if one.released else "", one.due, *(str(count or "") for count in counts), *days)
        return tuple(cell or "-" for cell in cells)

    def is_outdated(self, one: "AssignmentStatus") -> bool:
        """Return whether feedback was written since an assignment's was given back."""
        return is_given_before(self.given[one.name], FEEDBACK, one.newest_feedback)


def course_status(course: Path) -> CourseStatus:
    """Return where a course stands; raise NegotiationError where there is none."""
    from ..grading.nbgrader_adapter.class_status import class_status  # nbgrader takes seconds to import

    about = class_status(course)
    return CourseStatus(about, {one.name: given(course.resolve(), one.name) for one in about.assignments})


def status_text(course: Path) -> str:
    """Return the table as text; raise NegotiationError where there is no course."""
    status = course_status(course)
    rows = [HEADINGS, *map(status.row, status.about.assignments)]
    students = counted(len(status.about.students), "student", "students")
    return "\n".join([f"{students} in the class", "", *_aligned(rows)])


def _aligned(rows: Sequence[tuple[str, ...]]) -> list[str]:
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
