"""Meeting again, against sums deal by deal and against chance."""

from fractions import Fraction
from random import Random
from statistics import mean

import pytest
from biggerpie.negotiation import (
    NegotiationError,
    Temptation,
    cost_of_grabbing,
    worth_of_fairness,
    worth_of_grabbing,
)
from hypothesis import given
from hypothesis import strategies as st

OPEN = Temptation(fair=2, grabbed=3, afterwards=0)
TEMPTATIONS = st.builds(
    lambda least, more, most: Temptation(least + more, least + more + most, least),
    st.integers(-20, 20),
    st.integers(1, 20),
    st.integers(1, 20),
)


@given(TEMPTATIONS, st.floats(0, 0.9))
def test_what_is_to_be_expected_is_the_sum_over_deals_that_may_never_come(temptation, again):
    chances = [again**number for number in range(400)]
    assert worth_of_fairness(temptation, again) == pytest.approx(sum(temptation.fair * one for one in chances))
    later = sum(temptation.afterwards * one for one in chances[1:])
    assert worth_of_grabbing(temptation, again) == pytest.approx(temptation.grabbed + later)


@given(TEMPTATIONS, st.floats(0, 0.99))
def test_grabbing_pays_below_the_break_even_chance_only(temptation, again):
    cost, apart = cost_of_grabbing(temptation, again), again - float(temptation.break_even)
    assert cost * apart >= -1e-9
    assert cost_of_grabbing(temptation, float(temptation.break_even)) == pytest.approx(0, abs=1e-6)


def test_two_for_fairness_and_three_for_a_grab_break_even_at_one_third():
    assert OPEN.break_even == Fraction(1, 3)
    assert cost_of_grabbing(OPEN, 0) == -1
    assert cost_of_grabbing(OPEN, 0.5) == 1


def test_deals_played_by_chance_bring_what_is_expected():
    draw = Random(5)
    worth = []
    for _ in range(4000):
        deals = 1
        while draw.random() < 0.6:
            deals += 1
        worth.append(2 * deals)
    assert mean(worth) == pytest.approx(worth_of_fairness(OPEN, 0.6), rel=0.05)


def test_what_makes_no_sense_is_refused_in_a_sentence():
    with pytest.raises(NegotiationError, match="grabbing must bring more"):
        Temptation(fair=3, grabbed=2, afterwards=0)
    for chance in (-0.1, 1):
        with pytest.raises(NegotiationError, match="no chance of meeting again"):
            cost_of_grabbing(OPEN, chance)
