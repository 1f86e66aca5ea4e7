"""Measures of a package, against their definitions over all packages."""

from fractions import Fraction

from biggerpie.negotiation import (
    Case,
    is_efficient,
    is_feasible,
    joint_value,
    losses,
    min_gain_ratio,
    nash_ratio,
    slack,
    value_created,
)
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from .. import brute_force as brute
from ..brute_force import all_payoffs, cases, dominates, feasible, floors, gain_product

any_case = st.one_of(cases(parties=2), cases(parties=3, most_issues=3))


@settings(max_examples=200)
@given(any_case, st.data())
def test_slack_feasibility_and_efficiency_equal_enumeration(case: Case, data):
    by_package = all_payoffs(case)
    everything = set(by_package.values())
    package = data.draw(st.sampled_from(sorted(by_package)))
    own = by_package[package]
    assert slack(case, package) == brute.slack(everything, own)
    assert is_feasible(case, package) == (own in feasible(case, everything))
    assert is_efficient(case, package) == (not any(dominates(p, own) for p in everything))


@settings(max_examples=200)
@given(any_case, st.data())
def test_ratios_equal_enumeration(case: Case, data):
    by_package = all_payoffs(case)
    zone = feasible(case, set(by_package.values()))
    assume(zone)
    package = data.draw(st.sampled_from(sorted(by_package)))
    own = by_package[package]
    greatest = max(gain_product(case, p) for p in zone)
    assert nash_ratio(case, package) == (Fraction(gain_product(case, own), greatest) if greatest else None)
    middle = sum(by_package[case.compromise])
    creatable = max(map(sum, zone)) - middle
    assert value_created(case, package) == (Fraction(sum(own) - middle, creatable) if creatable else None)


@settings(max_examples=200)
@given(any_case, st.data())
def test_min_gain_ratio_equals_enumeration(case: Case, data):
    by_package = all_payoffs(case)
    zone = feasible(case, set(by_package.values()))
    assume(zone)
    most = [max(column) - floor for column, floor in zip(zip(*zone, strict=True), floors(case), strict=True)]
    package = data.draw(st.sampled_from(sorted(by_package)))
    if not all(most):
        assert min_gain_ratio(case, package) is None
        return

    def share(payoffs: tuple[int, ...]) -> Fraction:
        return min(Fraction(max(0, u - d), b) for u, d, b in zip(payoffs, floors(case), most, strict=True))

    greatest = max(map(share, zone))
    expected = share(by_package[package]) / greatest if greatest else None
    assert min_gain_ratio(case, package) == expected


@settings(max_examples=200)
@given(any_case, st.data())
def test_losses_by_issue_add_up_to_what_is_missing_from_the_greatest_joint_value(case: Case, data):
    by_package = all_payoffs(case)
    package = data.draw(st.sampled_from(sorted(by_package)))
    assert sum(losses(case, package)) == max(map(sum, by_package.values())) - joint_value(case, package)
