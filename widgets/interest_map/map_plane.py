"""What the interests found so far allow: the payoff plane, its summary, and how it widened."""

from collections.abc import Sequence
from typing import Any

from ...negotiation import Case, Payoffs, Reach, frontier, halfway, reach, unbundled
from .._words import Words
from ..plane import dots_of, limit


def plane(case: Case, side: int, found: Sequence[frozenset[str]], words: Words) -> dict[str, Any]:
    """Return all that the browser draws and says; `found` are the issues known at the start and after each answer.

    `side` is the position (0 or 1) of the learner's party, whose payoffs come first.
    """

    def own_first(payoffs: Payoffs) -> list[int]:
        return [payoffs[side], payoffs[1 - side]]

    now = unbundled(case, found[-1])
    stages = [reach(case, issues) for issues in found]
    best = max(max(point.payoffs) for point in frontier(case))
    return {
        "summary": _summary(stages, words),
        **dots_of(now, own_first, [[issue.name, *issue.options] for issue in now.issues] if now == case else ()),
        "middle": own_first(halfway(case)),
        "here": own_first(stages[-1].most) if found[-1] else None,
        "floors": None,
        "limit": limit((best,)),
        "table": {
            "head": words.heads("answers", "packages", "better", "together"),
            "rows": [
                [str(number), grouped(stage.packages), grouped(stage.better), str(sum(stage.most))]
                for number, stage in enumerate(stages)
            ],
        },
    }


def grouped(number: int) -> str:
    """Return a whole number with its thousands apart, as all languages read it."""
    return f"{number:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")


def _summary(stages: list[Reach], words: Words) -> str:
    now = stages[-1]
    figures = {"all": grouped(now.packages), "better": grouped(now.better), "joint": sum(now.most)}
    if len(stages) == 1:
        return words.say("start", **figures)
    return words.say("widened", **figures, first=sum(stages[0].most))
