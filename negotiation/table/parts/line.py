"""A line: what a counterpart is about to say, before it has words."""

from dataclasses import dataclass
from typing import NamedTuple

from ..moves import Move


class Choice(NamedTuple):
    """An option of an issue, both as positions (from 0)."""

    issue: int
    option: int


@dataclass(frozen=True, slots=True)
class Line:
    """The kind of thing that is said (`act`, the key of its words), and what it is about."""

    act: str
    first: Choice | None = None
    second: Choice | None = None
    text: str = ""
    """Words of the case that are part of it."""


@dataclass(slots=True)
class Draft:
    """A message as it grows: its moves, and the lines that say them."""

    moves: list[Move]
    lines: list[Line]

    def add(self, line: Line, *moves: Move) -> None:
        """Add a line and the moves that it says."""
        self.lines.append(line)
        self.moves.extend(moves)
