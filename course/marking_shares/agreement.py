"""What assistants say of the same answers: how far they agree, and what counts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

TOLERATED = 0.1
"""Two marks that differ by at most this share of the most points count, by their mean; others are settled by you."""


@dataclass(frozen=True, slots=True)
class Said:
    """One assistant's mark for an answer, and the comment for the student."""

    assistant: str
    points: float
    comment: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """How often two gave the same mark, nearly the same, and how far apart they were on average, in points."""

    answers: int
    same: int
    near: int
    apart: float


def agreement(said: Mapping[str, Sequence[Said]], maxima: Mapping[str, float]) -> Agreement | None:
    """Return how far those agree who marked the same answers; None where no answer was marked by two."""
    pairs = {answer: (both[0].points, both[1].points) for answer, both in said.items() if len(both) > 1}
    if not pairs:
        return None
    apart = {answer: abs(one - other) for answer, (one, other) in pairs.items()}
    near = sum(is_near(*both, maxima[answer]) for answer, both in pairs.items())
    return Agreement(len(pairs), sum(not far for far in apart.values()), near, fmean(apart.values()))


def settled(said: Sequence[Said], maximum: float) -> float | None:
    """Return the points that count: one mark, or the mean of two that are near; None where these differ."""
    points = [one.points for one in said]
    return fmean(points) if is_near(min(points), max(points), maximum) else None


def is_near(one: float, other: float, maximum: float) -> bool:
    """Return whether two marks differ by no more than is tolerated."""
    return abs(one - other) <= TOLERATED * maximum + 1e-9
