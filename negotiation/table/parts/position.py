"""A position: insisting on the best option of one issue until something opens it."""

from dataclasses import dataclass

from ...case import Package, Profile, profile_weights
from ..moves import Ask, Aspect
from .memory import Memory
from .temper import WHOLE

NEVER = -(10**9)
"""What the other options count while the position holds, in points."""


@dataclass(frozen=True, slots=True)
class Position:
    """Which issue somebody insists on, and what opens it: being asked why so often, or that much of the time gone."""

    rank: int = 0
    """The issue's place (from 0) when the side's issues are put in order, the weightiest first."""
    asked_why: int = 2
    until: int = WHOLE
    """The share of its turns after which it gives the position up unasked, in thousandths."""

    def issue(self, points: Profile) -> int:
        """Return the issue (from 0) that is insisted on."""
        weights = profile_weights(points)
        return sorted(range(len(points)), key=lambda place: (-weights[place], place))[: self.rank + 1][-1]

    def holds(self, memory: Memory, turn: int, turns: int) -> bool:
        """Return whether it is still insisted on in this turn (from 0) of so many."""
        asked = memory.asked[Ask(Aspect.WHY, self.issue(memory.points))]
        return asked < self.asked_why and turn * WHOLE < self.until * turns

    def insisted(self, points: Profile) -> Profile:
        """Return the points as they are while it is insisted on: every other option of the issue is out of reach."""
        place, row = self.issue(points), points[self.issue(points)]
        only = tuple(worth if worth == max(row) else NEVER for worth in row)
        return (*points[:place], only, *points[place + 1 :])

    def allows(self, package: Package, points: Profile) -> bool:
        """Return whether a package has the option that is insisted on."""
        row = points[self.issue(points)]
        return row[package[self.issue(points)]] == max(row)
