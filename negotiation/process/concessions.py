"""Concessions: how fast a side gives way, what it offers on the way, and how two such sides negotiate."""

from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from random import Random

from ..analysis.frontier import frontier
from ..case import Case, Package, Party, Profile
from ..counterpart import require_two_parties
from ..errors import NegotiationError
from .offer_log import Offer, OfferLog

ROUNDING = 1e-9
"""Points by which a level may be missed, because shares of time are not whole numbers."""


class Picking(StrEnum):
    """Which package a side offers at its level."""

    RANDOM = "random"
    """Any of those that are worth just its level, or the next more there is, to itself."""
    TRADE = "trade"
    """The best for the other side of those worth its level or more to itself."""


@dataclass(frozen=True, slots=True)
class Tactic:
    """How a side concedes: speed β (below 1 Boulware, above 1 conceder), first step k, and which package it picks."""

    speed: float
    picking: Picking
    first_step: float = 0.0
    """The share (0 to 1) of the way from its best to its reservation value that it concedes at once."""

    def __post_init__(self) -> None:
        """Refuse a speed that is not positive and a first step outside 0 to 1."""
        if self.speed <= 0 or not 0 <= self.first_step <= 1:
            raise NegotiationError("a tactic needs a speed above 0 and a first step from 0 to 1.")

    def conceded(self, time: float) -> float:
        """Return the share (0 to 1) of its way conceded when this share (0 to 1) of the time has gone.

        k + (1 - k)·time^(1/β), the time-dependent tactic of Faratin, Sierra & Jennings (1998).
        """
        return self.first_step + (1 - self.first_step) * float(time ** (1 / self.speed))


@dataclass(frozen=True, slots=True)
class Dance:
    """The offers of both sides in turn, and the package they agreed on, if any."""

    log: OfferLog
    agreement: Package | None


def target_level(party: Party, tactic: Tactic, time: float) -> float:
    """Return the points that the party wants at least when this share (0 to 1) of the time has gone."""
    most = sum(map(max, party.points))
    return most - tactic.conceded(time) * (most - party.reservation_value)


def dance(case: Case, tactics: tuple[Tactic, Tactic], deadline: int, seed: int) -> Dance:
    """Return what two sides offer in turn until one accepts or both have made their offers of the last round.

    The first party begins. Rounds go from 0 to the deadline, at which both are at their reservation values.
    A side accepts when the other's last offer is worth at least as much to it as the offer it would make now;
    the log then ends with that last offer. Whoever picks trades knows the other side's points, as one does after
    asking.

    What is conceded creates value, how fast divides it. In job-offer, with 20 rounds and both speeds 1, both
    sides together get 122 points on average over 200 seeds where they pick at random. Where both trade they get
    144, the most there is, 72 each. Speeds .5 and 2 with trades leave it at 144 and divide it 88 to 56.

    Raises NegotiationError unless there are two parties and a round.
    """
    require_two_parties(case)
    if deadline < 1:
        raise NegotiationError("a dance needs time to concede; give a deadline of at least 1 round.")
    draw = Random(seed)  # noqa: S311  # a simulation needs no cryptography
    log: list[Offer] = []
    for turn in range(2 * (deadline + 1)):
        side = case.parties[turn % 2]
        package = _picked(case, turn % 2, tactics[turn % 2], turn // 2 / deadline, draw)
        if log and side.payoff(log[-1].package) >= side.payoff(package):
            return Dance(tuple(log), log[-1].package)
        log.append(Offer(side.name, package))
    return Dance(tuple(log), None)


def _picked(case: Case, own: int, tactic: Tactic, time: float, draw: Random) -> Package:
    level = target_level(case.parties[own], tactic, time)
    if tactic.picking is Picking.RANDOM:
        return random_at(case.parties[own].points, level, draw)
    reaching = [point for point in frontier(case) if point.payoffs[own] >= level - ROUNDING]
    return max(reaching, key=lambda point: (point.payoffs[1 - own], point.payoffs[own])).package


def random_at(profile: Profile, level: float, draw: Random) -> Package:
    """Draw one of the packages worth just the level, or the next more there is; each is equally likely."""
    ways = _ways(profile)
    sums = _sums(profile)
    left = sums[bisect_left(sums, level - ROUNDING)]
    package = []
    for points, rest in zip(profile, ways[1:], strict=True):
        option = draw.choices(range(len(points)), [rest.get(left - worth, 0) for worth in points])[0]
        package.append(option)
        left -= points[option]
    return tuple(package)


@lru_cache(maxsize=32)
def _sums(profile: Profile) -> tuple[int, ...]:
    """Return what whole packages can be worth, in rising order."""
    return tuple(sorted(_ways(profile)[0]))


@lru_cache(maxsize=32)
def _ways(profile: Profile) -> tuple[dict[int, int], ...]:
    """Return for each place, and for the end, what the issues from there on can add up to, and in how many ways."""
    ways = [{0: 1}]
    for row in reversed(profile):
        merged: dict[int, int] = {}
        for worth in row:
            for rest, count in ways[0].items():
                merged[rest + worth] = merged.get(rest + worth, 0) + count
        ways.insert(0, merged)
    return tuple(ways)
