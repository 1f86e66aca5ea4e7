"""The base of every widget that holds an answer."""

from typing import Any

import traitlets

from ...answers.another_case import Keep, when_it_begins
from ...answers.answer import shortened
from ...answers.form import Block, Values, empty
from ...answers.form_reading import Reading, read_cell
from ...answers.form_writing import emptied, held, rewritten
from ...negotiation import NegotiationError
from ...negotiation.sentence import in_language
from .._words import words
from ..simulation import Simulation
from .agreed import agreed, replaced

WRITE, READ, BEGIN, WRITTEN, EMPTY = ASKED = ("write", "read", "begin", "written", "empty")
MOST_NAMED = 5


class Answering(Simulation):
    """A widget that holds an answer: the browser asks for its text, or brings what stands in the cell.

    Traits: `answer`, the name in the cell's first line, "" where nothing is to be written; `request`, what the browser
    asks (`id`, `what`, `source`), and `reply`, which names that id; `emptied`, how often form and cell were to be
    emptied, since another case began. Asked to read, the form takes over all that the
    cell says. At the beginning and before each writing the two agree: what changed on one side counts. Lines that the
    form cannot show stay in the cell as they are.
    """

    unnamed = "answer"
    """What the answer is called in its text where nothing is to be written into a cell."""

    answer = traitlets.Unicode("").tag(sync=True)
    request = traitlets.Dict().tag(sync=True)
    reply = traitlets.Dict().tag(sync=True)
    emptied = traitlets.Int(0).tag(sync=True)

    def __init__(self, widget: str, **traits: Any) -> None:
        """Add the words about answer cells to those of `widget`."""
        self._cell = ""
        self._agreed_on: Values = []
        self._keep_answer: Keep | None = None
        super().__init__(widget, **traits)
        self.words = words("answer_cell").joined(self.words)
        self._agreed_on = empty(self.blocks_of_answer())
        if self.answer:
            when_it_begins(self._ask_to_be_emptied)

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
        if asked["what"] not in ASKED:
            raise traitlets.TraitError(f"a request is one of {', '.join(ASKED)}.")
        return asked

    @traitlets.observe("request")
    def _answer_the_request(self, change: Any) -> None:
        what, source = change["new"]["what"], change["new"]["source"]
        read = read_cell(source, self.blocks_of_answer())
        told = self._told(what, source, read)
        self._cell, self._agreed_on = source, read.values
        self.redraw()
        self.reply = {"id": change["new"]["id"], **told}

    def _ask_to_be_emptied(self, keep: Keep) -> None:
        """Let the browser ask for the blank form, with what stands in the cell by then."""
        self._keep_answer = keep
        self.emptied += 1

    def _blank(self, source: str, read: Reading) -> dict[str, str]:
        """Empty the form, once what stands in the cell was put aside; return the blank cell."""
        try:
            if self._keep_answer and (any(map(any, read.values)) or read.kept):
                self._keep_answer(self.answer, source)
        except (NegotiationError, OSError) as problem:
            return {"says": f"{problem} {self.words.say('not_emptied')}"}
        self.fill_in(empty(self.blocks_of_answer()))
        return {"blank": emptied(source, self.answer, self.blocks_of_answer()), "says": self.words.say("emptied")}

    def _told(self, what: str, source: str, read: Reading) -> dict[str, str]:
        """Let form and cell agree; return the text to write, or what there is to say."""
        if what == WRITTEN:
            return {}
        if what == EMPTY:
            return self._blank(source, read)
        blocks, form = self.blocks_of_answer(), self.filled_in()
        self.fill_in(
            replaced(blocks, form, read.values) if what == READ else agreed(blocks, self._agreed_on, form, read.values)
        )
        if what != WRITE:
            return {"says": self._says(read, asked=what == READ)}
        if read.refusal:
            return {"says": f"{self._told_here(read.refusal)} {self.words.say('not_written')}"}
        if not any(map(any, [*self.filled_in(), *self._agreed_on, *read.values])):
            return {"says": self.words.say("nothing_yet")}
        return {"text": self._written_into(source), "says": self._kept(read)}

    def text_for_cell(self) -> str:
        """Return the answer's cell as it was last seen, with what the form holds now."""
        return self._written_into(self._cell)

    def _written_into(self, source: str) -> str:
        blocks, values = self.blocks_of_answer(), self.filled_in()
        removed = held(blocks, self._agreed_on).keys() - held(blocks, values).keys()
        return rewritten(source, self.answer or self.unnamed, blocks, values, removed)

    def _says(self, read: Reading, *, asked: bool) -> str:
        """Return a sentence on what was read; at the beginning, nothing where nothing stands there."""
        something = any(map(any, read.values))
        if not (something or asked or read.kept or read.refusal):
            return ""
        return " ".join(
            filter(
                None,
                [
                    self.words.say("read" if something else "nothing_there"),
                    self._told_here(read.refusal),
                    self._kept(read),
                ],
            )
        )

    def _told_here(self, sentence: str) -> str:
        """Return what marking says, in the widget's language."""
        return in_language(sentence, self.words["language"])

    def _kept(self, read: Reading) -> str:
        """Name the lines that the form cannot show."""
        if not read.kept:
            return ""
        named = [self.words.say("line", number=n, line=shortened(line)) for n, line in read.kept.items()]
        more = [self.words.say("more_lines", count=len(named) - MOST_NAMED)] if named[MOST_NAMED:] else []
        return self.words.say("kept", lines=", ".join([*named[:MOST_NAMED], *more]))
