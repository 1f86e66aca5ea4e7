"""The exchange game: the chain against closed forms, all outcomes of short games, and play by seed."""

from itertools import product
from math import prod
from statistics import mean

import pytest
from biggerpie.negotiation import (
    ALWAYS_GIVE,
    ALWAYS_KEEP,
    GENEROUS,
    TIT_FOR_TAT,
    TIT_FOR_TWO_TATS,
    ExchangeStrategy,
    NegotiationError,
    exchange_points,
    expected_exchange_points,
    mean_exchange_points,
    play_exchange,
)
from hypothesis import given, settings
from hypothesis import strategies as st

ALL = (ALWAYS_GIVE, ALWAYS_KEEP, GENEROUS, TIT_FOR_TAT, TIT_FOR_TWO_TATS)
CHANCES = st.floats(0, 1)
STRATEGIES = st.builds(ExchangeStrategy, st.just("any"), CHANCES, CHANCES, CHANCES, CHANCES)


def test_giving_costs_one_and_brings_three():
    table = {moves: exchange_points(moves) for moves in product((True, False), repeat=2)}
    assert table == {(True, True): (2, 2), (True, False): (-1, 3), (False, True): (3, -1), (False, False): (0, 0)}


@pytest.mark.parametrize(
    ("strategy", "published"), [(TIT_FOR_TAT, 1.04), (GENEROUS, 1.75), (TIT_FOR_TWO_TATS, 1.90)], ids=str
)
def test_with_errors_forgiving_pays_and_without_them_all_reach_two(strategy, published):
    assert expected_exchange_points(strategy, strategy, 200, 0.05) == pytest.approx((published, published), abs=0.01)
    assert expected_exchange_points(strategy, strategy, 200, 0) == (2, 2)
    assert mean_exchange_points(play_exchange(strategy, strategy, 200, 0, seed=1)) == (2, 2)


def test_tit_for_tat_forgets_its_good_start_at_the_rate_of_its_errors():
    # A giver's chance nears one half by the factor 1 - 2e a round, and each gift is worth 2 to both together.
    expected = 1 + mean(0.9**n for n in range(1, 201))
    assert expected_exchange_points(TIT_FOR_TAT, TIT_FOR_TAT, 200, 0.05) == pytest.approx((expected, expected))


def test_generous_tit_for_tat_settles_where_its_chance_of_giving_no_longer_moves():
    errors = 0.05
    after_gift, after_keeping = 1 - errors, (1 - errors) / 3 + errors * 2 / 3
    settled = after_keeping / (1 - after_gift + after_keeping)
    assert settled == pytest.approx(0.875)
    assert expected_exchange_points(GENEROUS, GENEROUS, 900, errors)[0] == pytest.approx(2 * settled, abs=1e-3)


@settings(max_examples=30)
@given(STRATEGIES, STRATEGIES, CHANCES)
def test_the_chain_weighs_every_course_of_a_short_game(first, second, errors):
    totals = [0.0, 0.0]
    for course in product(product((True, False), repeat=2), repeat=3):
        played = [(True, True), (True, True), *course]
        chances = []
        for (a, b), (c, d), now in zip(played, played[1:], course, strict=False):
            for side, seen, move in ((first, (b, d), now[0]), (second, (a, c), now[1])):
                means = side.means_to_give(seen)
                gives = means + errors - 2 * means * errors
                chances.append(gives if move else 1 - gives)
        for side, points in enumerate(mean_exchange_points(course)):
            totals[side] += prod(chances[:6]) * points
    assert expected_exchange_points(first, second, 3, errors) == pytest.approx(tuple(totals), abs=1e-9)


@pytest.mark.parametrize("second", ALL, ids=lambda one: one.name)
def test_played_games_come_out_as_the_chain_says(second):
    games = [mean_exchange_points(play_exchange(GENEROUS, second, 60, 0.1, seed)) for seed in range(500)]
    expected = expected_exchange_points(GENEROUS, second, 60, 0.1)
    assert tuple(map(mean, zip(*games, strict=True))) == pytest.approx(expected, abs=0.06)


@given(st.lists(st.booleans(), min_size=1, max_size=12), st.integers(0, 99))
def test_a_learners_game_goes_on_as_it_began(moves, seed):
    played = play_exchange(moves, GENEROUS, len(moves), 0.2, seed)
    assert played[:-1] == play_exchange(moves[:-1], GENEROUS, len(moves) - 1, 0.2, seed)


def test_without_errors_a_learner_does_what_was_meant_and_is_answered():
    moves = [False, True, False, False, True]
    played = play_exchange(moves, TIT_FOR_TAT, 5, 0, seed=3)
    assert [first for first, _ in played] == moves
    assert [second for _, second in played] == [True, *moves[:-1]]
    twice = play_exchange(moves, TIT_FOR_TWO_TATS, 5, 0, seed=3)
    assert [second for _, second in twice] == [True, True, True, True, False]


def test_before_the_first_round_nobody_has_anything():
    assert mean_exchange_points(play_exchange([], TIT_FOR_TAT, 0, 0.05, seed=1)) == (0, 0)


def test_what_cannot_be_played_is_refused_in_a_sentence():
    with pytest.raises(NegotiationError, match="2 moves do not last for 3 rounds"):
        play_exchange([True, True], TIT_FOR_TAT, 3, 0.05, seed=1)
    with pytest.raises(NegotiationError, match="from 0 to 1"):
        expected_exchange_points(GENEROUS, GENEROUS, 10, 1.5)
    with pytest.raises(NegotiationError, match="let at least one be played"):
        expected_exchange_points(GENEROUS, GENEROUS, 0, 0.05)
