"""One negotiation under many names: versions of a variant in which other issues carry the same points.

Each version has every package of the variant, with the same payoffs, on other issues and other ends of them. So the
deals of all versions can be shown as packages of one case, exactly.
"""

from dataclasses import replace
from functools import lru_cache
from itertools import permutations
from math import prod
from typing import NamedTuple

from ..case import Case, Issue, Package
from ..errors import NegotiationError
from .party_texts import ends
from .variant import OPTIONS, choice, require_sides, with_profiles

BETWEEN = " / "


class Relabelled(NamedTuple):
    """A version of a variant, and how its packages are read as the variant's.

    `place` is, for each issue of the version, the variant's issue whose points it has; `turned` whether its options
    run the other way.
    """

    case: Case
    place: tuple[int, ...]
    turned: tuple[bool, ...]

    def common(self, package: Package) -> Package:
        """Return the variant's package that is worth the same to both sides as this one of the version."""
        found = [0] * len(package)
        for option, place, turned in zip(package, self.place, self.turned, strict=True):
            found[place] = OPTIONS - 1 - option if turned else option
        return tuple(found)


def relabelled(drawn: Case, key: str) -> Relabelled:
    """Return the version of a variant that a key draws: which issue carries which points, and toward which end.

    Raises NegotiationError for a case that can have no variants.
    """
    own, other = require_sides(drawn)
    place, turnings = choice(key, "issues of the version", _fitting(drawn))
    turned = tuple(choice(key, f"end {at}", may) for at, may in enumerate(turnings))
    profiles = (
        tuple(side.points[p][::-1] if t else side.points[p] for p, t in zip(place, turned, strict=True))
        for side in (own, other)
    )
    return Relabelled(with_profiles(drawn, *profiles), place, turned)


def versions_of(drawn: Case) -> int:
    """Return how many versions of a variant there are, all with other points; raise as `relabelled` does."""
    return sum(prod(map(len, turnings)) for _, turnings in _fitting(drawn))


def in_points(drawn: Case) -> Case:
    """Return a variant whose issues and options are called by what they are worth to its two sides.

    An issue that is worth at most 32 to the first side and 12 to the other is called '32 / 12', one of its options
    '24 / 3'; no version's own names fit all others.
    """
    own, other = require_sides(drawn)
    issues = []
    for issue, rows in zip(drawn.issues, zip(own.points, other.points, strict=True), strict=True):
        most = BETWEEN.join(str(max(row)) for row in rows)
        options = tuple(f"{first}{BETWEEN}{second}" for first, second in zip(*rows, strict=True))
        issues.append(Issue(most, issue.question, options))
    bare = (replace(side, interests=(), statements=(), leanings=()) for side in (own, other))
    return replace(drawn, issues=tuple(issues), parties=tuple(bare))


@lru_cache(maxsize=4)
def _fitting(drawn: Case) -> tuple[tuple[tuple[int, ...], tuple[tuple[bool, ...], ...]], ...]:
    """Return the ways to lay the variant's points on its issues, each with how every issue's options may run."""
    own, other = require_sides(drawn)
    may = [[_turnings(drawn, onto, of) for of in range(len(own.points))] for onto in range(len(other.points))]
    found = []
    for order in permutations(range(len(own.points))):
        turnings = tuple(may[onto][of] for onto, of in enumerate(order))
        if all(turnings):
            found.append((order, turnings))
    if not found:
        raise NegotiationError(f"the case {drawn.title!r} can have no versions; give it leanings toward both ends.")
    return tuple(found)


def _turnings(drawn: Case, onto: int, of: int) -> tuple[bool, ...]:
    """Return how the points of one issue may run on another, so that both sides have words for what they want."""
    wanted = [(ends(side, drawn.issues[onto]), side.points[of].index(max(side.points[of]))) for side in drawn.parties]
    return tuple(
        turned
        for turned in (False, True)
        if all((OPTIONS - 1 - best if turned else best) in may for may, best in wanted)
    )
