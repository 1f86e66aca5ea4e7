"""How it feels: four statements of our own about a deal, rated for yourself and guessed for the other side."""

from typing import Any

import traitlets

from .._bundle import module, style
from .._words import Words
from ..simulation import Simulation

ITEMS = ("outcome", "treatment", "again", "self")
UNRATED, LEAST, MOST = 0, 1, 5
LOW = 2
LONGEST = 200


class HowItFeels(Simulation):
    """A look at a deal from inside: no score, and no verdict on anybody.

    Traits: `mine` and `theirs`, how far each statement holds for the learner and, as a guess, for the other side (1
    to 5, 0 while it is not rated); `my_words` and `their_words`, one sentence each (at most 200 characters).
    """

    _esm = module("how_it_feels/how_it_feels.js")
    _css = style("how_it_feels/how_it_feels.css")
    redraws_on = ("mine", "theirs", "my_words", "their_words")
    remembers = ("mine", "theirs", "my_words", "their_words")

    mine = traitlets.List(traitlets.Int(min=UNRATED, max=MOST)).tag(sync=True)
    theirs = traitlets.List(traitlets.Int(min=UNRATED, max=MOST)).tag(sync=True)
    my_words = traitlets.Unicode("").tag(sync=True)
    their_words = traitlets.Unicode("").tag(sync=True)
    longest = traitlets.Int(LONGEST, read_only=True).tag(sync=True)

    def __init__(self) -> None:
        """Begin with nothing rated and nothing written."""
        super().__init__("how_it_feels", mine=[UNRATED] * len(ITEMS), theirs=[UNRATED] * len(ITEMS))

    @traitlets.validate("mine", "theirs")
    def _one_for_each_statement(self, proposal: Any) -> list[int]:
        if len(proposal["value"]) != len(ITEMS):
            raise traitlets.TraitError(f"give one rating for each of {len(ITEMS)} statements.")
        return list(proposal["value"])

    @traitlets.validate("my_words", "their_words")
    def _a_short_plain_sentence(self, proposal: Any) -> str:
        if len(proposal["value"]) > LONGEST:
            raise traitlets.TraitError(f"write at most {LONGEST} characters.")
        return "".join(letter if letter.isprintable() else " " for letter in proposal["value"])

    def drawn(self) -> dict[str, Any]:
        """Return all that the browser draws and says."""
        return picture(self.mine, self.theirs, (self.my_words, self.their_words), self.words)


def picture(mine: list[int], theirs: list[int], sentences: tuple[str, str], words: Words) -> dict[str, Any]:
    """Return what to ask or say, and the ratings as a table; the browser puts them on their scales itself."""
    rated = sum(rating != UNRATED for rating in (*mine, *theirs))
    complete = rated == 2 * len(ITEMS)
    short = [words.say("items", item, "short") for item in ITEMS]
    said = (
        " ".join(_findings(mine, theirs, words)) if complete else words.say("so_far", rated=rated, all=2 * len(ITEMS))
    )
    rows = [
        [name, *(str(n or words.say("open")) for n in pair)] for name, *pair in zip(short, mine, theirs, strict=True)
    ]
    if any(sentences):
        rows.append([words.say("in_words"), *(sentence or words.say("open") for sentence in sentences)])
    return {
        "summary": said,
        "table": {"head": words.heads("statement", "you", "their_guess"), "rows": rows},
    }


def _findings(mine: list[int], theirs: list[int], words: Words) -> list[str]:
    """Name the greatest difference, the first where several are as great, and one thing to ask or say."""
    apart = [abs(a - b) for a, b in zip(mine, theirs, strict=True)]
    at = apart.index(max(apart))
    if apart[at]:
        item, more = ITEMS[at], "you_more" if mine[at] > theirs[at] else "they_more"
        found = words.say("apart", item=words.say("items", item, "short"), you=mine[at], them=theirs[at])
        return [found, words.say("items", item, more)]
    lowest = mine.index(min(mine))
    if mine[lowest] <= LOW:
        item = ITEMS[lowest]
        low = words.say("both_low", item=words.say("items", item, "short"), rating=mine[lowest])
        return [low, words.say("items", item, "both_low")]
    return [words.say("no_difference")]
