"""The pool: so many cases are drawn for an exercise, and a student's id says which of them is whose.

A pool, and not a case for each name on a list, lets somebody who enrols late begin at once.
"""

from hashlib import sha256
from pathlib import Path
from unicodedata import normalize

from ...negotiation import NegotiationError
from .secret import derived

SEALS = ".biggerpie/seals"
"""Where a course notes the seal of every exercise that was generated."""
SIZE = 2048
"""More than the largest class we know of; in a class of 30 every fifth time two share a case."""


def seal(secret: str, exercise: str) -> str:
    """Return what tells one drawing from another, and tells nothing of it: it is released with the dossiers."""
    return derived(secret, "seal", exercise)[:24]


def number_of(student: str, sealed: str) -> int:
    """Return which dossier of the pool is the student's."""
    return int(sha256(f"{sealed}\0{tidy(student)}".encode()).hexdigest(), 16) % SIZE


def key_of(secret: str, exercise: str, number: int) -> str:
    """Return the key under which a dossier's case is drawn; only the instructor can find it."""
    return derived(secret, "case", exercise, str(number))


def fingerprint(student: str, sealed: str) -> str:
    """Return what stands in the dossiers for an enrolled id, so that a mistyped one is mostly noticed.

    So short that many ids share it: the class list cannot be told from it.
    """
    return sha256(f"known\0{sealed}\0{tidy(student)}".encode()).hexdigest()[:4]


def require_seal(course: Path, exercise: str, sealed: str) -> None:
    """Raise NegotiationError if the exercise was generated with another secret."""
    noted = course / SEALS / exercise
    if noted.exists() and noted.read_text(encoding="utf-8") != sealed:
        raise NegotiationError(
            f"dossier-secret.txt has changed since {exercise} was generated, so students have other cases than those "
            f"it gives; put the old secret back, or, if nobody has begun, delete {SEALS}/{exercise} and generate again."
        )


def tidy(student: str) -> str:
    """Return an id as it is compared: without the space around it, in one form of Unicode."""
    return normalize("NFC", student.strip())
