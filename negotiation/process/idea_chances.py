"""Numbers of random ideas: the chance of a better one, and the mean mark of what is agreed."""

from collections import Counter
from functools import lru_cache
from itertools import count, pairwise
from operator import add

from ..analysis.package_mark import package_mark
from ..case import Case, Package, Payoffs
from ..errors import NegotiationError
from .ideas import beats_the_middle, chance_of_a_better_idea

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
    mean, below, rises = sum(mark * times for mark, times in marks.items()) / better, case.size - better, []
    for before, mark in pairwise([middle, *sorted(marks)]):
        rises.append((mark - before, below / case.size))
        below += marks[mark]
    found = []
    for ideas, chance in enumerate(better_idea_chances(case, most)):
        later = middle + sum(rise * (1 - worse**ideas) for rise, worse in rises)
        found.append(((1 - chance) * middle + chance * mean, later))
    return tuple(found)


def _better_marks(case: Case) -> Counter[float]:
    """Return how many of the packages that beat the middle have each mark; equal payoffs are marked once."""
    counted, example = _payoffs_of(case)
    middle = sum(case.payoffs(case.compromise))  # what beats it has the greater sum, and sums are quick
    marks = Counter[float]()
    for payoffs, times in counted.items():
        if sum(payoffs) > middle and beats_the_middle(case, example[payoffs]):
            marks[package_mark(case, example[payoffs])] += times
    return marks


def _payoffs_of(case: Case) -> tuple[dict[Payoffs, int], dict[Payoffs, Package]]:
    """Return how many packages have each payoffs, and one of them; issue by issue, without enumerating packages."""
    counted: dict[Payoffs, int] = {(0,) * len(case.parties): 1}
    example: dict[Payoffs, Package] = dict.fromkeys(counted, ())
    for columns in zip(*(party.points for party in case.parties), strict=True):
        more = Counter[Payoffs]()
        longer: dict[Payoffs, Package] = {}
        for payoffs, times in counted.items():
            for option, points in enumerate(zip(*columns, strict=True)):
                reached = tuple(map(add, payoffs, points))
                more[reached] += times
                longer[reached] = (*example[payoffs], option)
        counted, example = more, longer
    return counted, example


@lru_cache(maxsize=8)
def better_idea_chances(case: Case, most: int) -> tuple[float, ...]:
    """Return for 0, 1, … `most` ideas the chance (of 1) that at least one beats the middle."""
    return tuple(float(chance_of_a_better_idea(case, ideas)) for ideas in range(most + 1))
