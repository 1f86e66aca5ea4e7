"""Rewriting: a sentence that attacks a person → its concern → the learner's version that asks for something."""

from typing import Any

import traitlets

from .._bundle import module, style
from .._words import words
from ..contract import Table
from ..simulation import Simulation
from .blame_words import Look, look

OPEN = -1
PLACES = ("attack", "concern", "both")
MOST = 500  # characters
BLAMES = ("labels", "absolutes", "faults")


class Rewriting(Simulation):
    """One sentence that blames: tell attack from concern, then say it without blame, and let it be looked at.

    Traits: `sorted_as`, for each part the position in `PLACES` (-1 while it is open); `draft`, what the learner
    writes (at most 500 characters), and `text`, that which is to be looked at; `compared`, whether they asked for
    another version afterwards.
    """

    _esm = module("rewriting/rewriting.js")
    _css = style("rewriting/rewriting.css")
    redraws_on = ("sorted_as", "text", "compared")
    remembers = ("sorted_as", "text", "compared", "draft")

    parts = traitlets.List(traitlets.Unicode()).tag(sync=True)
    most = traitlets.Int(MOST).tag(sync=True)
    sorted_as = traitlets.List(traitlets.Int(min=OPEN, max=len(PLACES) - 1)).tag(sync=True)
    draft = traitlets.Unicode("").tag(sync=True)
    text = traitlets.Unicode("").tag(sync=True)
    compared = traitlets.Bool(default_value=False).tag(sync=True)

    def __init__(self, sentence: str) -> None:
        """Show the sentence of that name from the widget's words."""
        said = words("rewriting")
        sentences = said["sentences"]
        if sentence not in sentences:
            raise ValueError(f"{sentence!r} is not a sentence of this widget; use one of {sorted(sentences)}.")
        self._sentence = sentences[sentence]
        self._cues = {**said["cues"], "concern": self._sentence["concern"]}
        self._said = said
        parts = [part["text"] for part in self._sentence["parts"]]
        super().__init__("rewriting", about=(sentence,), parts=parts, sorted_as=[OPEN] * len(parts))
        self.words = self.words.without("sentences", "cues", "checks").joined({"story": self._sentence["story"]})

    @traitlets.validate("sorted_as")
    def _one_for_each_part(self, proposal: Any) -> list[int]:
        if len(proposal["value"]) != len(self.parts):
            raise traitlets.TraitError(f"say of each of {len(self.parts)} parts what it is.")
        return list(proposal["value"])

    @traitlets.validate("draft", "text")
    def _a_short_text(self, proposal: Any) -> str:
        if OPEN in self.sorted_as:
            raise traitlets.TraitError("say of each part what it is, before you write.")
        # Half a character, which a browser may cut at the limit, could not be sent back.
        text = proposal["value"].encode("utf-8", "ignore").decode("utf-8").strip()
        if len(text) > MOST:
            raise traitlets.TraitError(f"write at most {MOST} characters.")
        return str(text)

    @traitlets.observe("text")
    def _what_is_looked_at_is_what_was_written(self, change: Any) -> None:
        self.draft = change["new"]

    @traitlets.validate("compared")
    def _only_after_an_own_attempt(self, proposal: Any) -> bool:
        if proposal["value"] and not self.text:
            raise traitlets.TraitError("write your own version first.")
        return bool(proposal["value"])

    def drawn(self) -> dict[str, Any]:
        """Return all that the browser draws and says."""
        findings = self._findings(look(self.text, self._cues)) if self.text else []
        return {
            "said": [self._answer(number, place) for number, place in enumerate(self.sorted_as)],
            "ready": OPEN not in self.sorted_as,
            "findings": findings,
            "summary": self._summary(findings),
            "version": self._sentence["model"] if self.compared else "",
            "table": self._table(),
        }

    def _answer(self, number: int, place: int) -> str:
        """Return what is said to this choice about a part; nothing while it is open."""
        if place == OPEN:
            return ""
        part = self._sentence["parts"][number]
        return f"{self.words.say('right' if PLACES[place] == part['is'] else 'wrong')} {part['why']}"

    def _findings(self, seen: Look) -> list[dict[str, str]]:
        looked = {"concern": seen.concern, "need": seen.need, "request": seen.request}
        found = {check: self._finding(check, {"yes" if words else "no": words}) for check, words in looked.items()}
        found["blame"] = self._blame(seen)
        if seen.question and not seen.request:
            found["request"] = self._finding("request", {"question": seen.question}, mark="yes")
        return [found[check] for check in self._said["checks"]]

    def _blame(self, seen: Look) -> dict[str, str]:
        """Return the finding on blame: what is surely blame, or else what may be."""
        kinds = {kind: words for kind in BLAMES if (words := getattr(seen, kind))}
        if kinds:
            return self._finding("blame", kinds, mark="no")
        return self._finding("blame", {"judging" if seen.judging else "yes": seen.judging})

    def _finding(self, check: str, told: dict[str, tuple[str, ...]], mark: str = "") -> dict[str, str]:
        """Return a finding: what each key of the check says of the words that were found for it."""
        quoted = {key: self._quoted(words) for key, words in told.items()}
        text = " ".join(self._said.say("checks", check, key, found=found) for key, found in quoted.items())
        return {"check": check, "mark": mark or next(iter(told)), "text": text}

    def _quoted(self, found: tuple[str, ...]) -> str:
        return self.words.say("between").join(self.words.say("quoted", text=one) for one in found)

    def _summary(self, findings: list[dict[str, str]]) -> str:
        if not findings:
            return ""
        good = sum(one["mark"] == "yes" for one in findings)
        counted = self.words.say("found_of", found=good, all=len(findings))
        return f"{counted} {self.words.say('all_found')}" if good == len(findings) else counted

    def _table(self) -> Table:
        """Return for which words each look looks."""
        cues = {**self._cues, "blame": [cue for kind in (*BLAMES, "judging") for cue in self._cues[kind]]}
        rows = [
            [self._said.say("checks", check, "name"), self.words.say("between").join(cues[check])]
            for check in self._said["checks"]
        ]
        return {"head": self.words.heads("seeks", "such_as"), "rows": rows}
