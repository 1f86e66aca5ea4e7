"""The exact points of a domain as points that people can read: whole numbers of a few digits."""

from dataclasses import replace
from fractions import Fraction
from math import ceil

from ...negotiation import Case, Party, frontier, is_efficient
from ...negotiation.toml_table import LARGEST_POINTS
from .genius import GeniusDomain

ROUNDED_SCALE = 1_000


def in_whole_points(domain: GeniusDomain) -> tuple[Case, str]:
    """Return a domain's case with points of at most a million, and a sentence on what became of a utility of 1.

    Exact where that can be. Else utilities are rounded to thousandths, reservation values upwards, and the sentence
    says how many of the efficient packages still are.
    """
    case, scale = domain.case, domain.scale
    highest = [max(party.reservation_value, *map(max, party.points)) for party in case.parties]
    if max(highest) <= LARGEST_POINTS:
        return case, f"A utility of 1 is {scale:,} points; nothing was rounded."
    rounded = replace(case, parties=tuple(_rounded(party, scale) for party in case.parties))
    efficient = frontier(case)
    still = sum(is_efficient(rounded, point.package) for point in efficient)
    return rounded, (
        f"A utility of 1 is {ROUNDED_SCALE:,} points. Exact ones would have {len(str(max(highest)))} digits, so they "
        f"were rounded; of the {len(efficient)} packages on the frontier {still} still are."
    )


def _rounded(party: Party, scale: int) -> Party:
    least = ceil(Fraction(party.reservation_value * ROUNDED_SCALE, scale))
    points = tuple(tuple(round(Fraction(worth * ROUNDED_SCALE, scale)) for worth in row) for row in party.points)
    batna = party.batna.replace(str(party.reservation_value), str(least))
    return replace(party, reservation_value=least, points=points, batna=batna)
