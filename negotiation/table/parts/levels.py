"""Levels: how far a counterpart has come down from its best at a time, and how the other's giving moves it."""

from dataclasses import dataclass
from functools import lru_cache

from .temper import WHOLE


@dataclass(frozen=True, slots=True)
class Clock:
    """Conceding by time: a first step, then k + (1 - k)·t^(1/β), all in thousandths of the way.

    The time-dependent tactic of Faratin, Sierra & Jennings (1998). The speed β is `speed` over two: 1 is Boulware (.5),
    2 even (1), 3 a conceder (1.5).
    """

    first_step: int = 150
    speed: int = 2

    def conceded(self, turn: int, turns: int) -> int:
        """Return the share of the way conceded in this turn (from 0) of so many, in thousandths."""
        return _conceded(self.first_step, self.speed, turn, turns)


@lru_cache(maxsize=4096)
def _conceded(first_step: int, speed: int, turn: int, turns: int) -> int:
    last = max(1, turns - 1)
    return first_step + (WHOLE - first_step) * _root(turn**2, last**2, speed) // WHOLE


def _root(numerator: int, denominator: int, degree: int) -> int:
    """Return the degree-th root of a fraction in whole thousandths, rounded down, without floats."""
    low, high = 0, WHOLE
    while low < high:
        middle = (low + high + 1) // 2
        if middle**degree * denominator <= numerator * WHOLE**degree:
            low = middle
        else:
            high = middle - 1
    return low


@dataclass(frozen=True, slots=True)
class Mirror:
    """Answering what the other gives: how much of the clock's conceding is made in any case, in thousandths.

    The rest is made as far as the other has conceded as well. Without it somebody who only follows the clock is
    best met by repeating one's ideal and taking its last offer. 1,000 mirrors nothing.
    """

    unasked: int = 300
    full: int = 500
    """The share of the way to this side's best at which the other counts as having come all of its way."""

    def share(self, worths: list[int], most: int, clock: int) -> int:
        """Return what part of the clock's conceding is made, in thousandths.

        `worths` are what the other's offers were worth, `most` is this side's best package, both in points.
        """
        if not worths or not clock:
            return self.unasked
        came, way = max(worths) - worths[0], max(1, most - worths[0]) * self.full // WHOLE
        reached = came * WHOLE * WHOLE // max(1, way * clock)
        return self.unasked + (WHOLE - self.unasked) * min(WHOLE, reached) // WHOLE
