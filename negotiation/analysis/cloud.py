"""The cloud: what the packages are worth to the parties, for a picture."""

from collections.abc import Mapping
from functools import lru_cache
from itertools import count
from operator import add
from random import Random

from ..case import Case, Package, Payoffs

MOST = 4000
"""Distinct payoffs, above which packages are drawn."""
Dots = dict[Payoffs, Package]
"""Payoffs, each with a package that is worth them."""


def cloud(case: Case, at_most: int = MOST) -> tuple[Payoffs, ...]:
    """Return the distinct payoffs of all packages, sorted; of a large case a sample of packages.

    The sample is the same at every call. It has `at_most` payoffs, fewer where some are drawn twice.
    """
    return tuple(_found(case, at_most))


@lru_cache(maxsize=8)
def thinned_cloud(case: Case, at_most: int = 600) -> Dots:
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
def _found(case: Case, at_most: int) -> Dots:
    """Return the distinct payoffs, sorted, each with one of its packages."""
    found: Dots = {(0,) * len(case.parties): ()}
    for columns in zip(*(party.points for party in case.parties), strict=True):
        options = {points: option for option, points in reversed(list(enumerate(zip(*columns, strict=True))))}
        found = _with_one_more(found, options, at_most)
        if len(found) > at_most:
            found = _sample(case, at_most)
            break
    return dict(sorted(found.items()))


def _with_one_more(found: Dots, options: Mapping[Payoffs, int], at_most: int) -> Dots:
    """Return the payoffs once an issue more is settled; as soon as there are too many, it stops."""
    grown: Dots = {}
    for payoffs, package in found.items():
        for points, option in options.items():
            grown[tuple(map(add, payoffs, points))] = (*package, option)
        if len(grown) > at_most:
            break
    return grown


def _sample(case: Case, size: int) -> Dots:
    """Return packages that are drawn, by their payoffs; these are added up for all at once, which is soon done."""
    draw, options = Random(0), [len(issue.options) for issue in case.issues]
    packages = [tuple(map(draw.randrange, options)) for _ in range(size)]
    chosen = list(zip(*packages, strict=True))
    worth = [
        map(sum, zip(*(map(p.__getitem__, c) for p, c in zip(party.points, chosen, strict=True)), strict=True))
        for party in case.parties
    ]
    return dict(zip(zip(*worth, strict=True), packages, strict=True))
