"""Three offers of equal worth to their author: how they are made, and what the other side's answer tells."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import lcm

from ..case import Case, Package, Profile, profile_payoff, profile_weights
from ..counterpart import counterpart
from .entropy import partition_bits, reaction_bits
from .profiles import profiles

EVERY_PROFILE = 1.0


@lru_cache(maxsize=8)
def _equal_offers(case: Case) -> dict[tuple[int, int], Package]:
    """Return by issue and own points the offer that gives way wholly on that issue and evenly on all others.

    Whole numbers throughout, since many offers are equally even: sums of floats differ between Python versions.
    """
    best: dict[tuple[int, int], tuple[int, Package]] = {}
    own = case.parties[0]
    tops = [max(points) for points in own.points]
    scale = lcm(*tops)
    for package in case.packages():
        shares = [points[option] * scale // top for points, option, top in zip(own.points, package, tops, strict=True)]
        worth = own.payoff(package)
        for issue in (place for place, share in enumerate(shares) if share == 0):
            rest = sum(tops) - tops[issue]
            others = (share for place, share in enumerate(shares) if place != issue)
            found = (sum((share * rest - worth * scale) ** 2 for share in others), package)
            best[issue, worth] = min(best.get((issue, worth), found), found)
    return {key: package for key, (_, package) in best.items()}


def equal_offer(case: Case, give: int, level: int) -> Package:
    """Return the first party's offer that gives way wholly on an issue and is worth nearly `level` points to it."""
    offers = _equal_offers(case)
    worth = min((points for issue, points in offers if issue == give), key=lambda points: (abs(points - level), points))
    return offers[give, worth]


def prefers(case: Case, profile: Profile, offer: Package) -> bool:
    """Return whether somebody with this profile would rather have the offer than the middle of everything."""
    return profile_payoff(profile, offer) > profile_payoff(profile, case.compromise)


@dataclass(frozen=True, slots=True)
class Reaction:
    """What the case's second party answers to some offers, and what the answers tell.

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
def reaction(case: Case, offers: tuple[Package, ...]) -> Reaction:
    """Return what the second party answers to these offers of the first."""
    other = counterpart(case, case.parties[0].name)
    possible = profiles(case, other.name)
    named, accepts = _liked(other.points, offers)[0], prefers(case, other.points, offers[0])
    liked = [_liked(profile, offers) for profile in possible]
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


def _liked(profile: Profile, offers: Sequence[Package]) -> list[int]:
    worth = [profile_payoff(profile, offer) for offer in offers]
    return [place for place, points in enumerate(worth) if points == max(worth)]


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
    spans = map(profile_weights, possible)
    return tuple(tuple(place for place, span in enumerate(each) if span == max(each)) for each in spans)
