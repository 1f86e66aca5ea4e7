"""The package mark, against the blueprint's formula over all packages."""

from itertools import combinations

import pytest
from biggerpie.negotiation import Case, NegotiationError, package_mark
from hypothesis import given, settings
from hypothesis import strategies as st

from .. import brute_force as brute
from ..brute_force import all_payoffs, cases, feasible, gain_product

any_case = st.one_of(cases(parties=2), cases(parties=3, most_issues=3))


@settings(max_examples=300)
@given(any_case, st.data())
def test_mark_equals_the_formula_over_all_packages(case: Case, data):
    by_package = all_payoffs(case)
    zone = feasible(case, set(by_package.values()))
    package = data.draw(st.sampled_from(sorted(by_package)))
    if any(gain_product(case, p) for p in zone):
        assert package_mark(case, package) == pytest.approx(brute.package_mark(case, package), abs=1e-9)
    else:
        with pytest.raises(NegotiationError):
            package_mark(case, package)


def test_no_package_of_the_job_offer_that_is_better_for_both_scores_less(job_offer: Case):
    marks = {job_offer.payoffs(package): package_mark(job_offer, package) for package in job_offer.packages()}
    pairs = 0
    for one, other in combinations(sorted(marks), 2):
        if one[0] <= other[0] and one[1] <= other[1]:
            pairs += 1
            assert marks[one] <= marks[other], (one, other)
    assert pairs > 500_000


def test_the_middle_of_the_job_offer_is_no_better_than_chance_and_the_best_gets_everything(job_offer: Case):
    marks = [package_mark(job_offer, package) for package in job_offer.packages()]
    middle = package_mark(job_offer, job_offer.compromise)
    assert max(marks) == 100
    assert 20 < middle < 30
    assert abs(middle - sum(marks) / len(marks)) < 5
