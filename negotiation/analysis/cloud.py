"""The cloud: what the packages are worth to the parties, for a picture."""

from functools import lru_cache
from itertools import count
from operator import add
from random import Random

from ..case import Case, Package, Payoffs

MOST = 4000
"""Distinct payoffs, above which packages are drawn."""


def cloud(case: Case, at_most: int = MOST) -> tuple[Payoffs, ...]:
    """Return the distinct payoffs of all packages, sorted; of a large case a sample of packages.

    The sample is the same at every call. It has `at_most` payoffs, fewer where some are drawn twice.
    """
    return tuple(_found(case, at_most))


@lru_cache(maxsize=8)
def thinned_cloud(case: Case, at_most: int = 600) -> dict[Payoffs, Package]:
    """Return payoffs of the cloud, sorted, with a package for each: so far apart that at most so many are left.

    Of each square of the payoff plane one is kept; the squares are as small as may be, so a small cloud is whole.
    """
    found = _found(case, MOST)
    for apart in count(1):
        squares = {tuple(points // apart for points in payoffs): payoffs for payoffs in reversed(found)}
        if len(squares) <= at_most:
            return {payoffs: found[payoffs] for payoffs in sorted(squares.values())}
    raise AssertionError("a square that holds all payoffs leaves one")


@lru_cache(maxsize=8)
def _found(case: Case, at_most: int) -> dict[Payoffs, Package]:
    """Return the distinct payoffs, sorted, each with one of its packages."""
    found: dict[Payoffs, Package] = {(0,) * len(case.parties): ()}
    for columns in zip(*(party.points for party in case.parties), strict=True):
        options = {points: option for option, points in reversed(list(enumerate(zip(*columns, strict=True))))}
        found = {
            tuple(map(add, payoffs, points)): (*package, option)
            for payoffs, package in found.items()
            for points, option in options.items()
        }
        if len(found) > at_most:
            found = _sample(case, at_most)
            break
    return dict(sorted(found.items()))


def _sample(case: Case, size: int) -> dict[Payoffs, Package]:
    draw = Random(0)
    packages = (tuple(draw.randrange(len(issue.options)) for issue in case.issues) for _ in range(size))
    return {case.payoffs(package): package for package in packages}
