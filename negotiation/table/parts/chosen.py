"""The choice model: whoever likes an option better offers it more often, the more so the more its issue matters."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp, log
from operator import mul
from typing import NamedTuple

from ...case import Package, Profile
from .guess import Guess, opposed
from .temper import WHOLE

WEIGHTS = (250, 500, 750, 1_000, 1_500, 2_000)
"""What an issue may weigh, in thousandths of an equal share."""
PULL = 3.0
"""On an issue of equal share the best option is e to this power times as likely to be offered as the worst."""
INNER, ODD = 0.06, 0.08
"""How likely a wish for an inner option, and for an issue without order, is before any offer, beside one for an end."""
NEW = 700
"""What an offer counts, in thousandths, because it resembles the one before."""
SCALE, MANY = 2**20, len(WEIGHTS)


class Wishes(NamedTuple):
    """What an issue's options may be worth: a list of shapes, and of pairs of a shape with a weight.

    Logarithms of chances are in thousandths.
    """

    columns: tuple[tuple[int, ...], ...]
    """By option: how good each shape makes it, in thousandths."""
    priors: tuple[int, ...]
    """Of each pair: the logarithm of how likely it is before any offer."""
    chances: tuple[tuple[int, ...], ...]
    """By option: the logarithm of the chance that it is offered, for each pair."""


@dataclass(frozen=True, slots=True)
class Choices:
    """Bayes per issue (after Hindriks & Tykhonov 2008), with offers as choices by the logit rule (McFadden 1974).

    Possible wishes are one best option with equal steps away from it, and one odd option, good or bad, among equals;
    each with every weight. All sums are whole numbers, so that no choice hangs on a float's last digit.
    """

    def guess(self, own: Profile, offers: Sequence[Package]) -> Guess:
        """Return what the other side's offers say it wants; before any, that it wants the opposite."""
        if not offers:
            return opposed(own)
        values = [_values(column, len(row)) for column, row in zip(zip(*offers, strict=True), own, strict=True)]
        heights = [max(row) for row in values]
        total = sum(heights)
        return Guess(
            tuple(WHOLE * len(values) * height // total for height in heights),
            tuple(tuple(WHOLE * value // height for value in row) for row, height in zip(values, heights, strict=True)),
        )


def _values(column: Sequence[int], options: int) -> list[int]:
    """Return what every option of an issue is worth in expectation, after what was offered of it."""
    wishes = _wishes(options)
    evidence: Sequence[int] = wishes.priors
    for option in set(column):
        times = NEW * column.count(option)
        evidence = [known + times * chance for known, chance in zip(evidence, wishes.chances[option], strict=True)]
    most = max(evidence)
    likely = [round(SCALE * exp((found - most) / WHOLE**2)) for found in evidence]
    weighed = [sum(map(mul, likely[start : start + MANY], WEIGHTS)) for start in range(0, len(likely), MANY)]
    total = sum(likely)
    return [sum(map(mul, weighed, shape)) // total for shape in wishes.columns]


@lru_cache(maxsize=64)
def _wishes(options: int) -> Wishes:
    shapes = list(_shapes(options))
    chances = [_chances(shape, weight) for shape, _ in shapes for weight in WEIGHTS]
    priors = [round(WHOLE * log(prior)) * WHOLE for _, prior in shapes for _ in WEIGHTS]
    columns = zip(*(shape for shape, _ in shapes), strict=True)
    return Wishes(tuple(columns), tuple(priors), tuple(zip(*chances, strict=True)))


def _shapes(options: int) -> Iterator[tuple[tuple[int, ...], float]]:
    """Yield how good the options may be, each with how likely that is beside a wish for an end."""
    for best in range(options):
        farthest = max(best, options - 1 - best, 1)
        shape = tuple(WHOLE - WHOLE * abs(option - best) // farthest for option in range(options))
        yield shape, 1.0 if best in (0, options - 1) else INNER
    if options > 2:  # noqa: PLR2004  # of two options both are ends
        for odd in range(options):
            yield tuple(WHOLE if option == odd else 400 for option in range(options)), ODD
            yield tuple(0 if option == odd else 600 for option in range(options)), ODD


def _chances(shape: tuple[int, ...], weight: int) -> tuple[int, ...]:
    pulls = [PULL * weight * good / WHOLE**2 for good in shape]
    total = log(sum(exp(pull) for pull in pulls))
    return tuple(round(WHOLE * (pull - total)) for pull in pulls)
