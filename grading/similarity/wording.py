"""How numbers and names are said on the page and in the terminal."""

from collections.abc import Mapping, Sequence

from ..submission.printable import printable

LEAST_SAID = 0.01
MOST_NAMES = 10


def marks(number: float) -> str:
    """Return marks as a page shows them."""
    return f"{number:.1f}".removesuffix(".0")


def expected(number: float) -> str:
    """Return an expected number of pairs."""
    return f"about {number:.2g}" if number >= LEAST_SAID else f"less than {LEAST_SAID}"


def names(students: Sequence[str], most: int = MOST_NAMES) -> str:
    """Return names as they can be printed, the first ones of many."""
    shown = [printable(student) for student in students[:most]]
    more = len(students) - len(shown)
    return ", ".join(shown) + (f" and {more:,} more" if more else "")


def uncompared(reasons: Mapping[str, str]) -> list[str]:
    """Return a sentence for each reason why some could not be compared."""
    students: dict[str, list[str]] = {}
    for student, reason in reasons.items():
        students.setdefault(reason, []).append(student)
    return [printable(f"{names(some)}: {reason}") for reason, some in students.items()]
