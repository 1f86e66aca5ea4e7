"""Ideas: what comes of inventing many packages before judging any, and of judging each at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from random import Random
from statistics import fmean

from ..analysis.changes import dominates
from ..analysis.dominance import count_dominating
from ..analysis.package_mark import package_mark
from ..case import Case, Package
from ..errors import NegotiationError


@dataclass(frozen=True, slots=True)
class IdeaMarks:
    """The mean package marks (0 to 100) of what is agreed when ideas are judged at once, and when judged later."""

    at_once: float
    later: float


def chance_of_a_better_idea(case: Case, ideas: int) -> Fraction:
    """Return the chance (of 1) that one random package or more of so many beats the middle of everything for both.

    Beats: at least as good for both and better for one. 1 - (1 - p)^n, exactly, with p of all packages, each as
    likely. In job-offer p is 2575/15625: 1 idea .16, 5 .59, 10 .83, 20 .97. People's ideas are not drawn
    at random; this shows only how chances add up. Raises NegotiationError as `count_dominating` does, and for
    fewer than 0 ideas.
    """
    _check(ideas)
    return 1 - Fraction(case.size - count_dominating(case, case.compromise), case.size) ** ideas


def random_ideas(case: Case, ideas: int, seed: int) -> tuple[Package, ...]:
    """Return so many packages, each drawn from all; more ideas with the same seed begin with the same ones."""
    _check(ideas)
    return _drawn(case, ideas, Random(seed))  # noqa: S311  # ideas need no cryptography


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
    Raises NegotiationError as `package_mark` does.
    """
    better = [idea for idea in ideas if beats_the_middle(case, idea)]
    return max(better, key=lambda idea: package_mark(case, idea), default=case.compromise)


def idea_marks(case: Case, ideas: int, times: int, seed: int) -> IdeaMarks:
    """Return the mean marks over so many searches, the same ideas judged both ways.

    In job-offer, where the middle has 25: of 5 ideas about 44 at once and 46 later, of 20 about 55 and 69.
    Raises NegotiationError as `package_mark` does, and where there is no search.
    """
    _check(ideas)
    if times < 1:
        raise NegotiationError("a mean needs something to average; let at least one search be made.")
    draw = Random(seed)  # noqa: S311  # the same
    searches = [_drawn(case, ideas, draw) for _ in range(times)]
    ways = (judged_at_once, judged_later)
    return IdeaMarks(*(fmean(package_mark(case, way(case, found)) for found in searches) for way in ways))


def _drawn(case: Case, ideas: int, draw: Random) -> tuple[Package, ...]:
    return tuple(tuple(draw.randrange(len(issue.options)) for issue in case.issues) for _ in range(ideas))


def _check(ideas: int) -> None:
    if ideas < 0:
        raise NegotiationError(f"there cannot be {ideas} ideas; give 0 or more.")
