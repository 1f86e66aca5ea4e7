"""Which submissions there are, and which of them are asked for."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from glob import glob
from pathlib import Path

from ...negotiation import NegotiationError, listing
from ..dossiers.ids import compared
from ..nbgrader_adapter.open_course import OpenCourse
from ..submission.printable import printable
from ..submission.printable_names import quoted

MOST_NAMED = 12


@dataclass(frozen=True, slots=True)
class Place:
    """Where a student's submission to an exercise lies."""

    student: str
    exercise: str
    folder: Path


@dataclass(frozen=True, slots=True)
class HandedIn:
    """The submissions, and by folder in a sentence each what is not looked into: whose it is would not be known."""

    places: list[Place]
    closed: dict[Path, str]


def handed_in(course: OpenCourse) -> HandedIn:
    """Return every submission in the course's folder of submissions, and what in it cannot be looked into.

    What is no folder is a submission only where others handed in a folder of that name.
    """
    closed = closed_folders(glob(str(course.submission_folder("*", "*").parent)))  # noqa: PTH207  # it may be absolute
    places = [Place(*one) for one in course.submissions() if one[-1].parent not in closed]
    known = {place.exercise for place in places if os.path.isdir(place.folder)}  # noqa: PTH112  # `is_dir` may raise
    return HandedIn(
        sorted((p for p in places if p.exercise in known), key=lambda place: (place.exercise, place.student)), closed
    )


def closed_folders(paths: Iterable[str]) -> dict[Path, str]:
    """Return by folder why it is not looked into: it is a link, or nobody may."""
    closed: dict[Path, str] = {}
    for path in sorted(paths):
        if os.path.islink(path):  # noqa: PTH114  # `is_symlink` may raise
            closed[Path(path)] = "is a link to another place, so it was not followed."
        elif os.path.isdir(path) and not os.access(path, os.R_OK | os.X_OK):  # noqa: PTH112
            closed[Path(path)] = "cannot be looked into (permission denied); let its owner open it by chmod u+rwx."
    return closed


def chosen(found: HandedIn, student: str | None, exercise: str | None) -> list[Place]:
    """Return the submissions of a student to an exercise, None for all; raise NegotiationError where there is none."""
    some = found.places
    for folder, why in found.closed.items():
        if folder.name == student and not any(place.student == student for place in some):
            raise NegotiationError(f"{quoted(student)} {why}")
    if not some and not found.closed:
        raise NegotiationError("nobody has handed in anything yet: no folder submitted/STUDENT/EXERCISE.")
    if student is not None:
        some = _with(some, "student", student, "has handed in nothing")
    if exercise is not None:
        said = "was not handed in" + (f" by {printable(student)!r}" if student is not None else "")
        some = _with(some, "exercise", exercise, said)
    return some


def _with(places: list[Place], field: str, wanted: str, said: str) -> list[Place]:
    kept = [place for place in places if getattr(place, field) == wanted]
    kept = kept or [place for place in places if compared(getattr(place, field)) == compared(wanted)]
    if kept:
        return kept
    known = sorted({printable(getattr(place, field)) for place in places})
    near = get_close_matches(wanted, known, n=1)
    more = "" if len(known) <= MOST_NAMED else f" (the first {MOST_NAMED} of {len(known)})"
    there = f"; there is {listing(known[:MOST_NAMED])}{more}."
    raise NegotiationError(f"{printable(wanted)!r} {said}" + (f"; did you mean {near[0]!r}?" if near else there))
