"""The blame spiral, against its closed form."""

from math import inf, log

import pytest
from biggerpie.negotiation import NegotiationError, Temper, anger, turns_won
from hypothesis import given
from hypothesis import strategies as st

SHARES = st.floats(0, 1.5)
ANGERS = st.tuples(st.floats(0, 10), st.floats(0, 10))


@given(SHARES, SHARES, ANGERS, st.integers(0, 12))
def test_the_sum_grows_by_the_sum_of_both_shares_and_the_difference_by_their_difference(keeps, blames, first, turns):
    total, apart = sum(first) * (keeps + blames) ** turns, (first[0] - first[1]) * (keeps - blames) ** turns
    last = anger(Temper(keeps, blames), turns, first)[-1]
    assert last == pytest.approx(((total + apart) / 2, (total - apart) / 2), rel=1e-9, abs=1e-9)


def test_the_same_first_insult_explodes_or_dies_out():
    hot, cool = Temper(0.5, 0.6), Temper(0.5, 0.4)
    assert (hot.explodes, cool.explodes) == (True, False)
    for start in ((1.0, 0.0), (1.0, 1.0)):
        assert min(anger(hot, 60, start)[-1]) > 100
        assert max(anger(cool, 60, start)[-1]) < 0.01


def test_at_just_one_anger_neither_grows_nor_goes():
    steady = Temper(0.5, 0.5)
    assert not steady.explodes
    assert anger(steady, 9)[-1] == (0.5, 0.5)


def test_a_reframed_turn_adds_no_blame_and_the_others_are_as_before():
    temper = Temper(0.5, 0.6)
    plain, calmed = anger(temper, 5), anger(temper, 5, reframed={3})
    assert calmed[:3] == plain[:3]
    assert calmed[3] == tuple(0.5 * one for one in plain[2])
    assert calmed[4:] == anger(temper, 2, calmed[3])[1:]
    half = anger(temper, 3, reframed={3}, reframed_to=0.3)[3]
    assert sum(half) == pytest.approx(0.8 * sum(plain[2]))


@given(st.floats(0.1, 1), st.floats(0.1, 1), st.floats(0, 0.1))
def test_a_reframe_sets_the_spiral_back_by_the_turns_it_wins(keeps, above, reframed_to):
    temper = Temper(keeps, 1 - keeps + above)
    won = turns_won(temper, reframed_to)
    growth = keeps + temper.reactivity
    later = sum(anger(temper, 20, reframed={7}, reframed_to=min(reframed_to, temper.reactivity))[-1])
    assert later == pytest.approx(growth ** (20 - won))


def test_one_reframe_wins_eight_turns_and_does_not_end_the_spiral():
    temper = Temper(0.5, 0.6)
    assert turns_won(temper) == pytest.approx(log(1.1 / 0.5) / log(1.1)) == pytest.approx(8.27, abs=0.01)
    assert sum(anger(temper, 40, reframed={1})[-1]) > 10
    assert sum(anger(temper, 40, reframed=range(1, 41, 5))[-1]) < 1
    assert turns_won(Temper(0, 1.5)) == inf
    assert turns_won(temper, reframed_to=0.9) == 0


def test_what_makes_no_sense_is_refused_in_a_sentence():
    with pytest.raises(NegotiationError, match="no negative number"):
        Temper(0.5, -0.1)
    with pytest.raises(NegotiationError, match="dies out by itself"):
        turns_won(Temper(0.5, 0.4))
