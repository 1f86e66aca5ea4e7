"""What stands in every payoff plane: the cloud, the best packages, the middle, and how far the axes reach."""

from collections.abc import Callable, Iterable

from ..negotiation import Case, Payoffs, cloud, frontier
from .contract import Backdrop

GRID = 20
"""Points between two lines of the plane."""
Ordering = Callable[[Payoffs], list[int]]


def backdrop(case: Case, ordered: Ordering = list) -> Backdrop:
    """Return the backdrop of a two-party case, each payoff as `ordered` turns it (the learner's own first).

    With floors at both reservation values, in points.
    """
    dots = [value for dot in cloud(case) for value in ordered(dot)]
    return {
        "cloud": dots,
        "frontier": [ordered(point.payoffs) for point in frontier(case)],
        "middle": ordered(case.payoffs(case.compromise)),
        "floors": ordered(case.reservation_values),
        "limit": limit(dots),
    }


def limit(points: Iterable[int]) -> int:
    """Return where axes end that show all these points: the next line of the grid."""
    return -(-max(points) // GRID) * GRID


def with_sign(points: int) -> str:
    """Return a change in points with its sign, a real minus; 0 without one."""
    return f"{points:+d}".replace("-", "\N{MINUS SIGN}") if points else "0"
