"""A step from one package to another, as the one who has these points would speak of it."""

from ...case import Package, Profile
from .line import Choice


def largest_gain(points: Profile, before: Package, after: Package) -> Choice | None:
    """Return the option of `after` that brings somebody with these points the most against `before`, if any does."""
    gained = _changed(points, before, after)
    best = max(gained, default=None)
    return Choice(-best[1], after[-best[1]]) if best and best[0] > 0 else None


def largest_loss(points: Profile, before: Package, after: Package) -> Choice | None:
    """Return the option of `after` that costs somebody with these points the most against `before`, if any does."""
    lost = [(-change, place) for change, place in _changed(points, before, after)]
    worst = max(lost, default=None)
    return Choice(-worst[1], after[-worst[1]]) if worst and worst[0] > 0 else None


def _changed(points: Profile, before: Package, after: Package) -> list[tuple[int, int]]:
    """Return what each changed issue brings, in points, with its place negated, so that of equals the first counts."""
    rows = enumerate(zip(points, before, after, strict=True))
    return [(row[new] - row[old], -place) for place, (row, old, new) in rows if old != new]
