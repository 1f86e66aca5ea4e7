"""A case from weights alone: each side cares so much about each issue, step by step."""

from collections.abc import Sequence

from ..case import Case, Issue, Party

STEPS = 5


def weighted_case(
    issues: Sequence[str],
    weights: tuple[Sequence[int], Sequence[int]],
    opposed: Sequence[bool],
    reservation_values: tuple[int, int] = (0, 0),
) -> Case:
    """Return a two-party case whose issues have five options in equal steps.

    A weight is what one step on the issue is worth, in points. The first party always wants the last
    option; the second wants the first option of an opposed issue and the last of any other.
    """
    rising = [tuple(weight * step for step in range(STEPS)) for weight in weights[0]]
    other = [tuple(weight * step for step in range(STEPS)) for weight in weights[1]]
    facing = [points[::-1] if against else points for points, against in zip(other, opposed, strict=True)]
    sides = zip(("you", "them"), (rising, facing), reservation_values, strict=True)
    return Case(
        title="weights",
        story="",
        issues=tuple(Issue(name, "", tuple(str(step) for step in range(STEPS))) for name in issues),
        parties=tuple(Party(name, "", "", "", least, tuple(points)) for name, points, least in sides),
    )
