"""A view: all that one side may see of a talk. The other side's points are in none of its fields."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..case import Case, Issue, Package, Party
from ..counterpart import require_two_parties
from .moves import Message, Move


class Person(NamedTuple):
    """A party as everybody knows it: its name and its public role."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Scene:
    """The public part of a case: what both sides know before they begin."""

    title: str
    story: str
    issues: tuple[Issue, ...]
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class View:
    """A side's own party, the public part of its case, and what has been said so far."""

    scene: Scene
    party: Party
    own: int
    """The side's place (from 0) in the case's order of parties."""
    rounds: int
    first: int
    """The place of the side that began."""
    said: tuple[Message, ...]

    @property
    def other(self) -> Person:
        """The one who sits opposite."""
        return self.scene.people[1 - self.own]

    @property
    def own_turns(self) -> int:
        """How many messages this side has sent."""
        return (len(self.said) + (self.own == self.first)) // 2

    @property
    def turns_left(self) -> int:
        """How many messages this side may still send, the next one included."""
        return self.rounds - self.own_turns

    @property
    def open_packages(self) -> tuple[Package, ...]:
        """The packages that this side may accept now."""
        return open_packages(self.said, self.first, self.own)

    def messages(self, side: int) -> tuple[Message, ...]:
        """Return what the side in this place (from 0) said, in order."""
        return self.said[side != self.first :: 2]

    def moves(self, side: int) -> tuple[Move, ...]:
        """Return all moves of the side in this place (from 0), in order."""
        return tuple(move for message in self.messages(side) for move in message.moves)


def scene(case: Case) -> Scene:
    """Return the public part of a case; raise NegotiationError unless it has two parties."""
    require_two_parties(case)
    return Scene(case.title, case.story, case.issues, tuple(Person(p.name, p.role) for p in case.parties))


def open_packages(said: Sequence[Message], first: int, side: int) -> tuple[Package, ...]:
    """Return the packages that a side may accept: those of the last offer, if the other side made it."""
    for number in range(len(said) - 1, -1, -1):
        if offer := said[number].offer:
            return offer.packages if (first + number) % 2 != side else ()
    return ()
