"""Feedback for everybody in one zip, under the names that the campus system takes back."""

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from ...grading.nbgrader_adapter.class_marks import ClassMarks
from .feedback_pages import feedback_pages, no_feedback, said_of_missing_marks

WHEN = (1980, 1, 1, 0, 0, 0)  # the same pages make the same zip


@dataclass(frozen=True, slots=True)
class Returned:
    """The zip, how many pages it holds, and what the instructor must know."""

    content: bytes
    count: int
    told: tuple[str, ...]


def feedback_zip(course: Path, marks: ClassMarks, places: Mapping[str, str]) -> Returned:
    """Return the zip of the class; `places` is what the system wrote before each sender's own file name.

    A student who is not in `places` gets a folder of the id, which is told where others are, and who is not in the
    class isn't in the zip. Raises NegotiationError where there is no feedback yet.
    """
    found = feedback_pages(course, marks)
    known = marks.marks.keys() - found.left_out
    students = {student: folder for student, folder in found.folders.items() if student in known}
    if not students:
        raise no_feedback(marks.assignment)
    in_part = [student for student in students if marks.marks[student].points is None]
    told = [
        *found.told,
        *(f"{student} has no feedback yet." for student in sorted(set(places) - set(students) - found.left_out)),
        *(said_of_unplaced(sorted(set(students) - set(places))) if places else ()),
        *said_of_missing_marks(in_part),
    ]
    out = BytesIO()
    count = 0
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for student, folder in students.items():
            for page in sorted(folder.glob("*.html")):
                name = f"{places.get(student, f'{student}/')}{page.name}"
                packed.writestr(zipfile.ZipInfo(name, WHEN), page.read_bytes(), zipfile.ZIP_DEFLATED)
                count += 1
    return Returned(out.getvalue(), count, tuple(told))


def said_of_unplaced(students: Sequence[str]) -> list[str]:
    """Return a sentence for each page that has no name of the system's, as nothing of the student came from its zip."""
    why = "was not collected from the zip, so the system can't place the page in"
    return [f"{student} {why} {student}/; send it yourself." for student in students]
