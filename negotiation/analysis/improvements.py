"""Improving a signed deal: how many packages are better for both, and the best step to one of them."""

from dataclasses import dataclass
from math import prod

from ..case import Case, Package, Payoffs
from ..counterpart import require_two_parties
from .frontier import FrontierPoint, frontier
from .payoff_counts import payoff_counts


@dataclass(frozen=True, slots=True)
class Improvements:
    """How many packages are better than a signed one: for both, or for one side and just as good for the other."""

    for_both: int
    for_first_only: int
    for_second_only: int

    @property
    def total(self) -> int:
        """All packages that dominate the signed one."""
        return self.for_both + self.for_first_only + self.for_second_only


def improvements(case: Case, package: Package) -> Improvements:
    """Return how many packages dominate this one, by who gains, counted exactly without going through them all.

    Raises NegotiationError unless there are two parties, and where there are more than 200,000 different
    payoffs.
    """
    require_two_parties(case)
    first, second = case.payoffs(package)
    counts = payoff_counts(case).items()
    return Improvements(
        for_both=sum(count for (a, b), count in counts if a > first and b > second),
        for_first_only=sum(count for (a, b), count in counts if a > first and b == second),
        for_second_only=sum(count for (a, b), count in counts if a == first and b > second),
    )


def best_improvement(case: Case, package: Package) -> FrontierPoint | None:
    """Return the best step from a signed deal that leaves nobody worse, or None where the deal is efficient.

    A post-settlement settlement (Raiffa 1985): the signed deal is what both have without agreeing again, so the
    best package has the greatest product of gains over it (Nash 1950); ties go to the greater sum, and so does
    the choice where only one side can gain. Reservation values play no part: whoever signed below one still
    gains by it. Works for any number of parties and packages, from the frontier alone.
    """
    signed = case.payoffs(package)
    better = [point for point in frontier(case) if point.payoffs != signed and min(_gains(point, signed)) >= 0]
    return max(better, key=lambda point: (prod(_gains(point, signed)), sum(point.payoffs)), default=None)


def _gains(point: FrontierPoint, signed: Payoffs) -> tuple[int, ...]:
    return tuple(there - here for there, here in zip(point.payoffs, signed, strict=True))
