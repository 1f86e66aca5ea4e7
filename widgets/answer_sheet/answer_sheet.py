"""A form for an answer: plain controls, and what they hold as the lines of the answer's cell."""

from collections.abc import Callable, Sequence
from typing import Any

import traitlets

from ...answers.form import LONGEST_VALUE, Block, Row, Values, empty
from ...negotiation.sentence import in_language
from .._bundle import module, style
from ..answering import Answering

Tally = Callable[[Sequence[str]], str]
Summary = Callable[[Values], str]


def nothing(_: Any) -> str:
    """Say nothing."""
    return ""


class AnswerSheet(Answering):
    """A form in which an answer is filled in, and which writes it into the answer's cell.

    Traits: `values`, of each block the value of each row ("" while it is open; a number as it was typed); `blocks`,
    what the browser shows of them; `text`, the answer as its cell holds it; `picture`, a sentence for each block, one
    for the whole, and one for each number that marking would not read. How much is filled in, the browser counts
    itself.
    """

    _esm = module("answer_sheet/answer_sheet.js")
    _css = style("parts/copy_box.css", "answer_sheet/answer_sheet.css")
    redraws_on = ("values",)

    blocks = traitlets.List(traitlets.Dict()).tag(sync=True)
    values = traitlets.List(traitlets.List(traitlets.Unicode())).tag(sync=True)
    text = traitlets.Unicode().tag(sync=True)

    def __init__(
        self, answer: str, blocks: Sequence[Block], *, tally: Tally = nothing, summary: Summary = nothing
    ) -> None:
        """Lay out the blocks; `tally` says something of a block's values, `summary` of those of all blocks."""
        self._blocks, self._tally, self._summary = tuple(blocks), tally, summary
        if not self._blocks or not all(block.rows for block in self._blocks):
            raise ValueError("an answer sheet needs at least one block, and each block a row.")
        shown = [_shown(block) for block in self._blocks]
        super().__init__("answer_sheet", answer=answer, blocks=shown, values=empty(self._blocks))

    def blocks_of_answer(self) -> tuple[Block, ...]:
        """Return the lines that the answer has."""
        return self._blocks

    def filled_in(self) -> Values:
        """Return what the form holds."""
        return [list(block) for block in self.values]

    def fill_in(self, values: Values) -> None:
        """Let the form hold these values."""
        self.values = values

    @traitlets.validate("values")
    def _each_fits_its_row(self, proposal: Any) -> Values:
        values = proposal["value"]
        if [len(said) for said in values] != [len(block.rows) for block in self._blocks]:
            raise traitlets.TraitError("give each row of each block one value.")
        return [
            [_fitting(row, value) for row, value in zip(block.rows, said, strict=True)]
            for block, said in zip(self._blocks, values, strict=True)
        ]

    def redraw(self, change: Any = None) -> None:
        """Draw, and write the answer's text."""
        with self.hold_sync():  # one message for both
            self.text = self.text_for_cell()
            super().redraw(change)

    def drawn(self) -> dict[str, Any]:
        """Return a sentence for each block, one for the whole, and one for each number that is none."""
        doubts = [
            [in_language(block.doubt(place, value), self.words["language"]) for place, value in enumerate(said)]
            for block, said in zip(self._blocks, self.values, strict=True)
        ]
        tallies = [self._tally(said) for said in self.values]
        return {"tallies": tallies, "summary": self._summary(self.values), "doubts": doubts}


def _fitting(row: Row, words: str) -> str:
    value = row.meant(words)
    if value is None:
        raise traitlets.TraitError(f"{words!r} cannot stand at {row.key!r}.")
    return value


def _shown(block: Block) -> dict[str, Any]:
    rows = [_row_shown(row) for row in block.rows]
    return {"label": block.label or block.title, "joined": bool(block.form), "rows": rows}


def _row_shown(row: Row) -> dict[str, Any]:
    choices = [list(choice) for choice in zip(row.choices, row.shown or row.choices, strict=True)]
    return {"label": row.label, "choices": choices, "number": row.number, "longest": LONGEST_VALUE}
