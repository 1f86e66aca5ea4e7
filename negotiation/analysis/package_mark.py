"""The package mark: one number from 0 to 100 for what a package is worth to both sides together."""

from math import sqrt

from ..case import Case, Package
from ..errors import NegotiationError
from .measures import is_efficient, is_feasible, nash_ratio, slack

NASH_PART, SLACK_PART = 60, 40
DOMINATED_AT_MOST = 99.0


def package_mark(case: Case, package: Package) -> float:
    """Return the mark of a package, from 0 to 100.

    0 outside the zone of agreement. Inside, 60 for the root of the Nash ratio and 40 for how much less
    slack the package leaves than the compromise does; where the compromise leaves none, 100 for the root
    of the Nash ratio. At most 99 when some package dominates it. A package that is better for both never
    gets less: a better one has a greater product of gains and less slack.

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
    left_by_compromise = slack(case, case.compromise)
    if left_by_compromise:
        saved = max(0.0, 1 - slack(case, package) / left_by_compromise)
        mark = NASH_PART * root + SLACK_PART * saved
    else:
        mark = (NASH_PART + SLACK_PART) * root
    return mark if is_efficient(case, package) else min(DOMINATED_AT_MOST, mark)
