"""Picking: which package somebody offers of those that leave it its level."""

from dataclasses import dataclass, field
from random import Random
from typing import Protocol

from ...case import Package, Profile
from ...process.concessions import random_at
from .best_reply import Rows, best_reply
from .chosen import Choices
from .guess import Guess, OpponentModel, opposed
from .memory import Memory
from .refused import after_refusals


class Picking(Protocol):
    """A way to choose a package at a level."""

    def pick(self, memory: Memory, points: Profile, level: int, key: str) -> Package:
        """Return a package worth `level` or more under these points, which are the side's own as far as it is free.

        `key` draws what is left to chance.
        """


@dataclass(frozen=True, slots=True)
class Anything:
    """Any of the packages worth just the level, or the next more there is; each is equally likely."""

    def pick(self, memory: Memory, points: Profile, level: int, key: str) -> Package:  # noqa: ARG002  # no memory
        """Return a package drawn under the key."""
        return random_at(points, level, Random(key))  # noqa: S311  # a simulation needs no cryptography


@dataclass(frozen=True, slots=True)
class Nearest:
    """The package that differs on the fewest issues from the other side's last offer."""

    def pick(self, memory: Memory, points: Profile, level: int, key: str) -> Package:  # noqa: ARG002  # no chance
        """Return that package; before any offer, what costs the side itself least to give."""
        return best_reply(points, self._wanted(memory), level)

    @staticmethod
    def _wanted(memory: Memory) -> Rows:
        if not memory.theirs:
            return opposed(memory.points).rows
        last = zip(memory.points, memory.theirs[-1], strict=True)
        return [[int(option == offered) for option in range(len(row))] for row, offered in last]


@dataclass(frozen=True, slots=True)
class Guessing:
    """The package that is best for the other side as far as its offers, and what it told, let one guess."""

    model: OpponentModel = field(default_factory=Choices)

    def guess(self, memory: Memory) -> Guess:
        """Return what the side guesses the other wants."""
        return self.model.guess(memory.points, memory.theirs).with_told(memory.told)

    def pick(self, memory: Memory, points: Profile, level: int, key: str) -> Package:  # noqa: ARG002  # no chance
        """Return that package."""
        rows = self.guess(memory).rows
        if memory.mine and memory.theirs:
            rows = after_refusals(rows, memory.mine, memory.theirs[-1])
        return best_reply(points, rows, level)
