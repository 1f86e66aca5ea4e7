"""Ideas: what comes of inventing many packages before judging any, and of judging each at once."""

from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from random import Random

from ..analysis.changes import dominates
from ..analysis.dominance import count_dominating
from ..analysis.package_mark import package_mark
from ..case import Case, Package
from ..errors import NegotiationError


def chance_of_a_better_idea(case: Case, ideas: int) -> Fraction:
    """Return the chance (of 1) that at least one of so many random packages beats the middle of everything.

    To beat it is to dominate it. The chance is 1 - (1 - p)^n, exactly, where p is the share of all packages that
    do. In job-offer p is 2575/15625: 1 idea .16, 5 .59, 10 .83, 20 .97. People's ideas are not drawn
    at random; this shows only how chances add up. Raises NegotiationError for fewer than 0
    ideas, unless there are two parties, and where half of the issues have more than 200,000 different payoffs.
    """
    _check(ideas)
    return 1 - _share_no_better(case) ** ideas


def random_ideas(case: Case, ideas: int, seed: int) -> tuple[Package, ...]:
    """Return so many packages, each drawn from all; more ideas with the same seed begin with the same ones."""
    _check(ideas)
    draw = Random(seed)  # noqa: S311  # ideas need no cryptography
    return tuple(tuple(draw.randrange(len(issue.options)) for issue in case.issues) for _ in range(ideas))


def beats_the_middle(case: Case, package: Package) -> bool:
    """Return whether the package is at least as good for all as the middle of everything, and better for one."""
    return dominates(case, package, case.compromise)


def judged_at_once(case: Case, ideas: Iterable[Package]) -> Package:
    """Return the first idea that beats the middle of everything, or the middle if none does.

    Each idea is judged as it comes, and the first that will do ends the search: satisficing (Simon 1956).
    """
    return next((idea for idea in ideas if beats_the_middle(case, idea)), case.compromise)


def judged_later(case: Case, ideas: Iterable[Package]) -> Package:
    """Return the idea with the greatest package mark of all that beat the middle, or the middle if none does.

    All ideas come first (Osborn 1953); of equal ones the first. Never worse than `judged_at_once` on the same ideas.
    Raises NegotiationError where no package lets every party gain.
    """
    better = [idea for idea in ideas if beats_the_middle(case, idea)]
    return max(better, key=lambda idea: package_mark(case, idea), default=case.compromise)


@lru_cache(maxsize=64)
def _share_no_better(case: Case) -> Fraction:
    return Fraction(case.size - count_dominating(case, case.compromise), case.size)


def _check(ideas: int) -> None:
    if ideas < 0:
        raise NegotiationError(f"there cannot be {ideas} ideas; give 0 or more.")
