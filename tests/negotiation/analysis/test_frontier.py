"""The frontier and the cloud, against plain enumeration."""

import pytest
from biggerpie.negotiation import Case, cloud, frontier, load_case, thinned_cloud, weighted_case
from hypothesis import given, settings

from ..brute_force import all_payoffs, cases, efficient


@settings(max_examples=300)
@given(cases(parties=2))
def test_frontier_of_two_parties_equals_enumeration(case: Case):
    assert {p.payoffs for p in frontier(case)} == efficient(set(all_payoffs(case).values()))


@settings(max_examples=200)
@given(cases(parties=3, most_issues=3))
def test_frontier_of_three_parties_equals_enumeration(case: Case):
    assert {p.payoffs for p in frontier(case)} == efficient(set(all_payoffs(case).values()))


@settings(max_examples=100)
@given(cases(parties=2))
def test_each_frontier_point_is_attained_by_its_package(case: Case):
    assert all(all_payoffs(case)[point.package] == point.payoffs for point in frontier(case))


@settings(max_examples=100)
@given(cases(parties=2))
def test_frontier_runs_from_the_first_partys_best_without_repeats(case: Case):
    payoffs = [point.payoffs for point in frontier(case)]
    assert payoffs == sorted(set(payoffs), reverse=True)


@settings(max_examples=100)
@given(cases(parties=2))
def test_cloud_of_a_small_case_holds_every_payoff(case: Case):
    assert set(cloud(case)) == set(all_payoffs(case).values())


def test_cloud_of_a_large_case_is_a_repeatable_sample():
    case = weighted_case([f"i{n}" for n in range(12)], (range(1, 13), range(12, 0, -1)), [True] * 12)
    sample = cloud(case, at_most=300)
    assert 100 < len(sample) <= 300
    assert sample == cloud(case, at_most=300)


def test_frontier_of_the_job_offer_equals_enumeration(job_offer: Case):
    assert {p.payoffs for p in frontier(job_offer)} == efficient(set(all_payoffs(job_offer).values()))


@pytest.mark.parametrize("name", ["apple-juice", "shared-garden"])
def test_frontier_of_the_practice_cases_equals_enumeration(name: str):
    case = load_case(name)
    assert {p.payoffs for p in frontier(case)} == efficient(set(all_payoffs(case).values()))


def test_a_thinned_cloud_keeps_packages_that_lie_apart_and_a_small_one_whole(job_offer: Case):
    thinned = thinned_cloud(job_offer)
    assert 300 < len(thinned) <= 600
    assert set(thinned) <= set(cloud(job_offer))
    assert all(job_offer.payoffs(package) == payoffs for payoffs, package in thinned.items())
    assert tuple(thinned_cloud(job_offer, at_most=10_000)) == cloud(job_offer)
