"""The text box for a written answer: what is written in it stands in the answer's Markdown cell at once."""

from contextlib import suppress
from typing import Any

import traitlets

from ...answers.another_case import Keep, when_it_begins
from ...negotiation import NegotiationError
from .._bundle import module, style
from .._words import words
from ..simulation import Simulation

BLANK = "YOUR ANSWER HERE"
"""What nbgrader puts into the cell of a written answer when it hands an exercise out."""


class WrittenAnswer(Simulation):
    """A text box, and beside it the Markdown cell that nbgrader knows by the name `answer`.

    Traits: `answer`, that name, an nbgrader `grade_id`; `blank`, what stands in the cell while nothing is written;
    `text`, what the box holds; `agreed`, what box and cell last said together, None before the cell was found. The
    browser alone writes and reads the cell, so it needs no kernel. What is kept is the cell. `emptied`, how often box
    and cell were to be emptied, since another case began, and `aside`, what stood in them then.
    """

    _esm = module("written_answer/written_answer.js")
    _css = style("parts/copy_box.css", "written_answer/written_answer.css")

    answer = traitlets.Unicode().tag(sync=True)
    blank = traitlets.Unicode(BLANK, read_only=True).tag(sync=True)
    text = traitlets.Unicode("").tag(sync=True)
    agreed = traitlets.Unicode(None, allow_none=True).tag(sync=True)
    emptied = traitlets.Int(0).tag(sync=True)
    aside = traitlets.Unicode("").tag(sync=True)

    _keep_answer: Keep | None = None

    def __init__(self, answer: str) -> None:
        """Write into the cell of this name; raise ValueError where that names none."""
        if not answer.strip():
            raise ValueError("name the answer's cell by its nbgrader id, such as WrittenAnswer('why').")
        super().__init__("written_answer", answer=answer)
        self.words = words("answer_cell").joined(self.words)
        when_it_begins(self._ask_to_be_emptied)

    def _ask_to_be_emptied(self, keep: Keep) -> None:
        self._keep_answer = keep
        self.emptied += 1

    @traitlets.observe("aside")
    def _hand_over(self, change: Any) -> None:
        """Put aside what stood in the box; it is emptied once that is done, so that nothing is lost."""
        if change["new"] and self._keep_answer:
            with suppress(NegotiationError, OSError):
                self._keep_answer(self.answer, change["new"])
                self.aside = ""
