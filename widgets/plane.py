"""What stands in every payoff plane: the cloud, the best packages, the middle, and how far the axes reach."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from ..negotiation import Case, Package, Payoffs, frontier, thinned_cloud
from .contract import Backdrop, Dots

GRID = 20
"""Points between two lines of the plane."""
FIRST_OPTION = ord("0")
Ordering = Callable[[Payoffs], list[int]]


def backdrop(case: Case, ordered: Ordering = list, marked: Iterable[Package] = ()) -> Backdrop:
    """Return the backdrop of a two-party case, each payoff as `ordered` turns it (the learner's own first).

    With floors at both reservation values, in points; `marked` are packages that have a mark of their own.
    """
    dots = dots_of(case, ordered, [[issue.name, *issue.options] for issue in case.issues])
    return {
        **dots,
        "also": also(case, [case.compromise, *marked], ordered),
        "middle": ordered(case.payoffs(case.compromise)),
        "floors": ordered(case.reservation_values),
        "limit": limit([*dots["cloud"], *(points for pair in dots["frontier"] for points in pair)]),
    }


def dots_of(case: Case, ordered: Ordering = list, issues: Sequence[Sequence[str]] = ()) -> Dots:
    """Return the thinned cloud and the frontier, each payoff as `ordered` turns it.

    `issues` are names, each followed by its options in words; with them each dot says which package it is.
    """
    dots, best = thinned_cloud(case), frontier(case)
    drawn: Dots = {
        "cloud": [value for dot in dots for value in ordered(dot)],
        "frontier": [ordered(point.payoffs) for point in best],
    }
    if issues:
        drawn["issues"] = [list(issue) for issue in issues]
        drawn["packages"] = [letters(package) for package in dots.values()]
        drawn["best"] = [letters(point.package) for point in best]
    return drawn


def also(case: Case, packages: Iterable[Package], ordered: Ordering = list) -> list[list[Any]]:
    """Return packages that have a mark of their own, as [own points, their points, letters]."""
    return [[*ordered(case.payoffs(package)), letters(package)] for package in packages]


def letters(package: Package) -> str:
    """Return a letter for each issue's option, from "0" on."""
    return "".join(chr(FIRST_OPTION + option) for option in package)


def limit(points: Iterable[int]) -> int:
    """Return where axes end that show all these points: the next line of the grid."""
    return -(-max(points) // GRID) * GRID


def with_sign(points: int) -> str:
    """Return a change in points with its sign, a real minus; 0 without one."""
    return f"{points:+d}".replace("-", "\N{MINUS SIGN}") if points else "0"
