"""Three final offers, and what no deal is worth by then: drawn so that the best of them may still be none."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, product

from ..case import Case, Package, Profile
from .variant import OPTIONS, WEIGHTS, choice, shuffled

BETTER = range(8, 21)
"""By how many points what the student has without a deal has grown."""
LOWERED = (8, 10, 12)
"""How many points less than before the other side says that it is worth."""
APART = (8, 9, 10)
"""How far the best offer is from having no deal, in points."""
BEATEN_BY = range(3, 7)
"""How much less than the best the beaten offer is worth, on two issues together."""
BELOW = range(8, 13)
"""How much less than the best the offer with the promise is worth as it is written."""
TEMPTS = 6
"""How much more than everything else it would be worth with the promise."""
MOST_AT_AN_END = 2
Ranked = tuple[int, ...]
"""How much the first party gets of each issue, 0 to 4, the issue that matters most to it first."""


@dataclass(frozen=True, slots=True)
class FinalOffers:
    """Three packages, of which one is to be taken or none; what no deal is worth, and what is said of that.

    With the offer `with_promise` (from 0) comes a promise of so many points that is written nowhere.
    """

    offers: tuple[Package, ...]
    alternative: int
    said_alternative: int
    with_promise: int
    promise: int


def final_offers(case: Case, key: str) -> FinalOffers:
    """Return final offers to the first party of a variant: a best one, one that it beats, and one with a promise.

    A third of the keys leave even the best one below having no deal. All of it depends on the first party alone.
    """
    own, before = case.parties[0].points, case.parties[0].reservation_value
    alternative, apart = before + choice(key, "alternative", BETTER), choice(key, "apart", APART)
    worth = alternative + choice(key, "leave", (-apart, apart, apart))
    best = choice(key, "best", [it for it in _by_worth()[worth] if _beaten(it)])
    less = worth - choice(key, "below", BELOW)
    tempting = choice(key, "tempting", [it for it in _by_worth()[less] if any(map(int.__gt__, it, best))])
    drawn = shuffled(f"{key} final offers", [best, choice(key, "beaten", _beaten(best)), tempting])
    promise = max(worth, alternative) + TEMPTS - less
    said = before - choice(key, "said", LOWERED)
    return FinalOffers(tuple(_package(own, it) for it in drawn), alternative, said, drawn.index(tempting), promise)


def beats(own: Profile, one: Package, other: Package) -> bool:
    """Return whether a package is better on some issue and worse on none, by these points."""
    pairs = [(row[a], row[b]) for row, a, b in zip(own, one, other, strict=True)]
    return all(a >= b for a, b in pairs) and any(a > b for a, b in pairs)


@lru_cache(maxsize=1)
def _by_worth() -> Mapping[int, Sequence[Ranked]]:
    """Return what has few issues at an end, as final offers look, by what it is worth in points."""
    found = defaultdict(list)
    for ranked in product(range(OPTIONS), repeat=len(WEIGHTS)):
        if sum(got in {0, OPTIONS - 1} for got in ranked) <= MOST_AT_AN_END:
            found[_points(ranked)].append(ranked)
    return found


def _points(ranked: Ranked) -> int:
    return sum(weight * got // (OPTIONS - 1) for weight, got in zip(WEIGHTS, ranked, strict=True))


@lru_cache(maxsize=1 << 14)
def _beaten(best: Ranked) -> Sequence[Ranked]:
    """Return what is a step worse on two issues and alike on all others."""
    lower = [
        tuple(got - (place in pair) for place, got in enumerate(best)) for pair in combinations(range(len(best)), 2)
    ]
    return [it for it in lower if min(it) >= 0 and _points(best) - _points(it) in BEATEN_BY]


def _package(own: Profile, ranked: Ranked) -> Package:
    places = sorted(range(len(own)), key=lambda place: -max(own[place]))
    got = dict(zip(places, ranked, strict=True))
    return tuple(row.index(max(row) * got[place] // (OPTIONS - 1)) for place, row in enumerate(own))
