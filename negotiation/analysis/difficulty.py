"""How hard a case is: what comes of meeting in the middle, and of no thought at all."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import fsum
from random import Random

from ..case import Case, Package
from ..counterpart import require_two_parties
from ..sentence import Sentence
from .dominance import count_dominating
from .frontier import frontier
from .landmarks import greatest_sum
from .measures import joint_value
from .package_mark import package_mark
from .payoff_counts import counted_packages

MOST_MARKED = 20_000
SAMPLE = 4_000
BANDS = 10


@dataclass(frozen=True, slots=True)
class Difficulty:
    """How hard a two-party case is; the lower the two marks, the harder.

    `middle` and `random` are package marks, 0 to 100: of the middle of everything, and of a random package on average.
    `better` is the share (of 1) of all packages that are better than the middle for one and no worse for the other.
    `on_frontier` counts distinct efficient payoffs; `creatable` is the joint value, in points, that the best package
    has beyond the middle. `bands` holds the share (of 1) of packages marked 0 to below 10, and so on; 100 is in the
    last. With more than 20,000 packages, `random` and `bands` are of 4,000 drawn ones, and `exact` is False.
    """

    middle: float
    random: float
    better: Fraction
    on_frontier: int
    creatable: int
    bands: tuple[Fraction, ...]
    exact: bool

    def sentence(self) -> Sentence:
        """Return all of it in one sentence."""
        return Sentence(
            "difficulty.whole",
            middle=self.middle,
            random=Sentence("difficulty.exactly" if self.exact else "difficulty.about", mark=self.random),
            better=float(self.better),
            on_frontier=self.on_frontier,
            creatable=self.creatable,
        )


@lru_cache(maxsize=32)
def difficulty(case: Case) -> Difficulty:
    """Return how hard a case is.

    Raises NegotiationError unless there are two parties, where no package lets both gain, and where half of the
    issues have more than 200,000 different payoffs.
    """
    require_two_parties(case)
    exact = case.size <= MOST_MARKED
    packages = dict(counted_packages(case).values()) if exact else _sampled(case)
    marks = _marks(case, packages)
    drawn = sum(times for _, times in marks)
    return Difficulty(
        middle=package_mark(case, case.compromise),
        random=fsum(mark * times for mark, times in marks) / drawn,
        better=Fraction(count_dominating(case, case.compromise), case.size),
        on_frontier=len(frontier(case)),
        creatable=sum(greatest_sum(case).payoffs) - joint_value(case, case.compromise),
        bands=_bands(marks, drawn),
        exact=exact,
    )


def _marks(case: Case, packages: Mapping[Package, int]) -> list[tuple[float, int]]:
    return [(package_mark(case, package), times) for package, times in packages.items()]


def _sampled(case: Case) -> dict[Package, int]:
    """Return packages drawn at random, the same at every call."""
    draw = Random(0)  # noqa: S311  # a sample for a mean needs no cryptography
    drawn = (tuple(draw.randrange(len(issue.options)) for issue in case.issues) for _ in range(SAMPLE))
    return dict.fromkeys(drawn, 1)


def _bands(marks: list[tuple[float, int]], drawn: int) -> tuple[Fraction, ...]:
    counts = [0] * BANDS
    for mark, times in marks:
        counts[min(BANDS - 1, int(mark * BANDS / 100))] += times
    return tuple(Fraction(count, drawn) for count in counts)
