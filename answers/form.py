"""The lines of an answer: written from what a form holds, and read back into it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

from ..negotiation import plain
from .answer import without_remark

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
        """Return the value that these words are, None where they are none."""
        said = " ".join(words.split())
        if not said:
            return ""
        if self.choices:
            return next((choice for choice in self.choices if plain(choice) == plain(said)), None)
        return said if len(said) <= LONGEST_VALUE and (not self.number or _is_number(said)) else None


@dataclass(frozen=True, slots=True)
class Block:
    """Rows that belong together; a title becomes a line of its own, shown as `label` where there is one.

    With a form such as "mine {own} + theirs {other}: {kind}", by the keys of the rows, they make one line together,
    or none while one of them is open.
    """

    rows: tuple[Row, ...]
    title: str = ""
    label: str = ""
    form: str = ""

    def lines(self, values: Sequence[str]) -> list[str]:
        """Return the block as an answer's lines."""
        if self.form:
            said = {row.key: value for row, value in zip(self.rows, values, strict=True)}
            return [self.form.format(**said)] if all(values) else []
        heading = [f"{self.title}:"] if self.title else []
        return heading + [f"{row.key}: {value}".rstrip() for row, value in zip(self.rows, values, strict=True)]

    def meant(self, line: str) -> dict[int, str]:
        """Return the value that a line gives each row, by the row's place; nothing where the line does not fit."""
        if self.form:
            spaced = re.escape(plain(self.form)).replace(r"\ ", r"\s*")
            found = re.fullmatch(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+?)", spaced), plain(line))
            said = {place: row.meant(found[row.key]) for place, row in enumerate(self.rows)} if found else {}
        else:
            key, _, words = line.partition(":")
            said = {place: row.meant(words) for place, row in enumerate(self.rows) if plain(row.key) == plain(key)}
        return {} if None in said.values() else {place: value for place, value in said.items() if value is not None}


def empty(blocks: Sequence[Block]) -> Values:
    """Return what a form holds before anything is filled in."""
    return [[""] * len(block.rows) for block in blocks]


def compose(answer: str, blocks: Sequence[Block], values: Values) -> str:
    """Return the text of an answer's cell."""
    lines = [line for block, said in zip(blocks, values, strict=True) for line in block.lines(said)]
    return "\n".join([f"%%answer {answer}", *lines])


def read(source: str, blocks: Sequence[Block]) -> tuple[Values, int]:
    """Return what a cell's lines say to a form, "" for what they leave open, and how many lines fit nowhere."""
    values, strange = empty(blocks), 0
    here = next((place for place, block in enumerate(blocks) if not block.title), -1)
    titles = {plain(block.title): place for place, block in enumerate(blocks) if block.title}
    for line in filter(None, map(_said, source.splitlines())):
        if line.endswith(":") and plain(line[:-1]) in titles:
            here = titles[plain(line[:-1])]
            continue
        meant = blocks[here].meant(line) if 0 <= here < len(blocks) else {}
        strange += not meant
        for place, value in meant.items():
            values[here][place] = value
        here += bool(meant and blocks[here].form)
    return values, strange


def _said(line: str) -> str:
    """Return a line without its remark; the line that names the answer says nothing to a form."""
    return "" if line.lstrip().startswith("%%") else without_remark(line)


def _is_number(words: str) -> bool:
    try:
        return isfinite(float(words))
    except ValueError:
        return False
