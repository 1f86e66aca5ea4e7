"""A guess about the other side: how much each issue matters to it, and how well it likes each option."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from ...analysis.importance import Importance
from ...case import Package, Profile
from ..moves import Tell
from .best_reply import Rows
from .temper import WHOLE

TOLD_WEIGHT = {Importance.MOST: 1_800, Importance.MUCH: 1_000, Importance.LITTLE: 350}
"""What an issue weighs of which somebody told how much it matters, in thousandths of an equal share."""
DOUBT = 100
"""What is kept of the guess in spite of what was told, in thousandths, because it may be untrue."""


class OpponentModel(Protocol):
    """Whoever guesses from offers what their side wants."""

    def guess(self, own: Profile, offers: Sequence[Package]) -> "Guess":
        """Return a guess from the other side's offers, in order; `own` are the points of whoever guesses."""


@dataclass(frozen=True, slots=True)
class Guess:
    """Weights of the issues, in thousandths of an equal share, and how good each one's options are (0 to 1,000)."""

    weights: tuple[int, ...]
    shapes: tuple[tuple[int, ...], ...]

    @property
    def rows(self) -> Rows:
        """What every option is guessed to be worth to the other side, on a scale of its own."""
        return [[weight * good for good in shape] for weight, shape in zip(self.weights, self.shapes, strict=True)]

    def with_told(self, told: Mapping[int, Tell]) -> "Guess":
        """Return the guess once what the other side told of its issues is taken as evidence, with some doubt."""
        if not told:
            return self
        weights, shapes = list(self.weights), list(self.shapes)
        for issue, tell in told.items():
            if tell.importance:
                weights[issue] = _mixed(weights[issue], TOLD_WEIGHT[tell.importance])
            if tell.wanted is not None:
                near = _near(tell.wanted, len(shapes[issue]))
                shapes[issue] = tuple(map(_mixed, shapes[issue], near))
        return Guess(tuple(weights), tuple(shapes))


def opposed(own: Profile) -> Guess:
    """Return what one assumes before any offer: that everything matters alike, and is liked the other way round."""
    return Guess((WHOLE,) * len(own), tuple(tuple(_opposed(points)) for points in own))


def _opposed(points: tuple[int, ...]) -> list[int]:
    most, width = max(points), max(points) - min(points)
    return [(most - worth) * WHOLE // width if width else 0 for worth in points]


def _mixed(guessed: int, told: int) -> int:
    return (guessed * DOUBT + told * (WHOLE - DOUBT)) // WHOLE


def _near(wanted: int, options: int) -> list[int]:
    """Return how good options are that get worse by equal steps from the wanted one on."""
    farthest = max(wanted, options - 1 - wanted, 1)
    return [WHOLE - WHOLE * abs(option - wanted) // farthest for option in range(options)]
