"""Counted payoffs, against plain enumeration."""

from collections import Counter

import pytest
from biggerpie.negotiation import Case, NegotiationError, payoff_counts, weighted_case
from hypothesis import given, settings
from hypothesis import strategies as st

from ..brute_force import all_payoffs, cases


@settings(max_examples=70)
@given(st.one_of(cases(parties=2), cases(parties=3, most_issues=3)))
def test_every_payoff_is_counted_as_often_as_packages_give_it(case: Case):
    assert dict(payoff_counts(case)) == Counter(all_payoffs(case).values())


def test_a_case_with_too_many_payoffs_is_refused_in_one_sentence():
    weights = [10**n for n in range(9)]
    case = weighted_case([f"i{n}" for n in range(9)], (weights, weights[::-1]), [True] * 9)
    with pytest.raises(NegotiationError, match="more than 200,000 different payoffs"):
        payoff_counts(case)
