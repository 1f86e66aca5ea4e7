"""How many packages give each payoff, exactly, without going through the packages one by one."""

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from operator import add
from types import MappingProxyType

from ..case import Case, Package, Payoffs
from ..errors import NegotiationError

MOST_PAYOFFS = 200_000


@lru_cache(maxsize=8)
def payoff_counts(case: Case) -> Mapping[Payoffs, int]:
    """Return every payoff that some package gives, in points, with the number of packages that give it.

    Raises NegotiationError where there are more than 200,000 different payoffs.
    """
    return MappingProxyType(merged_counts(case, range(len(case.issues))))


def merged_counts(case: Case, issues: Iterable[int]) -> dict[Payoffs, int]:
    """Return what the options of these issues (from 0) add up to, in points, and in how many ways.

    Issues are merged one by one, and sums met more than once are counted together. Raises NegotiationError
    where there are more than 200,000 different sums.
    """
    counts: dict[Payoffs, int] = {(0,) * len(case.parties): 1}
    for issue in issues:
        merged: dict[Payoffs, int] = {}
        for points in zip(*(party.points[issue] for party in case.parties), strict=True):
            for payoffs, count in counts.items():
                total = tuple(map(add, payoffs, points))
                merged[total] = merged.get(total, 0) + count
            _require_few(case, merged)
        counts = merged
    return counts


def counted_packages(case: Case) -> dict[Payoffs, tuple[Package, int]]:
    """Return, by the payoffs that some package gives, one such package and the number of packages that give them.

    Issues are merged one by one, so no package is gone through. Raises NegotiationError where there are more than
    200,000 different payoffs.
    """
    found: dict[Payoffs, tuple[Package, int]] = {(0,) * len(case.parties): ((), 1)}
    for columns in zip(*(party.points for party in case.parties), strict=True):
        longer: dict[Payoffs, tuple[Package, int]] = {}
        for payoffs, (package, times) in found.items():
            for option, points in enumerate(zip(*columns, strict=True)):
                reached = tuple(map(add, payoffs, points))
                longer[reached] = ((*package, option), times + longer.get(reached, ((), 0))[1])
            _require_few(case, longer)
        found = longer
    return found


def _require_few(case: Case, payoffs: Collection[Payoffs]) -> None:
    if len(payoffs) > MOST_PAYOFFS:
        raise NegotiationError(
            f"the packages of the case {case.title!r} have more than {MOST_PAYOFFS:,} different payoffs, "
            "too many to go through; use fewer issues or rounder points."
        )
