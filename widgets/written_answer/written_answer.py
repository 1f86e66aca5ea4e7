"""The text box for a written answer: what is written in it stands in the answer's Markdown cell at once."""

import traitlets

from .._bundle import module, style
from .._words import words
from ..simulation import Simulation

BLANK = "YOUR ANSWER HERE"
"""What nbgrader puts into the cell of a written answer when it hands an exercise out."""


class WrittenAnswer(Simulation):
    """A text box, and beside it the Markdown cell that nbgrader knows by the name `answer`.

    Traits: `answer`, that name, an nbgrader `grade_id`; `blank`, what stands in the cell while nothing is written;
    `text`, what the box holds; `agreed`, what box and cell last said together, None before the cell was found. The
    browser alone writes and reads the cell, so it needs no kernel. What is kept is the cell.
    """

    _esm = module("written_answer/written_answer.js")
    _css = style("parts/copy_box.css", "written_answer/written_answer.css")

    answer = traitlets.Unicode().tag(sync=True)
    blank = traitlets.Unicode(BLANK, read_only=True).tag(sync=True)
    text = traitlets.Unicode("").tag(sync=True)
    agreed = traitlets.Unicode(None, allow_none=True).tag(sync=True)

    def __init__(self, answer: str) -> None:
        """Write into the cell of this name; raise ValueError where that names none."""
        if not answer.strip():
            raise ValueError("name the answer's cell by its nbgrader id, such as WrittenAnswer('why').")
        super().__init__("written_answer", answer=answer)
        self.words = words("answer_cell").joined(self.words)
