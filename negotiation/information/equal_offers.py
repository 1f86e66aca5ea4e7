"""Offers of equal worth to their author: how they are made, and what the other side's answer tells."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from math import lcm
from operator import getitem, mul

from ..case import Case, Package, Profile, profile_payoff
from ..counterpart import counterpart
from .entropy import favourites, partition_bits, reaction_bits
from .profiles import profiles
from .questions import heaviest_issues

EVERY_PROFILE = 1.0
EQUAL_WITHIN = 5
"""How far apart offers may be to count as equal, in hundredths of their author's range from worst to best package."""


def equal_within(case: Case, party: str) -> int:
    """Return how many points two packages may be apart to count as equal for the party."""
    return sum(case.party(party).weights()) * EQUAL_WITHIN // 100


def favourite_bits(case: Case, party: str, offers: Sequence[Package]) -> float:
    """Return what hearing which of the party's offers the other side likes best tells on average, in bits.

    0 without offers. Raises NegotiationError unless there are two parties, and where the other side has more than
    10,000 possible profiles.
    """
    return reaction_bits(profiles(case, counterpart(case, party).name), offers)


@lru_cache(maxsize=32)
def _equal_offers(case: Case, party: str, give: int) -> dict[int, Package]:
    """Return by own points the offer that gives way wholly on an issue (from 0) and evenly on all others.

    Whole numbers throughout, since many offers are equally even: sums of floats differ between Python versions.
    """
    own = case.party(party)
    tops = [max(points) for points in own.points]
    scale, rest, others = lcm(*tops), sum(tops) - tops[give], len(tops) - 1
    shares = [[each * scale // top for each in points] for points, top in zip(own.points, tops, strict=True)]
    options: list[Sequence[int]] = [range(len(points)) for points in own.points]
    options[give] = [option for option, share in enumerate(shares[give]) if share == 0]
    best: dict[int, tuple[int, Package]] = {}
    for package in product(*options):
        kept = list(map(getitem, shares, package))
        worth = own.payoff(package)
        even = worth * scale
        unevenness = rest * (rest * sum(map(mul, kept, kept)) - 2 * even * sum(kept)) + others * even**2
        found = (unevenness, package)
        best[worth] = min(best.get(worth, found), found)
    return {worth: package for worth, (_, package) in best.items()}


def equal_offer(case: Case, party: str, give: int, level: int) -> Package:
    """Return the party's offer that gives way wholly on an issue (from 0) and is worth nearly `level` points to it.

    Of offers of the same worth it is the one that keeps the most even shares of all other issues. Raises
    NegotiationError for an unknown party.
    """
    offers = _equal_offers(case, party, give)
    return offers[min(offers, key=lambda points: (abs(points - level), points))]


def prefers(case: Case, profile: Profile, offer: Package) -> bool:
    """Return whether somebody with this profile would rather have the offer than the middle of everything."""
    return profile_payoff(profile, offer) > profile_payoff(profile, case.compromise)


@dataclass(frozen=True, slots=True)
class Reaction:
    """What the other side answers to some offers, and what the answers tell.

    `named` is the offer (from 0) that it likes best, of equal ones the first, though it might name each; `accepts`
    whether it would rather have the first offer than the middle. `three` and `one` are the weights (1 or less) which
    each answer leaves to the profiles, `three_bits` and `one_bits` what hearing it tells on average.
    """

    profiles: tuple[Profile, ...]
    named: int
    accepts: bool
    three: tuple[float, ...]
    one: tuple[float, ...]
    three_bits: float
    one_bits: float

    @property
    def left(self) -> int:
        """The number of profiles still possible after the best of all was named."""
        return sum(weight > 0 for weight in self.three)

    @property
    def left_alone(self) -> int:
        """The number of profiles still possible after yes or no to the first offer."""
        return sum(weight > 0 for weight in self.one)


@lru_cache(maxsize=64)
def reaction(case: Case, party: str, offers: tuple[Package, ...]) -> Reaction:
    """Return what the other side answers to these offers of the party.

    Raises NegotiationError unless there are two parties, and where the other side has more than 10,000 possible
    profiles.
    """
    other = counterpart(case, party)
    possible = profiles(case, other.name)
    named, accepts = favourites(other.points, offers)[0], prefers(case, other.points, offers[0])
    liked = [favourites(profile, offers) for profile in possible]
    alone = {profile: prefers(case, profile, offers[0]) for profile in possible}
    return Reaction(
        possible,
        named,
        accepts,
        tuple((named in best) / len(best) for best in liked),
        tuple(float(alone[profile] == accepts) for profile in possible),
        reaction_bits(possible, offers),
        partition_bits(possible, alone.__getitem__),
    )


def matters_most(possible: tuple[Profile, ...], weights: Sequence[float] | None = None) -> list[float]:
    """Return for each issue the chance (of 1) that no issue matters more, under these weights of the profiles."""
    firsts = _firsts(possible)
    given = weights or [EVERY_PROFILE] * len(possible)
    chances = [0.0] * len(possible[0])
    for places, weight in zip(firsts, given, strict=True):
        for place in places:
            chances[place] += weight
    return [chance / sum(given) for chance in chances]


@lru_cache(maxsize=8)
def _firsts(possible: tuple[Profile, ...]) -> tuple[tuple[int, ...], ...]:
    """Return for each profile the issues of greatest weight."""
    return tuple(heaviest_issues(profile) for profile in possible)
