"""How many packages are better than one, exactly, even where there are too many to go through."""

from bisect import bisect_left
from collections.abc import Mapping

from ..case import Case, Package, Payoffs
from ..counterpart import require_two_parties
from .payoff_counts import merged_counts


def count_dominating(case: Case, package: Package) -> int:
    """Return how many packages of a two-party case are at least as good for both as this one and better for one.

    The issues are parted in two halves and the sums of each half counted; a package is a sum of one half with
    a sum of the other. So ten issues of nine options take a second. Raises NegotiationError unless there are
    two parties, and where a half has more than 200,000 different payoffs.
    """
    require_two_parties(case)
    first, second = case.payoffs(package)
    half, rest = (merged_counts(case, range(start, len(case.issues), 2)) for start in (0, 1))
    equal = sum(count * rest.get((first - a, second - b), 0) for (a, b), count in half.items())
    return _at_least(half, rest, (first, second)) - equal


def _at_least(half: Mapping[Payoffs, int], rest: Mapping[Payoffs, int], least: Payoffs) -> int:
    """Count the pairs of sums that reach both points: the rest by falling first points, a tree over its second."""
    seconds = sorted({b for _, b in rest})
    falling = sorted(rest, reverse=True)
    tree = [0] * (len(seconds) + 1)
    counted = taken = added = 0
    for (a, b), count in sorted(half.items()):
        while taken < len(falling) and a + falling[taken][0] >= least[0]:
            sums = falling[taken]
            _add(tree, bisect_left(seconds, sums[1]) + 1, rest[sums])
            added += rest[sums]
            taken += 1
        counted += count * (added - _below(tree, bisect_left(seconds, least[1] - b)))
    return counted


def _add(tree: list[int], place: int, count: int) -> None:
    """Add to a place (from 1) of a binary indexed tree (Fenwick 1994)."""
    while place < len(tree):
        tree[place] += count
        place += place & -place


def _below(tree: list[int], places: int) -> int:
    """Return the sum of the first places of the tree."""
    total = 0
    while places:
        total += tree[places]
        places -= places & -places
    return total
