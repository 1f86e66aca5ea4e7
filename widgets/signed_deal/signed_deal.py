"""A signed deal: propose changes to it that are better for both, while the signature stays (Raiffa 1985)."""

from collections.abc import Mapping
from typing import Any

import traitlets

from ...negotiation import Case, Package, dominates, improvements, require_two_parties
from .._bundle import module, style
from ..choosing import checked_choices, issues_of
from ..simulation import Simulation
from .signed_deal_picture import View, counted, picture

MOST_PROPOSALS = 200
HUNDREDS = 100


class SignedDeal(Simulation):
    """A deal that two parties have signed, and what could be better for both.

    Traits: `choices`, the option's position for each issue of the change in the learner's mind; `proposals`, every
    package proposed since the first signature; what was accepted of them is signed. `hinted`, whether the learner
    asked where to look; `revealed`, whether the other side's points are shown where the lesson hid them.
    """

    _esm = module("signed_deal/signed_deal.js")
    _css = style("parts/names.css", "parts/plane.css", "parts/options.css", "signed_deal/signed_deal.css")
    redraws_on = ("choices", "proposals", "hinted", "revealed")
    remembers = ("choices", "proposals", "hinted", "revealed")

    issues = traitlets.List(traitlets.Dict()).tag(sync=True)
    choices = traitlets.List(traitlets.Int(min=0)).tag(sync=True)
    proposals = traitlets.List(traitlets.List(traitlets.Int(min=0)), maxlen=MOST_PROPOSALS).tag(sync=True)
    may_reveal = traitlets.Bool().tag(sync=True)
    revealed = traitlets.Bool(default_value=False).tag(sync=True)
    hinted = traitlets.Bool(default_value=False).tag(sync=True)

    def __init__(
        self,
        case: Case,
        party: str,
        signed: Mapping[str, str] | None = None,
        *,
        show_other: bool = True,
        bet: str | None = None,
    ) -> None:
        """Sign the middle of every issue but those in `signed`, as issue → option, on the side of `party`.

        Without `show_other` the other side's points stay hidden until the learner asks to see what is left.
        Raises NegotiationError unless there are two parties.
        """
        require_two_parties(case)
        self._case, self._side = case, case.parties.index(case.party(party))
        self._first = case.package({**case.in_words(case.compromise), **(signed or {})})
        super().__init__(
            "signed_deal",
            bet,
            about=(case.title, party),
            issues=issues_of(case),
            choices=list(self._first),
            may_reveal=not show_other,
        )

    @property
    def deals(self) -> list[Package]:
        """Every package that was signed, in turn: the first deal, and each proposal that was accepted."""
        deals = [self._first]
        for proposal in map(tuple, self.proposals):
            if dominates(self._case, proposal, deals[-1]):
                deals.append(proposal)
        return deals

    @traitlets.validate("choices")
    def _a_package(self, proposal: Any) -> list[int]:
        return checked_choices(proposal["value"], self.issues)

    @traitlets.validate("proposals")
    def _packages(self, proposal: Any) -> list[list[int]]:
        return [checked_choices(package, self.issues) for package in proposal["value"]]

    @traitlets.validate("revealed")
    def _only_what_was_hidden(self, proposal: Any) -> bool:
        if proposal["value"] and not self.may_reveal:
            raise traitlets.TraitError("nothing is hidden here.")
        return bool(proposal["value"])

    @traitlets.observe("proposals")
    def _a_hint_is_for_one_deal(self, change: Any) -> None:
        if not change["new"] or self.deals[-1] == tuple(change["new"][-1]):
            self.hinted = False

    def drawn(self) -> dict[str, Any]:
        """Return all that the browser draws and says."""
        view = View(self._case, self._side, self.words, shows_other=self.revealed or not self.may_reveal)
        last = self.proposals[-1] if self.proposals else None
        reply = tuple(last) if last == self.choices else None
        return picture(view, self.deals, tuple(self.choices), reply, hinted=self.hinted)

    def outcome(self) -> str:
        """Return how many packages are better for both than the first deal: "none", "few" or "hundreds"."""
        better = improvements(self._case, self._first).for_both
        return "hundreds" if better >= HUNDREDS else "few" if better else "none"

    def figures(self) -> dict[str, Any]:
        """Return the first deal's payoffs, how many packages are better for both, and how many there are."""
        better = improvements(self._case, self._first).for_both
        you, them = self._case.payoffs(self._first)[:: -1 if self._side else 1]
        numbers = {"better": better, "all": self._case.size}
        return {"you": you, "them": them, **{name: counted(number, self.words) for name, number in numbers.items()}}
