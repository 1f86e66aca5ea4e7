"""File names that a student chose, as they can be printed: quoted, short, and without what steers a terminal."""

from collections.abc import Sequence

LONGEST = 60
MOST = 5


def quoted(name: str) -> str:
    """Return a name in quotes, as it can be printed."""
    return repr(name if len(name) <= LONGEST else f"{name[:LONGEST]}…")


def quoted_all(names: Sequence[str]) -> str:
    """Return the first names of many, as they can be printed, and how many more there are."""
    more = len(names) - MOST
    return ", ".join(map(quoted, names[:MOST])) + (f" and {more} more" if more > 0 else "")
