"""What is told of pages of feedback before they go out, in a zip or by mail."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from ...grading.nbgrader_adapter.class_marks import ClassMarks, said_to_be_left_out
from ...grading.nbgrader_adapter.export import LEFT_OUT
from ...negotiation import NegotiationError


@dataclass(frozen=True, slots=True)
class FeedbackPages:
    """The folders with feedback on an assignment, by the student's id.

    `left_out` are the students whom the course's settings leave out; `told` is a sentence for each folder of one of
    them, and of a stranger to the class list, whose pages nobody is to get.
    """

    folders: dict[str, Path]
    left_out: set[str]
    told: list[str]


def feedback_pages(course: Path, marks: ClassMarks) -> FeedbackPages:
    """Return the pages that there are for an assignment."""
    folders = {folder.parent.name: folder for folder in sorted((course / "feedback").glob(f"*/{marks.assignment}"))}
    left_out = {student for student, mark in marks.marks.items() if mark.status == LEFT_OUT}
    strangers = [f"{student} has feedback and is not in the class list." for student in folders.keys() - marks.marks]
    return FeedbackPages(folders, left_out, [*sorted(strangers), *said_to_be_left_out(left_out & folders.keys())])


def no_feedback(assignment: str) -> NegotiationError:
    """Return the error of an assignment without any feedback."""
    return NegotiationError(f"there is no feedback for {assignment!r} yet; run 'biggerpie grade {assignment}'.")


def said_of_missing_marks(students: Collection[str]) -> list[str]:
    """Return the sentence on students on whose pages marks are still missing, if there are any."""
    return [f"Marks are still missing on {len(students)} of these pages: {', '.join(students)}."] if students else []
