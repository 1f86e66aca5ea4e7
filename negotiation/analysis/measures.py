"""Measures of one package: how much it creates, what both could still gain, how the gains are shared."""

from fractions import Fraction
from functools import lru_cache
from math import prod
from operator import sub

from ..case import Case, Package
from .frontier import frontier
from .landmarks import best_gains, gains, greatest_sum, kalai_smorodinsky, nash, shares


def is_feasible(case: Case, package: Package) -> bool:
    """Return whether every party gets its reservation value or more."""
    return min(gains(case, case.payoffs(package))) >= 0


def joint_value(case: Case, package: Package) -> int:
    """Return the sum of all parties' payoffs, in points."""
    return sum(case.payoffs(package))


def slack(case: Case, package: Package) -> int:
    """Return the points that every party could still gain at once; 0 if and only if weakly efficient.

    This is the greatest smallest gain of any package. Some package on the frontier reaches it, because a package
    that dominates another lowers nobody's gain.
    """
    own = case.payoffs(package)
    least: list[int] = [min(map(sub, point.payoffs, own)) for point in frontier(case)]
    return max(least)


def is_efficient(case: Case, package: Package) -> bool:
    """Return whether no package is at least as good for all and better for one (Pareto)."""
    payoffs = case.payoffs(package)
    return any(point.payoffs == payoffs for point in frontier(case))


def value_created(case: Case, package: Package) -> Fraction | None:
    """Return the share (of 1) of the value above the compromise that the package creates.

    1 is the greatest joint value in the zone of agreement, 0 the compromise's, negative is less than
    that. None where the compromise already has the greatest joint value.
    """
    middle = joint_value(case, case.compromise)
    creatable = sum(greatest_sum(case).payoffs) - middle
    return Fraction(joint_value(case, package) - middle, creatable) if creatable else None


def nash_ratio(case: Case, package: Package) -> Fraction | None:
    """Return the product of the gains as a share (of 1) of the greatest; 0 outside the zone of agreement.

    None where no package lets every party gain.
    """
    greatest = prod(gains(case, nash(case).payoffs))
    gained = (max(0, gain) for gain in gains(case, case.payoffs(package)))
    return Fraction(prod(gained), greatest) if greatest else None


def min_gain_ratio(case: Case, package: Package) -> Fraction | None:
    """Return the worst-off party's share of its best gain, as a share (of 1) of the greatest such share.

    None where some party can gain nothing.
    """
    if 0 in best_gains(case):
        return None
    greatest = min(shares(case, gains(case, kalai_smorodinsky(case).payoffs)))
    gained = [max(0, gain) for gain in gains(case, case.payoffs(package))]
    return min(shares(case, gained)) / greatest if greatest else None


def losses(case: Case, package: Package) -> tuple[int, ...]:
    """Return for each issue the joint points that its best option would add: 0 where nothing was missed.

    Their sum is the greatest joint value of all packages less this package's.
    """
    return tuple(max(joint) - joint[option] for joint, option in zip(_joint_points(case), package, strict=True))


@lru_cache(maxsize=512)
def _joint_points(case: Case) -> tuple[tuple[int, ...], ...]:
    by_issue = zip(*(party.points for party in case.parties), strict=True)
    return tuple(tuple(map(sum, zip(*columns, strict=True))) for columns in by_issue)
