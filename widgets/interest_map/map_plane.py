"""What the interests found so far allow: the payoff plane, its summary, and how it widened."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from ...negotiation import Case, Payoffs, cloud, frontier, payoff_counts, unbundled
from ..plane import limit

GRID = 20  # points; the plane ends at a multiple of this


@lru_cache(maxsize=256)
def reach(case: Case, issues: frozenset[str]) -> tuple[int, int, Payoffs]:
    """Return how many packages can be agreed once these issues are found, and two things about them.

    How many are better for both than halfway between the two positions, and the payoffs, in points, of the
    package worth most to both together (of several the one with the greater smaller payoff).
    """
    now, half = unbundled(case, issues), halfway(case)
    better = sum(
        n for payoffs, n in payoff_counts(now).items() if all(a > b for a, b in zip(payoffs, half, strict=True))
    )
    most = max((point.payoffs for point in frontier(now)), key=lambda payoffs: (sum(payoffs), min(payoffs)))
    return now.size, better, most


def halfway(case: Case) -> Payoffs:
    """Return the payoffs, in points, of the middle of the line between the two positions."""
    line = unbundled(case)
    return line.payoffs(line.compromise)


def plane(case: Case, side: int, found: Sequence[frozenset[str]], words: dict[str, Any]) -> dict[str, Any]:
    """Return all that the browser draws and says; `found` are the issues known at the start and after each answer.

    `side` is the position (0 or 1) of the learner's party, whose payoffs come first.
    """

    def seen(payoffs: Payoffs) -> list[int]:
        return [payoffs[side], payoffs[1 - side]]

    now = unbundled(case, found[-1])
    stages = [reach(case, issues) for issues in found]
    best = max(max(point.payoffs) for point in frontier(case))
    return {
        "summary": _summary(stages, words),
        "cloud": [value for dot in cloud(now) for value in seen(dot)],
        "frontier": [seen(point.payoffs) for point in frontier(now)],
        "middle": seen(halfway(case)),
        "here": seen(stages[-1][2]) if found[-1] else None,
        "floors": None,
        "limit": limit((best,)),
        "table": {
            "head": [words["answers"], words["packages"], words["better"], words["together"]],
            "rows": [
                [str(number), grouped(size), grouped(better), str(sum(most))]
                for number, (size, better, most) in enumerate(stages)
            ],
        },
    }


def grouped(number: int) -> str:
    """Return a whole number with its thousands apart, as all languages read it."""
    return f"{number:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")


def _summary(stages: list[tuple[int, int, Payoffs]], words: dict[str, Any]) -> str:
    size, better, most = stages[-1]
    figures = {"all": grouped(size), "better": grouped(better), "joint": sum(most)}
    if len(stages) == 1:
        return str(words["start"].format(**figures))
    return str(words["widened"].format(**figures, first=sum(stages[0][2])))
