"""Whether what was said of a side is true of it."""

from ..analysis.importance import importances
from ..case import Profile
from .moves import SayBack, Tell


def is_true(said: Tell | SayBack, points: Profile) -> bool:
    """Return whether these points bear out how much an issue is said to matter and which option to be best."""
    row = points[said.issue]
    best = said.wanted is None or row[said.wanted] == max(row)
    return best and said.importance in (None, importances(points)[said.issue])
