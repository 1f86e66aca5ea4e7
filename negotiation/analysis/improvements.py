"""Improving a signed deal: how many packages are better for both, or for one side alone."""

from dataclasses import dataclass

from ..case import Case, Package
from ..counterpart import require_two_parties
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
