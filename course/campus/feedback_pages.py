"""What is told of pages of feedback before they go out, in a zip or by mail."""

from collections.abc import Collection, Iterable
from pathlib import Path

from ...grading.nbgrader_adapter.class_marks import ClassMarks
from ...grading.nbgrader_adapter.export import LEFT_OUT
from ...negotiation import NegotiationError


def feedback_folders(course: Path, assignment: str) -> dict[str, Path]:
    """Return the folders with feedback on an assignment, by the student's id."""
    return {folder.parent.name: folder for folder in sorted((course / "feedback").glob(f"*/{assignment}"))}


def no_feedback(assignment: str) -> NegotiationError:
    """Return the error of an assignment without any feedback."""
    return NegotiationError(f"there is no feedback for {assignment!r} yet; run 'biggerpie grade {assignment}'.")


def said_of_strangers(students: Iterable[str], known: Collection[str]) -> list[str]:
    """Return a sentence for each of the students who is not known to the class list."""
    return [f"{student} has feedback and is not in the class list." for student in students if student not in known]


def left_out_of(marks: ClassMarks) -> set[str]:
    """Return whom the course's settings leave out."""
    return {student for student, mark in marks.marks.items() if mark.status == LEFT_OUT}


def said_of_left_out(students: Iterable[str]) -> list[str]:
    """Return a sentence for each of the students whom the course's settings leave out."""
    return [f"{student} is left out, as nbgrader_config.py says." for student in sorted(students)]


def said_of_missing_marks(students: Collection[str]) -> list[str]:
    """Return the sentence on students on whose pages marks are still missing, if there are any."""
    return [f"Marks are still missing on {len(students)} of these pages: {', '.join(students)}."] if students else []
