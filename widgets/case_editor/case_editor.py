"""The case editor: a case is written as text, and checked while it is written."""

from pathlib import Path
from typing import Any

import traitlets

from ...answers.answer import LONGEST_ANSWER
from ...negotiation import Case, NegotiationError, authored_case
from .._bundle import module, style
from .._words import words
from ..simulation import Simulation
from .another_issue import with_another_issue
from .looked_at import malformed, sound

KITCHENS = Path(__file__).with_name("kitchen")


def kitchen(language: str) -> str:
    """Return the small case to begin with, in which nothing can be agreed yet."""
    return KITCHENS.joinpath(f"{language}.toml").read_text(encoding="utf-8")


class CaseEditor(Simulation):
    """A case to write: what is wrong stands below it, and once it is whole, what it is like.

    Traits: `text`, the case as a case file holds it; `doing`, what the browser asks for: "issue" adds one.
    """

    _esm = module("case_editor/case_editor.js")
    _css = style("parts/names.css", "parts/plane.css", "case_editor/case_editor.css")
    redraws_on = ("text",)
    remembers = ("text",)

    text = traitlets.Unicode().tag(sync=True)
    doing = traitlets.Unicode("").tag(sync=True)
    longest = traitlets.Int(LONGEST_ANSWER, read_only=True).tag(sync=True)

    def __init__(self) -> None:
        """Begin with the small case of a kitchen on Sundays."""
        super().__init__("case_editor", text=kitchen(words("case_editor")["language"]))

    @property
    def case(self) -> Case:
        """The case as it stands, to be negotiated; raises NegotiationError while something is wrong with it."""
        return authored_case(self.text)

    @traitlets.validate("text")
    def _a_case_in_length(self, proposal: Any) -> str:
        text = str(proposal["value"])
        if len(text) > LONGEST_ANSWER:
            raise traitlets.TraitError(f"a case is at most {LONGEST_ANSWER:,} characters long.")
        return text

    @traitlets.observe("doing")
    def _do(self, change: Any) -> None:
        """Do what the browser asks for; where there is no room for it, nothing changes."""
        if change["new"] == "issue":
            longer = with_another_issue(self.text, self.words)
            self.text = longer if len(longer) <= LONGEST_ANSWER else self.text
        if change["new"]:
            self.doing = ""

    def drawn(self) -> dict[str, Any]:
        """Return all that the browser draws and says."""
        try:
            case = self.case
        except NegotiationError as problem:
            return malformed(problem, self.text, self.words)
        return sound(case, self.words)
