"""The grader's side: which case a student's submission is marked on."""

from collections.abc import Callable, Collection
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from ...negotiation import NegotiationError
from .dossier import Opened, drawn_alike, drawn_case
from .drawn import digest_of_case, require_as_handed_out, require_drawn_alike
from .hub_names import names_of
from .ids import compared, nearest_id, said_of_ids, tidy
from .named import NamedCase
from .places import Places
from .pool import key_of
from .released import note_file, released_dossiers, require_released
from .secret import course_secret
from .terms import doubts
from .worked_as import FILE as WORKED_AS
from .worked_as import WorkedAs, read_worked_as, reason_against


def graded_case(course: Path, exercise: str, named: NamedCase, student: str) -> Opened:
    """Return the case that an id is given, as the secret and the note of the exercise's first generating say.

    Raises NegotiationError where one of them is missing, the secret is not that of the exercise, or this version of the
    kit draws another case than the one that was handed out.
    """
    if not named.has_variants:
        return drawn_alike(named)
    secret = course_secret(course)
    released = require_released(course, exercise, secret)
    number = released.places.number_of(student)
    opened, digest = _kept(named, key_of(secret, exercise, number))
    require_drawn_alike(exercise, named, released, number, digest)
    if not released.drawn and (dossiers := released_dossiers(course, exercise)):
        require_as_handed_out(exercise, named, opened, dossiers, number)
    return opened


def graded_places(course: Path, exercise: str) -> Places:
    """Return who has which case; raise NegotiationError as `graded_case` does."""
    return require_released(course, exercise, course_secret(course)).places


def classmates(course: Path, exercise: str, students: Callable[[], Collection[str]]) -> set[str]:
    """Return the class list, and whoever stood on it at generating: a student who has left keeps the case."""
    return {*students(), *require_released(course, exercise, course_secret(course)).students}


def worked_under(
    course: Path, exercise: str, student: str, students: Callable[[], Collection[str]], typed: str = ""
) -> tuple[str, str]:
    """Return the id on whose case a student is marked, and a sentence where a line of worked-as.csv does not count.

    `typed` is the id that the notebook says. A line for all exercises is for notebooks that say another id than the
    student's own, or none. A name by which hub-names.csv knows the student counts as the student's.
    `students` returns the class list, and is asked only where another id than the student's may count.
    """
    worked_as, own = read_worked_as(course, exercise), tidy(student)
    key = compared(student)
    if key in worked_as.faulty:
        return own, worked_as.faulty[key]
    identity = _asked_for(course, worked_as, own, typed)
    if identity == own:
        return own, ""
    places, class_ = graded_places(course, exercise), classmates(course, exercise, students)
    hubs = {compared(name) for name in names_of(course, student)}
    others = {one for one in class_ if compared(one) not in hubs}
    against = reason_against(identity, worked_as.ids, student, places, others)
    return (own, against) if against else (identity, "")


def _asked_for(course: Path, worked_as: WorkedAs, own: str, typed: str) -> str:
    """Return the id on whose case somebody asks to be marked, by the tables of the course and the notebook."""
    key, said = compared(own), compared(typed)
    if key in worked_as.ids:
        is_own = said == key and key not in worked_as.for_this_exercise
        return own if is_own else worked_as.ids[key]
    names = names_of(course, own)
    if said:
        return next((name for name in names if name == said), own)
    return names[0] if names else own


def class_doubts(course: Path, exercise: str, known: Collection[str], folders: Collection[str]) -> tuple[str, ...]:
    """Return what an instructor should know of the cases of a class; nothing where the case is the same for all.

    `known` are the ids of the class list, `folders` the names under which something was handed in.
    """
    students = {*known, *folders}
    if not note_file(course, exercise).exists():
        return ()
    try:
        found = doubts(exercise, require_released(course, exercise, course_secret(course)), students)
        others = {name for name in folders if name not in known}
        ids = filter(None, [said_of_ids(known), said_of_ids(others, "folders in submitted")])
        return (*found, *ids, *_lines_of_nobody(course, exercise, students))
    except NegotiationError:
        return ()  # it is told of every submission


def _lines_of_nobody(course: Path, exercise: str, students: Collection[str]) -> list[str]:
    """Return what is wrong with lines of worked-as.csv that name nobody of the class: nobody else is told."""
    known, lines = {compared(student) for student in students}, read_worked_as(course, exercise)
    said = [sentence for student, sentence in lines.faulty.items() if student not in known]
    said += [
        f"the line '{student},{identity}' of {WORKED_AS} does not count: no student has the id {student!r}"
        f"{nearest_id(student, known)}"
        for student, identity in lines.ids.items()
        if student not in known
    ]
    return said


def case_and_stamp(
    course: Path, exercise: str, student: str, students: Callable[[], Collection[str]]
) -> tuple[str, str]:
    """Return the id on whose case a student is marked, as the tables say, and a text that changes when that does.

    Both are "" where the case is the same for all.
    """
    note = note_file(course, exercise)
    if not note.exists():
        return "", ""
    identity, refused = worked_under(course, exercise, student, students)
    stamp = sha256("\0".join([note.read_text(encoding="utf-8"), identity, refused]).encode()).hexdigest()
    return identity, stamp


@lru_cache(maxsize=64)
def _kept(named: NamedCase, key: str) -> tuple[Opened, str]:
    opened = drawn_case(named, key)
    return opened, digest_of_case(named, opened)
