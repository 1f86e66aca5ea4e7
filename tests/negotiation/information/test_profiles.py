"""Possible profiles, against all permutations."""

from itertools import permutations

import pytest
from biggerpie.negotiation import Case, Issue, NegotiationError, Party, load_case, profile_payoff, profiles
from hypothesis import given, settings

from ..brute_force import all_payoffs, cases


@settings(max_examples=70)
@given(cases(parties=2, most_issues=4))
def test_profiles_are_all_distinct_permutations_that_fit_the_options(case: Case):
    rows = case.parties[1].points
    sizes = [len(issue.options) for issue in case.issues]
    fitting = {order for order in permutations(rows) if [len(row) for row in order] == sizes}
    found = profiles(case, "party 1")
    assert set(found) == fitting
    assert list(found) == sorted(fitting)


@settings(max_examples=50)
@given(cases(parties=2))
def test_the_true_profile_is_possible_and_gives_the_true_payoffs(case: Case):
    own = case.parties[0].points
    assert own in profiles(case, "party 0")
    assert all(profile_payoff(own, package) == payoffs[0] for package, payoffs in all_payoffs(case).items())


def test_equal_rows_make_fewer_profiles(job_offer: Case):
    assert len(profiles(job_offer, "employer")) == 720 // 4
    assert len(profiles(job_offer, "candidate")) == 720 // 2
    assert len(profiles(load_case("apple-juice"), "chain")) == 24


def test_too_many_profiles_are_refused_in_one_sentence():
    issues = tuple(Issue(f"i{n}", "", ("a", "b")) for n in range(20))
    sides = tuple(Party(name, "", "", "", 0, tuple((0, n) for n in range(20))) for name in ("one", "two"))
    with pytest.raises(NegotiationError, match="more than 10,000 possible profiles"):
        profiles(Case("large", "", issues, sides), "two")
