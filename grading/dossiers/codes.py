"""Short codes for points and preferences, as a dossier holds them."""

from collections.abc import Sequence

from ...negotiation import Profile
from ...negotiation.analysis.importance import Importance
from ...negotiation.variants.party_texts import Preference
from ...negotiation.variants.variant import points_row

STRENGTHS = (Importance.LITTLE, Importance.MUCH, Importance.MOST)


def written_profile(points: Profile) -> list[list[int]]:
    """Return each issue's weight and best option (from 0)."""
    return [[max(worth), worth.index(max(worth))] for worth in points]


def read_profile(code: Sequence[Sequence[int]]) -> Profile:
    """Return the points of `written_profile`."""
    return tuple(points_row(weight, best) for weight, best in code)


def written_preferences(wanted: Sequence[Preference]) -> list[list[int]]:
    """Return each issue's best option (from 0) and how much it matters, from 0 for a little to 2 for most of all."""
    return [[wish.best, STRENGTHS.index(wish.strength)] for wish in wanted]


def read_preferences(code: Sequence[Sequence[int]]) -> tuple[Preference, ...]:
    """Return the preferences of `written_preferences`."""
    return tuple(Preference(best, STRENGTHS[strength]) for best, strength in code)
