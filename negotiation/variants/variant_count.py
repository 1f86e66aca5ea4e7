"""How many variants a case has: every own profile with every profile of the other side that goes with it."""

from collections import Counter
from itertools import permutations, product
from math import prod

from ..case import Case
from .party_texts import ends
from .variant import OPTIONS, pairings, require_sides

May = tuple[bool, bool]
"""Whether the other side may want the same end of an issue, and whether the opposite one."""


def variant_count(case: Case) -> int:
    """Return how many different variants the keys of all students can draw.

    Exact: of the first side's profiles, those are counted together that leave the other side the same choices. Raises
    NegotiationError for a case that can have no variants.
    """
    own, other = require_sides(case)
    choices = []
    for issue in case.issues:
        theirs = ends(other, issue)
        choices.append(Counter((best in theirs, OPTIONS - 1 - best in theirs) for best in ends(own, issue)))
    return sum(
        prod(times for _, times in chosen) * _fitting(tuple(may for may, _ in chosen))
        for ranked, weight in Counter(permutations(tuple(tuple(issue.items()) for issue in choices))).items()
        for chosen in product(*ranked)
        for _ in range(weight)
    )


def _fitting(ranked: tuple[May, ...]) -> int:
    """Return how many pairings the choices allow, the issue that weighs most first."""
    return sum(all(may[end] for may, end in zip(ranked, opposed, strict=True)) for _, opposed in pairings())
