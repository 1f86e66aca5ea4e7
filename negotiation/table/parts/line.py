"""A line: what a counterpart is about to say, before it has words."""

from dataclasses import dataclass, field
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
    """Words of the case that are part of it: an answer, or what somebody needs."""
    because: str = ""
    """Why somebody needs it, in words of the case."""


@dataclass(slots=True)
class Draft:
    """A message as it grows: its moves, and the lines that say them."""

    silent: bool = False
    """Whether it will have no words, so that what its lines would name need not be looked for."""
    refuses: bool = False
    """Whether it refuses to answer; once in a message is enough."""
    moves: list[Move] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    def add(self, line: Line, *moves: Move) -> None:
        """Add a line and the moves that it says."""
        self.lines.append(line)
        self.moves.extend(moves)
