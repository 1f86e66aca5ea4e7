"""Beliefs, against counting and against answers heard by chance."""

from collections import Counter

import pytest
from biggerpie.negotiation import (
    Case,
    NegotiationError,
    Question,
    QuestionKind,
    after_answer,
    answer_chances,
    answer_to,
    fixed_pie,
    heard_answer,
    load_case,
    possible_answers,
    profiles,
    uniform_belief,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from ..brute_force import cases

MOST = Question("What matters most to you?", QuestionKind.MOST)


@settings(max_examples=50)
@given(cases(parties=2))
def test_a_truthful_answer_leaves_the_profiles_that_give_it_equally_likely(case: Case):
    belief = uniform_belief(case, "party 1")
    for answer in possible_answers(belief, MOST):
        left = [profile for profile in profiles(case, "party 1") if answer_to(MOST, profile) == answer]
        learnt = after_answer(belief, MOST, answer, 0)
        expected = [(profile in left) / len(left) for profile in belief.profiles]
        assert learnt.chances == pytest.approx(expected)


@settings(max_examples=50)
@given(cases(parties=2), st.floats(0, 1))
def test_of_each_profile_some_answer_is_heard_and_believing_it_averages_to_what_was_believed(case: Case, error):
    belief = uniform_belief(case, "party 1")
    heard = [answer_chances(belief, MOST, answer, error) for answer in possible_answers(belief, MOST)]
    assert [sum(column) for column in zip(*heard, strict=True)] == pytest.approx([1] * len(belief.profiles))
    average = [0.0] * len(belief.profiles)
    for answer, chances in zip(possible_answers(belief, MOST), heard, strict=True):
        if any(chances):
            weight = sum(chances) / len(chances)
            for place, chance in enumerate(after_answer(belief, MOST, answer, error).chances):
                average[place] += weight * chance
    assert average == pytest.approx(belief.chances)


def test_expected_points_are_the_mean_of_the_rows_and_after_full_knowledge_the_row(job_offer: Case):
    table = profiles(job_offer, "employer")
    expected = uniform_belief(job_offer, "employer").expected_points()
    assert expected[2][0] == pytest.approx(sum(profile[2][0] for profile in table) / len(table)) == 12
    truth = fixed_pie(job_offer, "employer")
    assert truth.expected_points() == truth.profiles[0]


def test_a_fixed_pie_is_the_opposite_of_ones_own_wishes(job_offer: Case):
    (believed,) = fixed_pie(job_offer, "employer").profiles
    own = job_offer.party("candidate").points
    for mine, theirs in zip(own, believed, strict=True):
        assert len({a + b for a, b in zip(mine, theirs, strict=True)}) == 1


def test_answers_are_misheard_as_often_as_said_and_as_any_other(job_offer: Case):
    belief = uniform_belief(job_offer, "employer")
    points = job_offer.party("employer").points
    heard = Counter(heard_answer(belief, MOST, points, 0.3, seed) for seed in range(3000))
    assert heard.pop((0, 2)) / 3000 == pytest.approx(0.7, abs=0.03)
    assert len(heard) == len(possible_answers(belief, MOST)) - 1 == 14
    assert all(count / 3000 == pytest.approx(0.3 / 14, abs=0.01) for count in heard.values())
    assert heard_answer(belief, MOST, points, 0.3, 8) == heard_answer(belief, MOST, points, 0.3, 8)


def test_where_there_is_one_answer_only_nothing_is_misheard_and_nothing_learnt(job_offer: Case):
    silence = Question("Nice weather?", QuestionKind.NONE)
    belief = uniform_belief(job_offer, "employer")
    assert heard_answer(belief, silence, job_offer.party("employer").points, 1, seed=1) == ()
    assert after_answer(belief, silence, (), 0.5).chances == pytest.approx(belief.chances)


def test_a_closed_mind_has_no_room_for_the_answer():
    case = load_case("shared-garden")
    with pytest.raises(NegotiationError, match="begin with an open mind"):
        after_answer(fixed_pie(case, "grandmother"), MOST, (1,), 0)
    with pytest.raises(NegotiationError, match="from 0 to 1"):
        heard_answer(uniform_belief(case, "grandmother"), MOST, case.party("grandmother").points, 2, seed=1)
