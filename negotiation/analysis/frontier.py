"""The frontier: Pareto-efficient packages, from which nobody gains without another losing."""

from collections.abc import Iterable
from functools import lru_cache
from operator import add, ge
from typing import NamedTuple

from ..case import Case, Package, Payoffs


class FrontierPoint(NamedTuple):
    """Pareto-efficient payoffs, in points, and one package that gives them."""

    payoffs: Payoffs
    package: Package


@lru_cache(maxsize=512)
def frontier(case: Case) -> tuple[FrontierPoint, ...]:
    """Return the exact frontier, the first party's best first, without enumerating the packages.

    Issues are merged one by one, and dominated partial sums are dropped after each step. This is exact because
    payoffs add over issues: a dominated sum stays dominated whatever is added to both. Of packages with equal
    payoffs one is kept.
    """
    merge = {2: _merge_two}.get(len(case.parties), _merge_many)
    points = [FrontierPoint((0,) * len(case.parties), ())]
    for position in range(len(case.issues)):
        points = merge(points, list(zip(*(party.points[position] for party in case.parties), strict=True)))
    return tuple(points)


def undominated(payoffs: Iterable[Payoffs]) -> list[Payoffs]:
    """Return the distinct payoffs that no others dominate, in falling order."""
    kept: list[Payoffs] = []
    for candidate in sorted(set(payoffs), reverse=True):
        # Payoffs that dominate the candidate sort before it, so what is kept is never dropped again.
        if not any(all(map(ge, other, candidate)) for other in kept):
            kept.append(candidate)
    return kept


def _merge_two(points: list[FrontierPoint], options: list[Payoffs]) -> list[FrontierPoint]:
    """Add one issue for two parties: the best for the second at each sum of the first, then one sweep."""
    best: dict[int, tuple[int, int, int]] = {}
    for option, (first_gain, second_gain) in enumerate(options):
        for index, ((first, second), _) in enumerate(points):
            total = second + second_gain
            if (known := best.get(first + first_gain)) is None or known[0] < total:
                best[first + first_gain] = (total, index, option)
    merged = []
    highest = None
    for first in sorted(best, reverse=True):
        second, index, option = best[first]
        if highest is None or second > highest:
            highest = second
            merged.append(FrontierPoint((first, second), (*points[index].package, option)))
    return merged


def _merge_many(points: list[FrontierPoint], options: list[Payoffs]) -> list[FrontierPoint]:
    """Add one issue for any number of parties."""
    sums: dict[Payoffs, Package] = {}
    for payoffs, package in points:
        for option, gains in enumerate(options):
            sums.setdefault(tuple(map(add, payoffs, gains)), (*package, option))
    return [FrontierPoint(payoffs, sums[payoffs]) for payoffs in undominated(sums)]
