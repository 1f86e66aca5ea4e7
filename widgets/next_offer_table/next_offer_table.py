"""The next offer: the other side has just moved; change your last offer and see what the step gives and costs."""

from collections.abc import Sequence
from typing import Any

import traitlets

from ...negotiation import (
    Case,
    NextOffer,
    Offer,
    Package,
    changes,
    cheapest_gift,
    counterpart,
    last_offer,
    next_offer,
)
from .._bundle import module, style
from .._words import decimal
from ..choosing import checked_choices, issues_of
from ..contract import Table
from ..simulation import Simulation
from .step_words import step_findings


class NextOfferTable(Simulation):
    """The offers so far, seen from one party's side, and a place for its next one.

    Traits: `choices`, the option's position for each issue, at first those of the party's last offer; `revealed`,
    whether the learner asked what the step gives. What anything is worth to the other side is sent only then.
    """

    _esm = module("next_offer_table/next_offer_table.js")
    _css = style("parts/options.css")
    redraws_on = ("choices", "revealed")
    remembers = ("choices", "revealed")

    issues = traitlets.List(traitlets.Dict()).tag(sync=True)
    choices = traitlets.List(traitlets.Int(min=0)).tag(sync=True)
    revealed = traitlets.Bool(default_value=False).tag(sync=True)

    def __init__(self, case: Case, party: str, talk: Sequence[tuple[str, Package]]) -> None:
        """Lay out the talk so far as (party, package) in turn; both have made an offer, the other side the last."""
        self._case, self._party = case, party
        self._log = tuple(Offer(name, package) for name, package in talk)
        own, other = last_offer(self._log, party), last_offer(self._log, counterpart(case, party).name)
        if self._log[-1] != other:
            raise ValueError("it is not this party's turn; let the other side make the last offer.")
        self._last = own.package
        worths = case.party(party).points
        issues = [{**issue, "worth": list(row)} for issue, row in zip(issues_of(case), worths, strict=True)]
        super().__init__("next_offer_table", about=(case.title, party), issues=issues, choices=list(own.package))

    @property
    def package(self) -> Package:
        """The package that the learner would offer."""
        return tuple(self.choices)

    @property
    def step(self) -> NextOffer:
        """What the step would give and cost."""
        return next_offer(self._case, self._log, self._party, self.package)

    @traitlets.validate("choices")
    def _an_option_for_each_issue(self, proposal: Any) -> list[int]:
        return checked_choices(proposal["value"], self.issues)

    @traitlets.validate("revealed")
    def _only_a_step(self, proposal: Any) -> bool:
        if proposal["value"] and self.package == self._last:
            raise traitlets.TraitError("change something in your last offer first.")
        return bool(proposal["value"])

    def drawn(self) -> dict[str, Any]:
        """Return all that the browser draws and says."""
        own, said = self._case.party(self._party), self.words
        sentence = said.say("total", now=own.payoff(self.package), before=own.payoff(self._last))
        told = self._told() if self.revealed else {"findings": []}
        return {"total": sentence, "talk": self._talk(), "changed": self.package != self._last, **told}

    def _talk(self) -> Table:
        """Return the talk so far: who offered what, and what it is worth to this party."""
        case, said = self._case, self.words
        own = case.party(self._party)
        before: dict[str, Package] = {}
        rows = []
        for number, offer in enumerate(self._log, 1):
            what = "; ".join(self._offered(before.get(offer.party), offer.package))
            who = said.say("you" if offer.party == self._party else "them")
            rows.append([str(number), who, what, str(own.payoff(offer.package))])
            before[offer.party] = offer.package
        return {
            "title": said.say("talk"),
            "head": said.heads("offer", "who", "what", "to_you"),
            "rows": rows,
        }

    def _offered(self, before: Package | None, package: Package) -> list[str]:
        """Return what an offer changes against the one before by the same side, or all of a first offer."""
        case, said = self._case, self.words
        if before is None:
            return [said.say("settles", issue=issue, after=option) for issue, option in case.in_words(package).items()]
        moved = changes(case, self._party, before, package)
        return [said.say("change", issue=one.issue, before=one.before, after=one.after) for one in moved]

    def _told(self) -> dict[str, Any]:
        """Return what the step gives and costs, in sentences and issue by issue."""
        case, said = self._case, self.words
        moved = changes(case, self._party, self._last, self.package)
        rows = [
            [one.issue, one.before, one.after, *(decimal(n, 0, said) for n in (one.cost, one.gift))] for one in moved
        ]
        head = said.heads("issue", "was", "is_now", "costs_you", "gives_them")
        cheap = cheapest_gift(case, self._party, self.package)
        sides = (case.party(self._party), counterpart(case, self._party))
        own, other = (side.payoff(self.package) - side.reservation_value for side in sides)
        return {
            "findings": step_findings(self.step, moved, cheap, (own, other), said),
            "by_issue": {"title": said.say("by_issue"), "head": head, "rows": rows},
        }
