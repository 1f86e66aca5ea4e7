"""Which submissions there are, and which of them are asked for."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from glob import glob
from pathlib import Path

from nbgrader.apps.baseapp import NbGrader

from ...negotiation import NegotiationError, listing
from ..similarity.wording import printable

MOST_NAMED = 12


@dataclass(frozen=True, slots=True)
class Place:
    """Where a student's submission to an exercise lies."""

    student: str
    exercise: str
    folder: Path


def submissions(app: NbGrader) -> list[Place]:
    """Return every submission in the course's folder of submissions; a student's folder that is a link is none."""
    directory = app.coursedir.submitted_directory
    pattern = app.coursedir.format_path(directory, "(?P<student>.*)", "(?P<exercise>.*)", escape=True)
    folders = glob(app.coursedir.format_path(directory, "*", "*"))  # noqa: PTH207  # the setting may be absolute
    found = [(match, Path(folder)) for folder in folders if (match := re.fullmatch(pattern, folder, re.DOTALL))]
    places = [Place(match["student"], match["exercise"], folder) for match, folder in found if _is_one(folder)]
    return sorted(places, key=lambda place: (place.exercise, place.student))


def _is_one(folder: Path) -> bool:
    return folder.is_dir() and not folder.parent.is_symlink()


def chosen(places: Iterable[Place], student: str | None, exercise: str | None) -> list[Place]:
    """Return the submissions of a student to an exercise, None for all; raise NegotiationError where there is none."""
    some = list(places)
    if not some:
        raise NegotiationError("nobody has handed in anything yet: no folder submitted/STUDENT/EXERCISE.")
    if student is not None:
        some = _with(some, "student", student, "has handed in nothing")
    if exercise is not None:
        said = "was not handed in" + (f" by {printable(student)!r}" if student is not None else "")
        some = _with(some, "exercise", exercise, said)
    return some


def _with(places: list[Place], field: str, wanted: str, said: str) -> list[Place]:
    kept = [place for place in places if getattr(place, field) == wanted]
    if kept:
        return kept
    known = sorted({printable(getattr(place, field)) for place in places})
    near = get_close_matches(wanted, known, n=1)
    more = "" if len(known) <= MOST_NAMED else f" (the first {MOST_NAMED} of {len(known)})"
    there = f"; there is {listing(known[:MOST_NAMED])}{more}."
    raise NegotiationError(f"{printable(wanted)!r} {said}" + (f"; did you mean {near[0]!r}?" if near else there))
