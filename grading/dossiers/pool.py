"""The pool: so many cases are drawn for an exercise, under keys that only the instructor can find.

A pool, and not a case for each name on a list, lets somebody who enrols late begin at once.
"""

from .secret import derived

SMALLEST = 2048
FREE = 8
"""So many cases, at the least, for every student of the class: a mistyped id seldom opens that of a classmate."""


def seal(secret: str, exercise: str) -> str:
    """Return what tells one drawing from another, and tells nothing of it: it is released with the dossiers."""
    return derived(secret, "seal", exercise)[:24]


def size_for(students: int) -> int:
    """Return how many cases a class of so many needs: 2,048, or twice that often enough."""
    size = SMALLEST
    while size < FREE * students:
        size *= 2
    return size


def key_of(secret: str, exercise: str, number: int) -> str:
    """Return the key under which a dossier's case is drawn; only the instructor can find it."""
    return derived(secret, "case", exercise, str(number))
