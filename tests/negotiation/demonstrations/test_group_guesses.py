"""Groups: exact shares against people drawn by chance."""

from math import erfc, sqrt

import pytest
from biggerpie.negotiation import NegotiationError, asking_pays_until, guess_people, wrong_by_group
from hypothesis import given
from hypothesis import strategies as st


def test_half_a_standard_deviation_apart_a_guess_is_wrong_forty_times_in_a_hundred():
    figures = {0: 0.5, 0.5: 0.401, 1: 0.309, 2: 0.159}
    assert {d: round(wrong_by_group(d), 3) for d in figures} == figures


@given(st.floats(0, 8))
def test_the_share_is_the_tail_of_the_normal_curve_beyond_the_midpoint(distance):
    assert wrong_by_group(distance) == pytest.approx(erfc(distance / 2 / sqrt(2)) / 2, abs=1e-12)


@given(st.floats(0.001, 0.5))
def test_up_to_the_break_even_distance_asking_is_less_often_wrong(error):
    distance = asking_pays_until(error)
    assert wrong_by_group(max(0.0, distance)) == pytest.approx(error)


def test_one_wrong_answer_in_ten_beats_the_group_until_two_and_a_half_deviations_apart():
    assert asking_pays_until(0.1) == pytest.approx(2.563, abs=1e-3)


@pytest.mark.parametrize("distance", [0, 0.5, 1.5, 3])
def test_people_drawn_by_chance_are_guessed_wrong_as_often(distance):
    found = guess_people(distance, 0.1, 20_000, seed=7)
    assert found.guessed == pytest.approx(wrong_by_group(distance), abs=0.01)
    assert found.asked == pytest.approx(0.1, abs=0.01)


def test_the_same_seed_gives_the_same_people():
    assert guess_people(1, 0.2, 100, seed=3) == guess_people(1, 0.2, 100, seed=3)
    assert guess_people(1, 0, 100, seed=3).asked == 0


def test_what_makes_no_sense_is_refused_in_a_sentence():
    with pytest.raises(NegotiationError, match="a distance of 0 or more"):
        wrong_by_group(-1)
    with pytest.raises(NegotiationError, match="tells nothing"):
        asking_pays_until(0.6)
    with pytest.raises(NegotiationError, match="at least one person"):
        guess_people(1, 0.1, 0, seed=1)
