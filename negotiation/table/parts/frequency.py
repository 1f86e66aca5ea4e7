"""The smoothed frequency model: what is offered often is liked, and what changes rarely matters."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import eq, mul

from ...case import Package, Profile
from .guess import Guess, opposed
from .temper import WHOLE


@dataclass(frozen=True, slots=True)
class SmoothedFrequency:
    """Half how often an option was offered, half how near it is to what was offered; weights by unchanged issues.

    The frequency model of HardHeaded (van Krimpen, Looije & Hajizadeh 2013), smoothed, because in a dozen offers most
    options never come up (Baarslag, Hendrikx, Hindriks & Jonker 2016 compare such models).
    """

    def guess(self, own: Profile, offers: Sequence[Package]) -> Guess:
        """Return what the other side's offers say it wants; before any, that it wants the opposite."""
        if not offers:
            return opposed(own)
        columns = list(zip(*offers, strict=True))
        return Guess(
            _weights(columns),
            tuple(_shape(column, len(points)) for column, points in zip(columns, own, strict=True)),
        )


def _weights(columns: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """Return weights that grow with how often an issue stayed as it was, with a mean of one."""
    unchanged = [1 + sum(map(eq, column, column[1:])) for column in columns]
    total = sum(unchanged)
    return tuple(WHOLE * len(columns) * times // total for times in unchanged)


def _shape(column: Sequence[int], options: int) -> tuple[int, ...]:
    counts = list(map(column.count, range(options)))
    most, width = max(counts), max(1, options - 1) * len(column)
    away = [sum(map(mul, counts, far)) for far in _distances(options)]
    return tuple(
        [(WHOLE * count // most + WHOLE * (width - far) // width) // 2 for count, far in zip(counts, away, strict=True)]
    )


@lru_cache(maxsize=64)
def _distances(options: int) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(abs(here - there) for there in range(options)) for here in range(options))
