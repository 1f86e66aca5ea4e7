"""Improving a signed deal, against all packages."""

import pytest
from biggerpie.negotiation import (
    Case,
    Improvements,
    NegotiationError,
    count_dominating,
    improvements,
    weighted_case,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from ..brute_force import all_payoffs, cases


@settings(max_examples=70)
@given(cases(parties=2), st.data())
def test_better_packages_are_counted_by_who_gains(case: Case, data):
    by_package = all_payoffs(case)
    signed = data.draw(st.sampled_from(sorted(by_package)))
    first, second = by_package[signed]
    found = improvements(case, signed)
    assert found.for_both == sum(a > first and b > second for a, b in by_package.values())
    assert found.for_first_only == sum(a > first and b == second for a, b in by_package.values())
    assert found.for_second_only == sum(a == first and b > second for a, b in by_package.values())
    assert found.total == count_dominating(case, signed)


def test_the_middle_of_the_job_offer_can_be_improved_for_both(job_offer: Case):
    assert improvements(job_offer, job_offer.compromise) == Improvements(2232, 173, 170)


def test_a_case_of_ten_to_the_fourteenth_packages_is_counted_at_once():
    weights = [step % 7 for step in range(20)], [step % 5 for step in range(20)]
    case = weighted_case([f"i{n}" for n in range(20)], weights, [n % 3 > 0 for n in range(20)])
    assert case.size == 5**20
    found = improvements(case, case.compromise)
    assert 0 < found.for_both < case.size
    assert found.total == count_dominating(case, case.compromise)


def test_between_three_nobody_is_first_or_second(job_offer: Case):
    three = Case("three", "", job_offer.issues, (*job_offer.parties, job_offer.parties[0]))
    with pytest.raises(NegotiationError, match="3 parties"):
        improvements(three, three.compromise)
