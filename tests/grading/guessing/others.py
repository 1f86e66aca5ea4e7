"""What the other side may want, seen from the own side: its issues in the order in which they matter there.

A *ranked* package says for each of these issues how much of it the own side gets, from 0 (nothing) to 4 (all).
"""

from functools import lru_cache
from math import sqrt

from biggerpie.negotiation import Case, Package, Profile
from biggerpie.negotiation.variants.variant import OPTIONS, RESERVATION_VALUES, WEIGHTS, Pairing

ALL = OPTIONS - 1
OWN_LEAST, THEIR_LEAST = RESERVATION_VALUES
Ranked = tuple[int, ...]
OWN = tuple(tuple(weight * got // ALL for got in range(OPTIONS)) for weight in WEIGHTS)


class Other:
    """One thing that the other side may want, with what it makes of every package."""

    def __init__(self, pairing: Pairing) -> None:
        """Work out what is worth what."""
        self.weights, self.opposed = pairing
        self.rows = [
            [weight * (ALL - got if against else got) // ALL for got in range(OPTIONS)]
            for weight, against in zip(self.weights, self.opposed, strict=True)
        ]
        self.frontier = self._frontier()
        self.most = max((a - OWN_LEAST) * (b - THEIR_LEAST) for a, b in self.frontier if a >= OWN_LEAST)
        self.left_by_middle = self.slack(50, 50)
        self._marks: dict[tuple[int, int], float] = {}

    def worth(self, ranked: Ranked) -> int:
        """What a package is worth to it."""
        return sum(row[got] for row, got in zip(self.rows, ranked, strict=True))

    def slack(self, own: int, other: int) -> int:
        """What both could still gain at once."""
        return max(min(a - own, b - other) for a, b in self.frontier)

    def mark(self, own: int, other: int) -> float:
        """The package mark, by the formula alone."""
        if own < OWN_LEAST or other < THEIR_LEAST:
            return 0.0
        if (found := self._marks.get((own, other))) is None:
            root = sqrt((own - OWN_LEAST) * (other - THEIR_LEAST) / self.most)
            found = 60 * root + 40 * max(0.0, 1 - self.slack(own, other) / self.left_by_middle)
            found = found if (own, other) in self.frontier else min(99.0, found)
            self._marks[own, other] = found
        return found

    def kind(self, place: int) -> str:
        """The kind of an issue."""
        if not self.opposed[place]:
            return "compatible"
        return "distributive" if self.weights[place] == WEIGHTS[place] else "integrative"

    def _frontier(self) -> list[tuple[int, int]]:
        reached = {(0, 0)}
        for mine, theirs in zip(OWN, self.rows, strict=True):
            sums = {(a + mine[got], b + theirs[got]) for a, b in reached for got in range(OPTIONS)}
            reached, most = set(), -1
            for own, other in sorted(sums, reverse=True):
                if other > most:
                    reached.add((own, other))
                    most = other
        return sorted(reached)


@lru_cache(maxsize=512)
def other_of(pairing: Pairing) -> Other:
    """Return it, worked out once."""
    return Other(pairing)


def own_worth(ranked: Ranked) -> int:
    """What a package is worth to the own side."""
    return sum(row[got] for row, got in zip(OWN, ranked, strict=True))


def ranks(own: Profile) -> list[int]:
    """The issues (from 0) in the order in which they matter to the own side."""
    return sorted(range(len(own)), key=lambda place: -max(own[place]))


def pairing_of(own: Profile, other: Profile) -> Pairing:
    """What the other side wants, in that order."""
    ranked = ranks(own)
    best = [[row.index(max(row)) for row in side] for side in (own, other)]
    return Pairing(tuple(max(other[p]) for p in ranked), tuple(best[0][p] != best[1][p] for p in ranked))


def ranked_of(own: Profile, package: Package) -> Ranked:
    """A package as ranked."""
    return tuple(package[place] if own[place][-1] else ALL - package[place] for place in ranks(own))


def package_of(case: Case, ranked: Ranked) -> Package:
    """A ranked package as one of the case."""
    own = case.parties[0].points
    by_place = dict(zip(ranks(own), ranked, strict=True))
    return tuple(by_place[n] if own[n][-1] else ALL - by_place[n] for n in range(len(own)))
