"""What the widgets have in common that write an answer into its cell and read it from there."""

from typing import Any

import traitlets

from ...answers.form import Block, Values, compose, read
from .._words import words
from ..simulation import Simulation

WRITE, READ, BEGIN = "write", "read", "begin"
LONGEST_SOURCE = 20_000


class Answering(Simulation):
    """A widget that holds an answer: the browser asks for its text, or brings what stands in the cell.

    Traits: `answer`, the name in the cell's first line, "" where nothing is to be written; `request`, what the browser
    asks (`id`, `what`, `source`), and `reply`, which names that id. At the beginning, and at the latest before the
    first writing, what is open is filled from the cell; asked to read, the form takes over all that the cell says.
    """

    answer = traitlets.Unicode("").tag(sync=True)
    request = traitlets.Dict().tag(sync=True)
    reply = traitlets.Dict().tag(sync=True)

    def __init__(self, widget: str, **traits: Any) -> None:
        """Add the words about answer cells to those of `widget`."""
        self._begun = False
        super().__init__(widget, **traits)
        self.words = words("answer_cell").joined(self.words)

    def blocks_of_answer(self) -> tuple[Block, ...]:
        """Return the lines that the answer has."""
        raise NotImplementedError

    def filled_in(self) -> Values:
        """Return what the form holds."""
        raise NotImplementedError

    def fill_in(self, values: Values) -> None:
        """Let the form hold these values, each of which fits its row."""
        raise NotImplementedError

    @traitlets.validate("answer")
    def _one_word(self, proposal: Any) -> str:
        if proposal["value"] and not proposal["value"].isidentifier():
            raise traitlets.TraitError(f"{proposal['value']!r} names no answer; use one word, such as 'labels'.")
        return str(proposal["value"])

    @traitlets.validate("request")
    def _known(self, proposal: Any) -> dict[str, str]:
        asked = dict(proposal["value"])
        if set(asked) != {"id", "what", "source"} or not all(isinstance(each, str) for each in asked.values()):
            raise traitlets.TraitError("a request has id, what and source.")
        if asked["what"] not in (WRITE, READ, BEGIN):
            raise traitlets.TraitError(f"a request is one of {WRITE!r}, {READ!r} and {BEGIN!r}.")
        return asked

    @traitlets.observe("request")
    def _answer_the_request(self, change: Any) -> None:
        what, source = change["new"]["what"], change["new"]["source"]
        told = {}
        if what != WRITE or not self._begun:
            told = {"says": self._read(source, only_open=what != READ)}
        self._begun = self._begun or bool(source)
        self.reply = {"id": change["new"]["id"], **(self._text() if what == WRITE else told)}

    def _text(self) -> dict[str, str]:
        values = self.filled_in()
        if not any(map(any, values)):
            return {"says": self.words.say("nothing_yet")}
        return {"text": compose(self.answer, self.blocks_of_answer(), values)}

    def _read(self, source: str, *, only_open: bool) -> str:
        """Take over what the cell says, and return a sentence on it; an open line changes nothing."""
        found, strange = read(source[:LONGEST_SOURCE], self.blocks_of_answer())
        if something := any(map(any, found)):
            self.fill_in(self._merged(found, only_open=only_open))
        if something or not only_open or strange:
            said = self.words.say("read" if something else "nothing_there")
            return f"{said} {self.words.say('strange', count=strange)}" if strange else said
        return ""

    def _merged(self, found: Values, *, only_open: bool) -> Values:
        held = self.filled_in()
        if any(block.form for block in self.blocks_of_answer()):
            return held if only_open and any(map(any, held)) else found
        return _over(found, held) if only_open else _over(held, found)


def _over(below: Values, above: Values) -> Values:
    """Return the values above, and those below where nothing stands above them."""
    return [[b or a for a, b in zip(*pair, strict=True)] for pair in zip(below, above, strict=True)]
