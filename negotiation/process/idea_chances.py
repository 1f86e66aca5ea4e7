"""Numbers of random ideas: the chance of a better one, and the mean mark of what is agreed."""

from collections import Counter
from functools import lru_cache
from itertools import count, pairwise
from math import fsum
from operator import ge

from ..analysis.package_mark import package_mark
from ..analysis.payoff_counts import counted_packages
from ..case import Case
from ..errors import NegotiationError
from .ideas import chance_of_a_better_idea

LIKELY = 0.9


def ideas_needed(case: Case) -> int:
    """Return how many random ideas it takes for a chance above 9 in 10 that at least one beats the middle.

    Raises NegotiationError for a case in which no package beats the middle, for one that has not two parties, and
    where half of the issues have more than 200,000 different payoffs.
    """
    if not chance_of_a_better_idea(case, 1):
        raise NegotiationError(f"no package of {case.title!r} beats the middle, however many ideas there are.")
    return next(n for n in count(1) if chance_of_a_better_idea(case, n) > LIKELY)


@lru_cache(maxsize=8)
def mean_idea_marks(case: Case, most: int) -> tuple[tuple[float, float], ...]:
    """Return for 0, 1, … `most` ideas the mean mark (0 to 100) of what is agreed, judged at once and judged later.

    Exact, over all packages as equally likely ideas. At once: the mean mark of what beats the middle, or the middle's.
    Later: the marks in rising order, each counted with the chance that some idea reaches it. Raises
    NegotiationError unless there are two parties, and where no package lets both gain.
    """
    middle, marks = package_mark(case, case.compromise), _better_marks(case)
    better = sum(marks.values())
    if not better:
        return ((middle, middle),) * (most + 1)
    mean, below, rises = fsum(mark * times for mark, times in marks.items()) / better, case.size - better, []
    for before, mark in pairwise([middle, *sorted(marks)]):
        rises.append((mark - before, below / case.size))
        below += marks[mark]
    found = []
    for ideas, chance in enumerate(better_idea_chances(case, most)):
        later = middle + fsum(rise * (1 - worse**ideas) for rise, worse in rises)
        found.append(((1 - chance) * middle + chance * mean, later))
    return tuple(found)


def _better_marks(case: Case) -> Counter[float]:
    """Return how many of the packages that beat the middle have each mark; equal payoffs are marked once."""
    middle = case.payoffs(case.compromise)
    marks = Counter[float]()
    for payoffs, (package, times) in counted_packages(case).items():
        if payoffs != middle and all(map(ge, payoffs, middle)):
            marks[package_mark(case, package)] += times
    return marks


@lru_cache(maxsize=8)
def better_idea_chances(case: Case, most: int) -> tuple[float, ...]:
    """Return for 0, 1, … `most` ideas the chance (of 1) that at least one beats the middle."""
    return tuple(float(chance_of_a_better_idea(case, ideas)) for ideas in range(most + 1))
