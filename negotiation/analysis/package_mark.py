"""The package mark: one number from 0 to 100 for what a package is worth to both sides together."""

from functools import lru_cache
from math import sqrt

from ..case import Case, Package
from ..errors import NegotiationError
from .measures import is_efficient, is_feasible, nash_ratio, slack

NASH_PART, SLACK_PART = 60, 40
DOMINATED_AT_MOST = 99.0


def package_mark(case: Case, package: Package) -> float:
    """Return the mark of a package, from 0 to 100.

    Outside the zone of agreement it is 0. Inside, the root of the Nash ratio counts up to 60, and 40 go to how much
    less slack the package leaves than the compromise; where the compromise leaves none, the root alone counts up
    to 100. A dominated package gets 99 at most. A package that is better for both never gets less, because its
    product of gains is greater and its slack is smaller.

    Raises NegotiationError where no package lets every party gain.
    """
    ratio = nash_ratio(case, package)
    if ratio is None:
        raise NegotiationError(
            f"the case {case.title!r} cannot be marked: no package lets every party gain; lower a reservation value."
        )
    if not is_feasible(case, package):
        return 0.0
    root = sqrt(ratio)
    left_by_compromise = _slack_of_compromise(case)
    if left_by_compromise:
        saved = max(0.0, 1 - slack(case, package) / left_by_compromise)
        mark = NASH_PART * root + SLACK_PART * saved
    else:
        mark = (NASH_PART + SLACK_PART) * root
    return mark if is_efficient(case, package) else min(DOMINATED_AT_MOST, mark)


@lru_cache(maxsize=64)
def _slack_of_compromise(case: Case) -> int:
    return slack(case, case.compromise)
