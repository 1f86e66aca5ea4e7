"""A kept talk, loaded and gone through again message by message."""

from typing import Any

import traitlets

from ...negotiation import Case, NegotiationError
from ...negotiation.table.transcript import LONGEST
from .._bundle import module, style
from .._words import words
from ..negotiation_table.sayings import Sayings
from ..simulation import Simulation
from .kept_talk import KeptTalk, kept_talk
from .stages import Stages

SAID_BY_TABLE = ("conversation", "nothing_said", "you_say", "offer_line", "offer_n", "was_changed")
SAID_BY_PYTHON = ("stage", "no_step", "first_offer", "next_offer", "seen_from")


class TalkReplay(Simulation):
    """A talk that the table saved: chosen as a file or pasted, played again, and looked at stage by stage.

    Traits: `text`, the talk as the table saved it, or "" before one was loaded; `at`, how many of its messages have
    been said (0 is shown as 1); `side`, from whose chair (0 or 1) a talk is seen in which not one person sat but none
    or two; `given`, a text that the browser asks to load, and `refused`, the sentence that says why it was not.
    """

    _esm = module("talk_replay/talk_replay.js")
    _css = style("parts/names.css", "parts/plane.css", "parts/chart.css", "negotiation_table/negotiation_table.css")
    redraws_on = ("text", "at", "side")
    remembers = ("text", "side", "at")

    text = traitlets.Unicode("").tag(sync=True)
    at = traitlets.Int(0, min=0).tag(sync=True)
    side = traitlets.Int(0, min=0, max=1).tag(sync=True)
    given = traitlets.Unicode("").tag(sync=True)
    refused = traitlets.Unicode("").tag(sync=True)
    longest = traitlets.Int(LONGEST, read_only=True).tag(sync=True)

    def __init__(self, *cases: Case) -> None:
        """Load talks about the kit's cases and about these, such as a student's own."""
        self._cases, self._said = cases, words("negotiation_table").joined(words("talk_replay"))
        self._kept: dict[str, KeptTalk] = {}
        self._stages: dict[tuple[str, int], Stages] = {}
        super().__init__("talk_replay")
        shown = {key: self._said[key] for key in SAID_BY_TABLE}
        self.words = self.words.without(*SAID_BY_PYTHON).joined(shown)

    @traitlets.validate("text")
    def _a_talk(self, proposal: Any) -> str:
        text = str(proposal["value"])
        if text and text not in self._kept:
            try:
                self._kept = {text: kept_talk(text, self._cases, self._said)}
            except NegotiationError as problem:
                raise traitlets.TraitError(str(problem)) from None
        return text

    @traitlets.validate("at")
    def _within_the_talk(self, proposal: Any) -> int:
        at = int(proposal["value"])
        if at > (len(self._kept[self.text].session.said) if self.text else 0):
            raise traitlets.TraitError("the talk has no more messages.")
        return at

    @traitlets.observe("given")
    def _load(self, change: Any) -> None:
        """Load what the browser gave; what is no talk changes nothing but what is said about it."""
        if not change["new"]:
            return
        text = change["new"].strip()
        try:
            kept = kept_talk(text, self._cases, self._said)
        except NegotiationError as problem:
            self.refused = str(problem)
        else:
            self._kept = {**self._kept, text: kept}
            with self.hold_sync():  # the browser hears all of it in one message
                self.refused, self.at, self.side = "", 0, 0
                self.text = text
        self.given = ""

    def drawn(self) -> dict[str, Any]:
        """Return all that the browser draws and says."""
        if not self.text:
            return {"last": 0, "summary": "", "chairs": []}
        kept = self._kept[self.text]
        own = kept.people[0] if len(kept.people) == 1 else self.side
        stages = self._seen_from(own)
        names = [Sayings(kept.session.case, 1 - place, self._said).name for place in (0, 1)]
        shown = stages.picture(max(1, self.at))
        return shown | {
            "seen_from": self._said.say("seen_from", name=names[own]),
            "chairs": [] if len(kept.people) == 1 else names,
            "summary": f"{shown['stage']} {shown['note']}",
        }

    def _seen_from(self, own: int) -> Stages:
        """Return the stages of the talk, worked out once."""
        key = self.text, own
        if key not in self._stages:
            self._stages = {key: Stages(self._kept[self.text], own, self._said)}
        return self._stages[key]
