"""Moves: what one side may say or do in its turn, as data."""

from dataclasses import dataclass
from enum import StrEnum

from ..analysis.importance import Importance
from ..case import Package

MOST_PACKAGES = 3
MOST_MOVES = 8
LONGEST_WORDS = 1_000
"""Characters of one text that a side says."""


class Aspect(StrEnum):
    """What a question asks: which issue matters most, or about one issue how much, which way, or why."""

    MOST = "most"
    HOW_MUCH = "how much"
    WHICH_WAY = "which way"
    WHY = "why"


class Manner(StrEnum):
    """How a remark is meant to be heard."""

    ACKNOWLEDGE = "acknowledge"
    THANK = "thank"
    NAME_FEELING = "name a feeling"
    APOLOGISE = "apologise"
    BREAK = "propose a break"
    REFRAME = "reframe"
    PRESS = "press"
    BLAME = "blame"
    THREATEN = "threaten"


@dataclass(frozen=True, slots=True)
class Offer:
    """One to three packages that the other side may accept, all of them until anybody's next offer."""

    packages: tuple[Package, ...]


@dataclass(frozen=True, slots=True)
class Accept:
    """Taking a package of the other side's open offer; the talk ends with it."""

    package: Package


@dataclass(frozen=True, slots=True)
class WalkAway:
    """Leaving without a deal."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A question to the other side; all aspects but MOST name an issue, by its position (from 0)."""

    aspect: Aspect
    issue: int | None = None


@dataclass(frozen=True, slots=True)
class Tell:
    """What somebody says of an issue: how much it matters, which option would be best, why; at least one of these."""

    issue: int
    importance: Importance | None = None
    wanted: int | None = None
    """The position (from 0) of the option that would be best."""
    why: str = ""


@dataclass(frozen=True, slots=True)
class SayBack:
    """What somebody understood of an issue: how much it matters to the other side, or which option would be best."""

    issue: int
    importance: Importance | None = None
    wanted: int | None = None
    """The position (from 0) of the option that would be best for the other side."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something said about the talk or the people in it, in this manner."""

    manner: Manner
    words: str = ""


Move = Offer | Accept | WalkAway | Ask | Tell | SayBack | Remark


@dataclass(frozen=True, slots=True)
class Message:
    """All that a side says in its turn: its moves in order, and the words in which it says them, if any."""

    moves: tuple[Move, ...]
    words: str = ""

    @property
    def offer(self) -> Offer | None:
        """The offer in the message, if there is one."""
        for move in self.moves:
            if type(move) is Offer:
                return move
        return None

    @property
    def packages(self) -> tuple[Package, ...]:
        """The packages that the message offers; none without an offer."""
        return self.offer.packages if self.offer else ()

    @property
    def accept(self) -> Accept | None:
        """The acceptance in the message, if there is one."""
        for move in self.moves:
            if type(move) is Accept:
                return move
        return None

    @property
    def walks_away(self) -> bool:
        """Whether the side leaves with this message."""
        return WalkAway in map(type, self.moves)
