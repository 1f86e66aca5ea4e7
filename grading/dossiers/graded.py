"""The grader's side: which case a student's submission is marked on."""

from functools import lru_cache
from pathlib import Path

from ...negotiation import NegotiationError
from .dossier import Opened, drawn_alike, drawn_case
from .named import NamedCase
from .pool import key_of, number_of, require_seal, seal, tidy
from .secret import course_secret

WORKED_AS = "worked-as.csv"


def graded_case(course: Path, exercise: str, named: NamedCase, student: str) -> Opened:
    """Return the case that a student's answers are marked on, as the secret and the student's id give it.

    A line `student,id` in the course's worked-as.csv says that a student worked on the case of another id. Raises
    NegotiationError where the secret is missing or is not the one with which the exercise was generated.
    """
    if not named.has_variants:
        return drawn_alike(named)
    return case_in_pool(course, exercise, named, worked_as(course).get(tidy(student), student))


def case_in_pool(course: Path, exercise: str, named: NamedCase, identity: str) -> Opened:
    """Return the case that an id is given."""
    secret = course_secret(course)
    sealed = seal(secret, exercise)
    require_seal(course, exercise, sealed)
    return _kept(named, key_of(secret, exercise, number_of(identity, sealed)))


def worked_as(course: Path) -> dict[str, str]:
    """Return for students who worked under another id than their own which it was; {} without a file."""
    file = course / WORKED_AS
    if not file.exists():
        return {}
    try:
        rows = [line.split(",") for line in file.read_text(encoding="utf-8-sig").splitlines() if line.strip()]
    except (OSError, UnicodeDecodeError):
        raise NegotiationError(f"{WORKED_AS} cannot be read; write lines such as 'ada,adda', as UTF-8 text.") from None
    for number, line in enumerate(rows, 1):
        if len(line) != len(("student", "id")):
            raise NegotiationError(f"{WORKED_AS}, line {number}: write a student and an id, such as 'ada,adda'.")
    return {tidy(student): tidy(identity) for student, identity in rows}


@lru_cache(maxsize=64)
def _kept(named: NamedCase, key: str) -> Opened:
    return drawn_case(named, key)
