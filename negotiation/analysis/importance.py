"""Importance: how much an issue matters to somebody, in words."""

from enum import StrEnum

from ..case import Profile, profile_weights


class Importance(StrEnum):
    """How much an issue matters, by its share of all weight beside an equal share of 1/n for n issues."""

    MOST = "most of all"
    """At least one and a half times an equal share."""
    MUCH = "a good deal"
    """At least half an equal share."""
    LITTLE = "a little"
    """Less than that."""


def importance(weight: int, total: int, issues: int) -> Importance:
    """Return how much an issue of that weight matters where all issues together weigh `total` points."""
    if weight and 2 * weight * issues >= 3 * total:
        return Importance.MOST
    return Importance.MUCH if weight and 2 * weight * issues >= total else Importance.LITTLE


def importances(profile: Profile) -> tuple[Importance, ...]:
    """Return for each issue how much it matters to somebody with these points."""
    weights = profile_weights(profile)
    return tuple(importance(weight, sum(weights), len(weights)) for weight in weights)
