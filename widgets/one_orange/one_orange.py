"""One orange: two positions, two answers to "why?", and what that adds to what can be agreed."""

from typing import Any

import traitlets

from ...negotiation import ORANGE, Case, agreements, most_joint_worth
from .._bundle import module, style
from .._words import Words, decimal
from ..plane import dots_of
from ..simulation import Simulation

STEPS = 10
WHOLE = 100  # percent of what the whole orange is worth to a side
PARTS = {"you": "juice", "them": "peel"}
"""What each side's answer is about."""


class OneOrange(Simulation):
    """Two cooks want the same orange; each says why when asked.

    Traits: `heard`, the sides ("you", "them") whose answer was heard; `shares`, how many tenths of the juice and
    of the peel go to you. As long as nobody was asked, the orange is divided as one, so both are equal.
    """

    _esm = module("one_orange/one_orange.js")
    _css = style("parts/names.css", "parts/plane.css", "one_orange/one_orange.css")
    redraws_on = ("heard", "shares")
    remembers = ("heard", "shares")

    heard = traitlets.List(traitlets.Enum(tuple(PARTS))).tag(sync=True)
    shares = traitlets.List(traitlets.Int(min=0, max=STEPS), minlen=2, maxlen=2).tag(sync=True)

    def __init__(self, *, bet: str | None = None) -> None:
        """Begin with half of the orange for each, and nobody asked."""
        super().__init__("one_orange", bet, shares=[STEPS // 2] * 2)

    @traitlets.validate("heard")
    def _each_side_once(self, proposal: Any) -> list[str]:
        return sorted(set(proposal["value"]), reverse=True)

    @traitlets.validate("shares")
    def _as_one_before_an_answer(self, proposal: Any) -> list[int]:
        if not self.heard and len(set(proposal["value"])) > 1:
            raise traitlets.TraitError("before anybody was asked, the orange is divided as one.")
        return list(proposal["value"])

    @traitlets.observe("heard")
    def _forget(self, _: Any) -> None:
        if not self.heard:
            self.shares = [STEPS // 2] * 2

    def drawn(self) -> dict[str, Any]:
        """Return all that the browser draws and says."""
        return picture(self.heard, self.shares, self.words)

    def outcome(self) -> str:
        """Return the most that both together can get once both were asked, in oranges' worth."""
        return f"{float(most_joint_worth(ORANGE, list(PARTS.values()))):.1f}"

    def show_outcome(self) -> None:
        """Show the orange divided by what both want it for: the juice to the learner, the peel to the other cook."""
        with self.hold_sync():
            self.heard, self.shares = list(PARTS), [STEPS, 0]

    def figures(self) -> dict[str, Any]:
        """Return the most both can get together, in oranges' worth: from the positions alone, and once asked."""
        before, after = (most_joint_worth(ORANGE, found) for found in ((), list(PARTS.values())))
        return {"before": decimal(float(before), 1, self.words), "after": decimal(float(after), 1, self.words)}


def picture(heard: list[str], shares: list[int], words: Words) -> dict[str, Any]:
    """Return all that the browser draws and says, in percent of what the whole orange is worth to a side."""
    found = [PARTS[side] for side in heard]
    case = agreements(ORANGE, found, STEPS)
    package = tuple(shares if found else shares[:1])
    you, them = case.payoffs(package)
    joint, most = (you + them) / WHOLE, float(most_joint_worth(ORANGE, found))
    said = {"you": you, "them": them, "joint": decimal(joint, 2, words), "most": decimal(most, 2, words)}
    return {
        "summary": words.say("split" if found else "as_one", packages=case.size, **said),
        "answers": {side: words.say(f"answer_{side}") if side in heard else "" for side in PARTS},
        **dots_of(case),
        "middle": list(case.payoffs(case.compromise)),
        "here": [you, them],
        "floors": None,
        "limit": WHOLE,
        "table": {
            "head": words.heads("part", "you", "them"),
            "rows": _rows(case, package, words),
        },
    }


def _rows(case: Case, package: tuple[int, ...], words: Words) -> list[list[str]]:
    """Return who gets how much of each part, and what that is worth to them."""
    tenths = [
        [words.say(issue.name), _tenths(n), _tenths(STEPS - n)] for issue, n in zip(case.issues, package, strict=True)
    ]
    worth = [words.say("percent", percent=payoff) for payoff in case.payoffs(package)]
    return [*tenths, [words.say("worth"), *worth]]


def _tenths(number: int) -> str:
    return f"{number}/{STEPS}"
