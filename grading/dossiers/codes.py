"""Short codes for points and wishes, as a dossier holds them."""

from collections.abc import Sequence

from ...negotiation import Profile
from ...negotiation.analysis.importance import Importance
from ...negotiation.variants.party_texts import Wish
from ...negotiation.variants.variant import row

STRENGTHS = (Importance.LITTLE, Importance.MUCH, Importance.MOST)


def written_profile(points: Profile) -> list[list[int]]:
    """Return each issue's weight and best option (from 0)."""
    return [[max(worth), worth.index(max(worth))] for worth in points]


def read_profile(code: Sequence[Sequence[int]]) -> Profile:
    """Return the points of `written_profile`."""
    return tuple(row(weight, best) for weight, best in code)


def written_wishes(wanted: Sequence[Wish]) -> list[list[int]]:
    """Return each issue's best option (from 0) and how much it matters, from 0 for a little to 2 for most of all."""
    return [[wish.best, STRENGTHS.index(wish.strength)] for wish in wanted]


def read_wishes(code: Sequence[Sequence[int]]) -> tuple[Wish, ...]:
    """Return the wishes of `written_wishes`."""
    return tuple(Wish(best, STRENGTHS[strength]) for best, strength in code)
