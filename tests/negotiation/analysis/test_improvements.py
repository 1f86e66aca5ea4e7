"""Improving a signed deal, against all packages."""

from math import prod

import pytest
from biggerpie.negotiation import (
    Case,
    Improvements,
    NegotiationError,
    best_improvement,
    count_dominating,
    improvements,
    is_efficient,
    package_mark,
    weighted_case,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from ..brute_force import all_payoffs, cases, dominates


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


@settings(max_examples=70)
@given(st.integers(2, 3).flatmap(lambda parties: cases(parties=parties, most_issues=3)), st.data())
def test_the_best_step_has_the_greatest_product_of_gains_of_all_that_leave_nobody_worse(case: Case, data):
    by_package = all_payoffs(case)
    signed = data.draw(st.sampled_from(sorted(by_package)))
    own = by_package[signed]
    better = [one for one in by_package.values() if dominates(one, own)]
    step = best_improvement(case, signed)
    if step is None:
        assert not better
        assert is_efficient(case, signed)
    else:
        assert by_package[step.package] == step.payoffs
        gains = [[there - here for there, here in zip(one, own, strict=True)] for one in (*better, step.payoffs)]
        assert (prod(gains[-1]), sum(gains[-1])) == max((prod(one), sum(one)) for one in gains)
        assert best_improvement(case, step.package) is None


def test_the_middle_of_the_job_offer_can_be_improved_for_both(job_offer: Case):
    assert improvements(job_offer, job_offer.compromise) == Improvements(2232, 173, 170)
    step = best_improvement(job_offer, job_offer.compromise)
    assert step is not None
    assert sum(step.payoffs) == 144
    assert min(there - here for there, here in zip(step.payoffs, (48, 50), strict=True)) >= 20
    assert package_mark(job_offer, step.package) > package_mark(job_offer, job_offer.compromise)


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
