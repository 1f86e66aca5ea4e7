"""The idea pad: one's own ideas in one's own words, with prompts; nothing can be judged until the inventing is done."""

from typing import Any

import traitlets

from .._bundle import module, style
from ..simulation import Simulation

MOST_IDEAS, MOST_CHARACTERS = 20, 200
NO_PROMPT = -1


class IdeaPad(Simulation):
    """A list of ideas to write, and prompts along Pruitt's five routes (1981).

    Traits: `ideas`, up to 20 texts of up to 200 characters, on one line each and of printable characters only;
    `draft`, the idea that is being written; `prompt`, the position of the prompt shown (-1 before the first); `done`,
    whether the inventing is done; `kept`, the positions of the ideas that the learner then ticks. The texts go nowhere
    but into these traits and the learner's record.
    """

    _esm = module("idea_pad/idea_pad.js")
    _css = style("idea_pad/idea_pad.css")
    remembers = ("prompt", "ideas", "done", "kept", "draft")

    prompts = traitlets.List(traitlets.Dict()).tag(sync=True)
    most = traitlets.Int(MOST_IDEAS, read_only=True).tag(sync=True)
    longest = traitlets.Int(MOST_CHARACTERS, read_only=True).tag(sync=True)
    target = traitlets.Int(10, min=1, max=MOST_IDEAS).tag(sync=True)
    ideas = traitlets.List(traitlets.Unicode(), maxlen=MOST_IDEAS).tag(sync=True)
    draft = traitlets.Unicode("").tag(sync=True)
    prompt = traitlets.Int(NO_PROMPT, min=NO_PROMPT).tag(sync=True)
    done = traitlets.Bool(default_value=False).tag(sync=True)
    kept = traitlets.List(traitlets.Int(min=0)).tag(sync=True)

    def __init__(self, prompts: str = "own", *, target: int = 10) -> None:
        """Take the prompts of that name from the words, and so many ideas as a target."""
        super().__init__("idea_pad", about=(prompts,), target=target)
        sets = self.words["prompt_sets"]
        if prompts not in sets:
            raise ValueError(f"there are no prompts {prompts!r}; use one of {sorted(sets)}.")
        routes = self.words["routes"]
        self.prompts = [{"route": r, "question": q} for r, q in zip(routes, sets[prompts], strict=True)]
        self.words = self.words.without("prompt_sets", "routes")

    @traitlets.validate("ideas")
    def _short_lines(self, proposal: Any) -> list[str]:
        ideas = [_on_one_line(idea) for idea in proposal["value"]]
        if any(not idea or len(idea) > MOST_CHARACTERS for idea in ideas):
            raise traitlets.TraitError(f"an idea is a text of 1 to {MOST_CHARACTERS} characters.")
        if self.done:
            raise traitlets.TraitError("the inventing is done; set done to False to go on.")
        return ideas

    @traitlets.validate("draft")
    def _a_short_line(self, proposal: Any) -> str:
        return _on_one_line(proposal["value"])[:MOST_CHARACTERS]

    @traitlets.validate("prompt")
    def _a_prompt_that_exists(self, proposal: Any) -> int:
        if proposal["value"] >= len(self.prompts):
            raise traitlets.TraitError(f"there are {len(self.prompts)} prompts.")
        return int(proposal["value"])

    @traitlets.validate("kept")
    def _judged_only_afterwards(self, proposal: Any) -> list[int]:
        kept = sorted(set(proposal["value"]))
        if kept and not self.done:
            raise traitlets.TraitError("invent first, judge later: say that you are done inventing.")
        if kept and kept[-1] >= len(self.ideas):
            raise traitlets.TraitError(f"there are {len(self.ideas)} ideas.")
        return kept

    @traitlets.observe("done")
    def _invent_without_marks(self, change: Any) -> None:
        if not change["new"]:
            self.kept = []


def _on_one_line(text: str) -> str:
    """Return the text on one line, without characters that cannot be seen, such as those that turn its direction."""
    return "".join(character for character in " ".join(text.split()) if character.isprintable()).strip()
