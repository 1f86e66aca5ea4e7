"""Standings: how each counterpart of a tournament did, with intervals that say how sure that is."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from random import Random

from ..case import Case
from .tournament import Outcome

RESAMPLES = 1_000
TAIL = 25
"""Of a thousand resampled means, how many lie beyond either end of the interval."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean and its 95 % interval, as shares of 1."""

    mean: Fraction
    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class Standing:
    """How a counterpart did in its talks, on either side: all but the numbers of talks and cases as shares of 1.

    Of a talk with itself both sides are counted. `agreed` of its talks ended in an agreement; `won` is its gain, `left`
    its partner's, each of the most that side can gain, and `created` the gain of both of the most they can gain
    together. Talks without an agreement count as 0.
    """

    name: str
    talks: int
    cases: int
    agreed: Estimate
    won: Estimate
    left: Estimate
    created: Estimate


def standings(outcomes: Iterable[Outcome]) -> tuple[Standing, ...]:
    """Return how each counterpart did, those that won most first; of equal ones in the order of their names.

    Intervals are bootstrapped over cases, because talks about one case are alike (Efron 1979, percentiles of a thousand
    resamples, the same at every call); with a single case they have no width.
    """
    rows: dict[str, list[tuple[Outcome, int]]] = {}
    for outcome in outcomes:
        for side, name in enumerate(outcome.match.names):
            rows.setdefault(name, []).append((outcome, side))
    found = [_standing(name, rows[name]) for name in sorted(rows)]
    return tuple(sorted(found, key=lambda standing: -standing.won.mean))


def _standing(name: str, rows: Sequence[tuple[Outcome, int]]) -> Standing:
    measures: dict[str, Callable[[Outcome, int], Fraction]] = {
        "agreed": lambda outcome, _: Fraction(outcome.payoffs is not None),
        "won": lambda outcome, side: outcome.won[side],
        "left": lambda outcome, side: outcome.won[1 - side],
        "created": lambda outcome, _: outcome.created,
    }
    cases = {outcome.match.case for outcome, _ in rows}
    estimates = {
        key: _estimate([(o.match.case, measure(o, side)) for o, side in rows]) for key, measure in measures.items()
    }
    return Standing(name, len(rows), len(cases), **estimates)


def _estimate(values: Sequence[tuple[Case, Fraction]]) -> Estimate:
    """Return the mean over cases of the means in each, and its interval."""
    by_case: dict[Case, list[Fraction]] = {}
    for case, value in values:
        by_case.setdefault(case, []).append(value)
    means = [sum(each, Fraction(0)) / len(each) for each in by_case.values()]
    exact = sum(means, Fraction(0)) / len(means)
    parts = [round(1_000_000 * mean) for mean in means]  # whole millionths add up alike in every Python
    sums = sorted(sum(map(parts.__getitem__, draw)) for draw in _draws(len(parts)))
    low, high = (Fraction(sums[place], 1_000_000 * len(parts)) for place in (TAIL - 1, RESAMPLES - TAIL))
    return Estimate(exact, min(low, exact), max(high, exact))


@lru_cache(maxsize=4)
def _draws(count: int) -> tuple[tuple[int, ...], ...]:
    draw = Random(0)  # noqa: S311  # resampling needs no cryptography
    return tuple(tuple(draw.choices(range(count), k=count)) for _ in range(RESAMPLES))
