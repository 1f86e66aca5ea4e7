"""What several packages of equal value are worth together, part by part."""

from dataclasses import dataclass
from itertools import combinations
from math import log2

from ...negotiation import Case, Package, changes, equal_within, favourite_bits, package_mark

SIZE = 3
FEASIBLE, EQUAL, SPREAD, BEST, REVEALS = 10, 20, 20, 30, 20
"""What the parts of the mark weigh, in hundredths of the points."""
FEWEST_DIFFERENCES = 2
LEAST_MARK = 75
"""The package mark, of 100, from which a package counts for more than a signature: whoever asks nothing seldom finds
three such packages, and whoever gives where it costs less finds many."""


@dataclass(frozen=True, slots=True)
class EqualPackages:
    """The packages that both sides would sign, by their number in the answer, seen from one side."""

    case: Case
    party: str
    feasible: dict[int, Package]

    @property
    def good(self) -> dict[int, Package]:
        """The packages that leave little enough on the table to count for more than a signature."""
        marks = ((n, package, package_mark(self.case, package)) for n, package in self.feasible.items())
        return {n: package for n, package, mark in marks if mark >= LEAST_MARK}

    def pairs(self) -> list[tuple[int, int]]:
        """Return every two of the good packages."""
        return list(combinations(self.good, 2))

    def differences(self, first: int, second: int) -> list[str]:
        """Return the names of the issues on which two packages differ."""
        return [one.issue for one in changes(self.case, self.party, self.feasible[first], self.feasible[second])]

    def apart(self, first: int, second: int) -> int:
        """Return how far apart two packages are for the party, in points."""
        own = self.case.party(self.party)
        return abs(own.payoff(self.feasible[first]) - own.payoff(self.feasible[second]))

    def spread(self) -> list[tuple[int, int]]:
        """Return the pairs that differ in at least two issues."""
        return [pair for pair in self.pairs() if len(self.differences(*pair)) >= FEWEST_DIFFERENCES]

    def best(self) -> int:
        """Return the number of the package with the greatest package mark; of equals the first."""
        return max(self.feasible, key=lambda number: (package_mark(self.case, self.feasible[number]), -number))

    def bits(self) -> float:
        """Return what hearing the other side's favourite would tell, in bits."""
        return favourite_bits(self.case, self.party, list(self.good.values()))

    def parts(self) -> dict[str, tuple[int, float]]:
        """Return each part's weight and the share (of 1) of it that is earned; what is copied earns nothing twice."""
        allowed = equal_within(self.case, self.party)
        spread = len(self.spread()) / SIZE
        equal = sum(self.apart(*pair) <= allowed for pair in self.spread()) / SIZE
        best = package_mark(self.case, self.feasible[self.best()]) / 100 if self.feasible else 0.0
        return {
            "feasible": (FEASIBLE, len(set(self.feasible.values())) / SIZE),
            "equal": (EQUAL, equal),
            "spread": (SPREAD, spread),
            "best": (BEST, best * spread),
            "reveals": (REVEALS, self.bits() / log2(SIZE) * spread),
        }
