"""Whose submission a page of feedback is of, and what of it a person has still to mark."""

from collections.abc import Mapping

from nbgrader.api import Gradebook

from ..dates.zones import Zone
from ..feedback_page.page import Handed
from .grade_rows import grade_rows
from .pages.policy import FEEDBACK


def handed_in(gradebook: Gradebook, about: Mapping[str, str], zone: Zone) -> Handed:
    """Return what the gradebook knows of it; `about` is nbgrader's: student, assignment and notebook."""
    submission = gradebook.find_submission(about["assignment"], about["student"])
    student = submission.student
    name = " ".join(filter(None, [student.first_name, student.last_name])) or student.id
    grades = grade_rows(gradebook, about["assignment"], about["student"])
    waiting = (g.cell for g in grades if g.notebook == about["notebook"] and g.waits and g.by_hand is None)
    when = submission.timestamp and zone.local(submission.timestamp)
    told = f"{when:%Y-%m-%d %H:%M} {zone.name_at(submission.timestamp)}" if when else ""
    return Handed(about["assignment"], student.id, name, told, frozenset(waiting), FEEDBACK)
