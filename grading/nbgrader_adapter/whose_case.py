"""On whose case a submission is marked, and what is odd about it; a notebook that belongs elsewhere waits."""

from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbgrader.coursedir import CourseDirectory

from ...negotiation import NegotiationError
from ..dossiers.belonging import not_of_this_exercise
from ..dossiers.graded import classmates, graded_case, graded_places, worked_under
from ..dossiers.ids import compared, tidy
from ..dossiers.named import LINE, NamedCase, named_case
from ..dossiers.origin import Origin
from ..dossiers.places import Places
from ..dossiers.worked_as import proposed_line
from ..marking import total_mark
from ..submission.notebook import SubmittedCell, typed_student
from .class_list import class_list
from .record import RecordedExercise

ANOTHERS_ID = (
    "the notebook was worked on as {other}, who is another student, and handed in by {student!r}, on whose case it "
    "is marked; ask how that came about."
)
ANOTHERS_CASE = (
    "the notebook was worked on as {other}, which opens the case of {whose!r}, and handed in by {student!r}, on "
    "whose case it is marked; no line in worked-as.csv changes that. Ask how that came about."
)
WRONG_ID = "the notebook was worked on as {other}, but handed in by {student!r}, on whose case it is marked; "
SLIP = "if that was a slip, write '{line}' into worked-as.csv in the course folder and grade again."
NO_SLIP = "no line for worked-as.csv is proposed, for one of the two is no plain id. Ask how that came about."
NOT_COMPARED = (
    "none of its answers earns anything on either case, so it is not known which they fit; ask how that came about."
)
FITS_OWN = "its answers fit that case better ({own:.1f} marks, there {there:.1f}), so nothing is to be done."
ALONE = (
    "the notebook was opened with --alone, for learners without a course, on a case of nobody's in the class; it is "
    "marked on the student's own."
)
LONGEST_ID = 60


class BelongsElsewhereError(NegotiationError):
    """A notebook of another exercise or another course: it is not marked, and waits."""


@dataclass(frozen=True, slots=True)
class ToMark:
    """A notebook to be marked, as restored, with the exercise that it is marked as and its course."""

    notebook: NotebookNode
    exercise: RecordedExercise
    course: Path
    assignment: str
    db_url: str

    def identity_of(self, student: str) -> tuple[str, list[str]]:
        """Return the id on whose case a student's notebook is marked, and what an instructor should know of it."""
        typed, places = tidy(typed_student(self.notebook)), graded_places(self.course, self.assignment)
        students = partial(classmates, self.course, self.assignment, partial(class_list, self.db_url))
        identity, refused = worked_under(self.course, self.assignment, student, partial(class_list, self.db_url), typed)
        return identity, [*filter(None, [refused, self._another_id(places, student, identity, typed, students)])]

    def _another_id(
        self, places: Places, student: str, identity: str, typed: str, students: Callable[[], Collection[str]]
    ) -> str:
        """Return a sentence where the notebook was worked on under an id that opens another case; "" where not."""
        if not typed or places.number_of(typed) in {places.number_of(student), places.number_of(identity)}:
            return ""
        whose = places.whose(typed, {tidy(other) for other in students() if compared(other) != compared(student)})
        shown = ascii(typed if len(typed) <= LONGEST_ID else f"{typed[:LONGEST_ID]}…")
        if whose:
            same = places.read(whose) == places.read(typed)
            return (ANOTHERS_ID if same else ANOTHERS_CASE).format(other=shown, student=student, whose=whose)
        own, there = self._marks_as(identity), self._marks_as(typed)
        if compared(typed) == compared(student) and own >= there:
            return ""
        said, line = WRONG_ID.format(other=shown, student=student), proposed_line(student, typed)
        if own == there == 0:
            return said + NOT_COMPARED
        if own > there:
            return said + FITS_OWN.format(own=own, there=there)
        return said + (SLIP.format(line=line) if line else NO_SLIP)

    def _marks_as(self, identity: str) -> float:
        opened = graded_case(self.course, self.assignment, self.exercise.named, identity)
        return total_mark(self.notebook, self.exercise, opened)


def to_mark(notebook: NotebookNode, exercise: RecordedExercise, coursedir: CourseDirectory, about: Any) -> ToMark:
    """Return a notebook as nbgrader is about to mark it."""
    return ToMark(notebook, exercise, Path(coursedir.root), about["assignment"], about["db_url"])


def refuse_from_elsewhere(
    cells: Iterable[SubmittedCell], exercise: RecordedExercise, coursedir: CourseDirectory, assignment: str
) -> str:
    """Raise BelongsElsewhereError where a submission is the notebook of another exercise or another course.

    Returns a sentence where it was opened without a course, else "".
    """
    found = _named_by(cells)
    if found is None:
        return ""
    sealed = ""
    if exercise.named.has_variants:
        with suppress(NegotiationError):  # told when the case is looked for
            sealed = graded_places(Path(coursedir.root), assignment).seal
    here = Origin(assignment, coursedir.course_id, sealed)
    if said := not_of_this_exercise(found, exercise.named, here):
        raise BelongsElsewhereError(said)
    return ALONE if found.alone else ""


def _named_by(cells: Iterable[SubmittedCell]) -> NamedCase | None:
    """Return what the first `%case` line of a submission names, None where none can be read."""
    lines = (LINE.search(cell.source) for cell in cells if cell.cell_type == "code")
    line = next(filter(None, lines), None)
    try:
        return named_case(line["words"]) if line else None
    except NegotiationError:
        return None
