"""A step from one package to another, as the one who has these points would speak of it."""

from ...case import Package, Profile
from .line import Choice


def largest_loss_and_gain(points: Profile, before: Package, after: Package) -> tuple[Choice | None, Choice | None]:
    """Return the option of `after` that costs somebody with these points the most, and the one that brings the most.

    Either is None where no option does.
    """
    changed = _changed(points, before, after)
    lost = min(changed, key=lambda it: (it[0], -it[1]), default=(0, 0))
    won = max(changed, default=(0, 0))
    return (
        Choice(-lost[1], after[-lost[1]]) if lost[0] < 0 else None,
        Choice(-won[1], after[-won[1]]) if won[0] > 0 else None,
    )


def _changed(points: Profile, before: Package, after: Package) -> list[tuple[int, int]]:
    """Return what each changed issue brings, in points, with its place negated, so that of equals the first counts."""
    rows = enumerate(zip(points, before, after, strict=True))
    return [(row[new] - row[old], -place) for place, (row, old, new) in rows if old != new]
