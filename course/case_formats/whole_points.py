"""The exact points of a domain as points that people can read: whole numbers of a few digits."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from math import ceil

from ...negotiation import Case, Party, frontier, is_efficient
from ...negotiation.toml_table import LARGEST_POINTS
from .genius import GeniusDomain

SCALES = (1_000, 10_000, 100_000, 1_000_000)


def in_whole_points(domain: GeniusDomain) -> tuple[Case, str]:
    """Return a domain's case with points of at most a million, and a sentence on what became of a utility of 1.

    Exact where that can be. Else utilities are rounded, reservation values upwards, to as few digits as keep the same
    packages efficient; where none of at most a million points do, the sentence says how many still are.
    """
    case = domain.case
    if _highest(case) <= LARGEST_POINTS:
        return case, f"A utility of 1 is {domain.scale:,} points; nothing was rounded."
    tried = list(_rounded_cases(domain))
    scale, rounded = next((one for one in tried if _keeps_frontier(case, one[1])), tried[-1])
    return rounded, (
        f"A utility of 1 is {scale:,} points. Exact ones would have {len(str(_highest(case)))} digits, so they were "
        f"rounded; of the {len(frontier(case))} packages on the frontier {_still_efficient(case, rounded)} still are."
    )


def _keeps_frontier(case: Case, rounded: Case) -> bool:
    return _still_efficient(case, rounded) == len(frontier(case)) == len(frontier(rounded))


def _still_efficient(case: Case, rounded: Case) -> int:
    return sum(is_efficient(rounded, point.package) for point in frontier(case))


def _rounded_cases(domain: GeniusDomain) -> Iterator[tuple[int, Case]]:
    """Yield the case in ever finer points, as long as they are few enough; the coarsest in any case."""
    for scale in SCALES:
        parties = tuple(_rounded(party, Fraction(scale, domain.scale)) for party in domain.case.parties)
        rounded = replace(domain.case, parties=parties)
        if scale == SCALES[0] or _highest(rounded) <= LARGEST_POINTS:
            yield scale, rounded


def _highest(case: Case) -> int:
    return max(max(party.reservation_value, *map(max, party.points)) for party in case.parties)


def _rounded(party: Party, factor: Fraction) -> Party:
    least = ceil(party.reservation_value * factor)
    points = tuple(tuple(round(worth * factor) for worth in row) for row in party.points)
    batna = party.batna.replace(str(party.reservation_value), str(least))
    return replace(party, reservation_value=least, points=points, batna=batna)
