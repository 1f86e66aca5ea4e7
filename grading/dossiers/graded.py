"""The grader's side: which case a student's submission is marked on."""

from collections.abc import Callable, Collection
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from ...negotiation import NegotiationError
from .dossier import Opened, drawn_alike, drawn_case
from .named import NamedCase
from .places import Places
from .pool import key_of, tidy
from .released import note_file, require_released
from .secret import course_secret
from .terms import doubts
from .worked_as import FILE as WORKED_AS
from .worked_as import read_worked_as, reason_against

MOST_LINES = 5


def graded_case(course: Path, exercise: str, named: NamedCase, student: str) -> Opened:
    """Return the case that an id is given, as the secret and the note of the exercise's first generating say.

    Raises NegotiationError where one of them is missing, or the secret is not that of the exercise.
    """
    if not named.has_variants:
        return drawn_alike(named)
    secret = course_secret(course)
    places = require_released(course, exercise, secret).places
    return _kept(named, key_of(secret, exercise, places.number_of(student)))


def graded_places(course: Path, exercise: str) -> Places:
    """Return who has which case; raise NegotiationError as `graded_case` does."""
    return require_released(course, exercise, course_secret(course)).places


def classmates(course: Path, exercise: str, students: Callable[[], Collection[str]]) -> set[str]:
    """Return the class list, and who stood on it when the exercise was generated: a case stays that of who has left."""
    return {*students(), *require_released(course, exercise, course_secret(course)).students}


def worked_under(course: Path, exercise: str, student: str, students: Callable[[], Collection[str]]) -> tuple[str, str]:
    """Return the id on whose case a student is marked, and a sentence where a line of worked-as.csv does not count.

    `students` returns the class list, and is asked only where the student has a line.
    """
    worked_as, own = read_worked_as(course), tidy(student)
    if own in worked_as.faulty:
        return own, worked_as.faulty[own]
    if own not in worked_as.ids:
        return own, ""
    places, class_ = graded_places(course, exercise), classmates(course, exercise, students)
    against = reason_against(worked_as.ids, student, places, class_)
    return (own, against) if against else (worked_as.ids[own], "")


def class_doubts(course: Path, exercise: str, students: Collection[str]) -> tuple[str, ...]:
    """Return what an instructor should know of the cases of a class; nothing where the case is the same for all."""
    if not note_file(course, exercise).exists():
        return ()
    try:
        found = doubts(exercise, require_released(course, exercise, course_secret(course)), students)
        return (*found, *_lines_of_nobody(course, students))
    except NegotiationError:
        return ()  # it is told of every submission


def _lines_of_nobody(course: Path, students: Collection[str]) -> list[str]:
    """Return what is wrong with lines of worked-as.csv that name nobody of the class: nobody else is told."""
    known = {tidy(student) for student in students}
    said = [sentence for student, sentence in read_worked_as(course).faulty.items() if student not in known]
    more = len(said) - MOST_LINES
    return said[:MOST_LINES] + ([f"{more} more lines of {WORKED_AS} do not count."] if more > 0 else [])


def identity_stamp(course: Path, exercise: str, student: str, students: Callable[[], Collection[str]]) -> str:
    """Return a text that changes when a student is to be marked on another case than before."""
    note = note_file(course, exercise)
    if not note.exists():
        return ""
    identity, refused = worked_under(course, exercise, student, students)
    return sha256("\0".join([note.read_text(encoding="utf-8"), identity, refused]).encode()).hexdigest()


@lru_cache(maxsize=64)
def _kept(named: NamedCase, key: str) -> Opened:
    return drawn_case(named, key)
