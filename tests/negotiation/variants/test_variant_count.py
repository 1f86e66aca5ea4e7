"""The number of variants, against counting the other side's profiles for own ones drawn at random."""

from dataclasses import replace
from fractions import Fraction
from itertools import permutations, product
from math import prod

import pytest
from biggerpie.negotiation import NegotiationError, load_case, variant_count
from biggerpie.negotiation.variants.party_texts import ends
from biggerpie.negotiation.variants.variant import WEIGHTS, own_profile, pairings, points_row, possible_profiles


def test_it_is_the_sum_over_all_own_profiles():
    case = load_case("picture-book")
    own, other = case.parties
    few = replace(own, leanings=tuple(lean for lean in own.leanings if lean.issue not in ("fee", "picture count")))
    kept = tuple(next(lean for lean in own.leanings if lean.issue == name) for name in ("fee", "picture count"))
    case = replace(case, parties=(replace(few, leanings=(*few.leanings, *kept)), other))
    choices = [ends(case.parties[0], issue) for issue in case.issues]
    assert prod(map(len, choices)) < 64
    total = 0
    for order in list(permutations(WEIGHTS))[::90]:
        for wanted in product(*choices):
            profile = tuple(map(points_row, order, wanted))
            total += len(possible_profiles(case, profile))
    assert variant_count(case) == pytest.approx(90 * total, rel=0.1)


def test_where_every_end_is_open_every_pairing_fits_every_own_profile():
    case = load_case("picture-book")
    own, other = case.parties
    both = [
        replace(side.leanings[0], issue=issue.name, toward=issue.options[end])
        for side in (own, other)
        for issue in case.issues
        for end in (0, -1)
    ]
    case = replace(case, parties=(replace(own, leanings=tuple(both[:12])), replace(other, leanings=tuple(both[12:]))))
    assert variant_count(case) == 720 * 64 * len(pairings())


def test_the_mean_of_a_hundred_keys_agrees():
    case = load_case("village-hall")
    own = case.parties[0]
    profiles = 720 * prod(len(ends(own, issue)) for issue in case.issues)
    mean = Fraction(sum(len(possible_profiles(case, own_profile(case, str(n)))) for n in range(100)), 100)
    assert variant_count(case) / profiles == pytest.approx(float(mean), rel=0.15)


def test_a_case_without_leanings_has_no_variants():
    with pytest.raises(NegotiationError, match="has no variants; its parties have no leanings"):
        variant_count(load_case("job-offer"))
