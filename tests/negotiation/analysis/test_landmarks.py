"""Landmarks, against the best over all packages."""

from fractions import Fraction

import pytest
from biggerpie.negotiation import (
    Case,
    NegotiationError,
    best_gains,
    gains,
    greatest_sum,
    kalai_smorodinsky,
    nash,
    zone_of_agreement,
)
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ..brute_force import all_payoffs, cases, feasible, floors, gain_product

any_case = st.one_of(cases(parties=2), cases(parties=3, most_issues=3))


def in_zone(case: Case) -> set[tuple[int, ...]]:
    found = feasible(case, set(all_payoffs(case).values()))
    assume(found)
    return found


@settings(max_examples=300)
@given(any_case)
def test_nash_has_the_greatest_product_of_gains(case: Case):
    best = max(gain_product(case, p) for p in in_zone(case))
    assert gain_product(case, nash(case).payoffs) == best


@settings(max_examples=300)
@given(any_case)
def test_greatest_sum_has_the_greatest_sum_in_the_zone(case: Case):
    best = max(map(sum, in_zone(case)))
    assert sum(greatest_sum(case).payoffs) == best


@settings(max_examples=300)
@given(any_case)
def test_kalai_smorodinsky_has_the_greatest_smallest_share(case: Case):
    zone = in_zone(case)
    most = [max(column) - floor for column, floor in zip(zip(*zone, strict=True), floors(case), strict=True)]
    assume(all(most))

    def smallest_share(payoffs: tuple[int, ...]) -> Fraction:
        return min(Fraction(u - d, b) for u, d, b in zip(payoffs, floors(case), most, strict=True))

    assert smallest_share(kalai_smorodinsky(case).payoffs) == max(map(smallest_share, zone))


@settings(max_examples=200)
@given(any_case)
def test_best_gains_are_the_most_that_each_party_can_have_in_the_zone(case: Case):
    zone = in_zone(case)
    assert best_gains(case) == tuple(
        max(column) - floor for column, floor in zip(zip(*zone, strict=True), floors(case), strict=True)
    )


@settings(max_examples=100)
@given(any_case)
def test_a_case_without_a_zone_of_agreement_says_so(case: Case):
    if feasible(case, set(all_payoffs(case).values())):
        assert all(min(gains(case, p.payoffs)) >= 0 for p in zone_of_agreement(case))
    else:
        with pytest.raises(NegotiationError, match="no zone of agreement"):
            nash(case)
