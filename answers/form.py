"""What a form for an answer holds, and the lines that it stands for."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from ..negotiation import NegotiationError, plain
from .answer import Answer, without_remark
from .line_reader import LineReader
from .matching import quoted
from .number_readers import read_any_number
from .sentence import Sentence

LONGEST_VALUE = 200
Values = list[list[str]]
"""What a form holds: for each block, the value of each row, "" where it is open."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to fill in: the key of its line, the label shown, and what can be chosen.

    `shown` says each choice in other words than the line does. Without choices the row is free text, or a number.
    """

    key: str
    label: str
    choices: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    number: bool = False

    def meant(self, words: str) -> str | None:
        """Return the value that these words are in the form, None where they are none; a number stays as typed."""
        said = " ".join(words.split())
        if not said or not self.choices:
            return said if len(said) <= LONGEST_VALUE else None
        return next((choice for choice in self.choices if plain(choice) == plain(said)), None)

    def as_read(self, value: str) -> str:
        """Return a value as it is read back from the row's line."""
        if self.choices or not value:
            return value
        if not self.number:
            return without_remark(value)
        ((_, said),) = Answer("", f"_: {value}").lines().pairs
        return said


@dataclass(frozen=True, slots=True)
class Block:
    """Rows that belong together; a title, such as "package 1", becomes a line of its own, shown as `label` if given.

    With a form such as "mine {own} + theirs {other}: {kind}", by the keys of the rows, they make one line together,
    or none while one of them is open. `reader` is how marking reads the lines; without one a line is about a row
    whose key it begins with.
    """

    rows: tuple[Row, ...]
    title: str = ""
    label: str = ""
    form: str = ""
    reader: LineReader[Any, Any] | None = None

    @property
    def reading(self) -> LineReader[Any, Any]:
        """How the block's lines are read."""
        return self.reader or LineReader(self._row_of, self._said_of)

    def line(self, values: Sequence[str]) -> str:
        """Return the one line of rows that make a line together."""
        return self.form.format(**{row.key: value for row, value in zip(self.rows, values, strict=True)})

    def lines(self, values: Sequence[str]) -> list[str]:
        """Return the block as an answer's lines."""
        if self.form:
            return [self.line(values)] if all(values) else []
        heading = [f"{self.title}:"] if self.title else []
        return heading + [f"{row.key}: {value}".rstrip() for row, value in zip(self.rows, values, strict=True)]

    def places(self) -> dict[Hashable, int]:
        """Return the place of each row by what its line is about."""
        return {self.reading.key(row.key): place for place, row in enumerate(self.rows)}

    def joined(self) -> dict[Hashable, tuple[str, ...]]:
        """Return the values of all rows but the last, which begin the line, by what that line is about."""
        begin = self.form.rpartition(":")[0]
        keys = [row.key for row in self.rows[:-1]]
        begun = product(*(row.choices for row in self.rows[:-1]))
        return {self.reading.key(begin.format(**dict(zip(keys, some, strict=True)))): some for some in begun}

    def doubt(self, place: int, value: str) -> str:
        """Return the sentence with which marking refuses a number, "" where it reads it or the row is none."""
        row = self.rows[place]
        if not row.number or not (said := row.as_read(value)):
            return ""
        try:
            self.reading.value(self.reading.key(row.key), said)
        except NegotiationError as refused:
            return next(iter(refused.told()))
        return ""

    def _row_of(self, words: str) -> str:
        for row in self.rows:
            if plain(row.key) == plain(words):
                return row.key
        raise NegotiationError(Sentence("answer.no_line", words=quoted(words)))

    def _said_of(self, key: str, words: str) -> Hashable:
        row = next(row for row in self.rows if row.key == key)
        if row.number:
            return read_any_number(words)
        if (value := row.meant(words)) is None:
            raise NegotiationError(Sentence("answer.cannot_stand", words=quoted(words), key=key))
        return value


def empty(blocks: Sequence[Block]) -> Values:
    """Return what a form holds before anything is filled in."""
    return [[""] * len(block.rows) for block in blocks]


def compose(answer: str, blocks: Sequence[Block], values: Values) -> str:
    """Return the text of an answer's cell in which nothing stands yet."""
    lines = [line for block, said in zip(blocks, values, strict=True) for line in block.lines(said)]
    return "\n".join([f"%%answer {answer}", *lines])
