"""Profiles: what the other side may want, as far as can be known before asking."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from math import factorial, prod

from ..case import Case, Points, Profile
from ..errors import NegotiationError
from ..variants.variant import possible_profiles

MOST_PROFILES = 10_000


@lru_cache(maxsize=32)
def profiles(case: Case, party: str) -> tuple[Profile, ...]:
    """Return every distinct way of giving the party's rows of points to the issues, sorted; all equally likely.

    A whole row moves, and only to an issue with equally many options. So somebody would believe who knows the
    party's rows of points, but not which row belongs to which issue. In a case with variants
    the first party knows more: the other side wants what keeps the case within its bounds of difficulty
    (`variants.possible_profiles`). Raises NegotiationError for an unknown party and where there are more than
    10,000 such ways.
    """
    if case.party(party).leanings and party != case.parties[0].name:
        return possible_profiles(case, case.parties[0].points)
    rows = case.party(party).points
    groups: dict[int, list[int]] = {}
    for place, row in enumerate(rows):
        groups.setdefault(len(row), []).append(place)
    counted = [Counter(rows[place] for place in places) for places in groups.values()]
    if prod(map(_ways, counted)) > MOST_PROFILES:
        raise NegotiationError(
            f"the {party} of the case {case.title!r} has more than {MOST_PROFILES:,} possible profiles, "
            "too many to go through; use fewer issues, or issues that are worth the same."
        )
    places = [place for group in groups.values() for place in group]
    found = []
    for orders in product(*(list(_orders(counts)) for counts in counted)):
        in_group_order = [row for order in orders for row in order]
        by_place = dict(zip(places, in_group_order, strict=True))
        found.append(tuple(by_place[place] for place in range(len(rows))))
    return tuple(sorted(found))


def _ways(counts: Counter[Points]) -> int:
    """Return the number of distinct orders: the multinomial coefficient."""
    return factorial(counts.total()) // prod(map(factorial, counts.values()))


def _orders(counts: Counter[Points]) -> Iterator[tuple[Points, ...]]:
    """Yield each distinct order of the rows once."""
    if not counts.total():
        yield ()
    for row in [row for row, count in counts.items() if count]:
        counts[row] -= 1
        yield from ((row, *rest) for rest in _orders(counts))
        counts[row] += 1
