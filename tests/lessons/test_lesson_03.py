"""Lesson 3: every figure of its text is computed by the model, and its questions answer each choice."""

import json
from math import log

import pytest
from biggerpie.negotiation import (
    TIT_FOR_TAT,
    Temper,
    Temptation,
    anger,
    cost_of_grabbing,
    exchange_points,
    turns_won,
    worth_of_fairness,
    worth_of_grabbing,
)
from biggerpie.widgets import BlameSpiral, MeetingAgain, Question
from biggerpie.widgets._words import words

from tools.canonical import ROOT

CELLS = json.loads((ROOT / "lessons" / "03-the-relationship.ipynb").read_text("utf-8"))["cells"]
TEXT = {cell["id"]: "".join(cell["source"]) for cell in CELLS}
HOT, COOL = Temper(0.5, 0.6), Temper(0.5, 0.4)
QUESTIONS = words("questions/03")


def together(temper: Temper, turns: int = 20, reframed: tuple[int, ...] = ()) -> float:
    return sum(anger(temper, turns, reframed=reframed)[-1])


def test_the_worked_example_follows_the_model_turn_by_turn():
    first = anger(HOT, 1)[-1]
    said = (f"which is {first[0]:.2f}", f"which is {first[1]:.2f}", f"that makes {sum(first):.2f}")
    for figure in (*said, f"together it makes {together(HOT, 2):.2f}"):
        assert figure in TEXT["explain"]


def test_the_same_word_grows_or_fades_as_the_text_says():
    assert f"after 20 turns it is {together(HOT):.1f} times" in TEXT["explain"]
    assert f"only {together(COOL):.2f} of it is left" in TEXT["explain"]
    assert f"but {turns_won(HOT):.1f} turns later." in TEXT["explain"]
    assert turns_won(HOT) == pytest.approx(log(1.1 / 0.5) / log(1.1))


def test_when_a_turn_is_reframed_changes_the_way_and_not_the_end():
    early, late = anger(HOT, 20, reframed=[5]), anger(HOT, 20, reframed=[15])
    assert sum(early[-1]) == pytest.approx(sum(late[-1]))
    assert max(map(sum, late[:15])) > max(map(sum, early[:15])) + 1
    assert "the end is the same" in TEXT["explain"]


def test_it_takes_three_reframed_turns_to_end_below_the_first_insult():
    ends = [together(HOT, reframed=tuple(range(5, 5 + count))) for count in range(5)]
    assert 1 + max(number for number, end in enumerate(ends) if end > 1) == 3
    assert "(Three are enough.)" in TEXT["explain"]


def test_a_grudge_makes_up_for_less_blame_and_the_end_is_the_same():
    assert together(Temper(0.7, 0.4)) == pytest.approx(together(HOT))
    assert "move the first up to 70 %" in TEXT["try"]
    assert together(Temper(0.5, 0.5)) == pytest.approx(1)


def test_what_a_grab_costs_is_as_the_text_says():
    small, great = Temptation(2, 3, 0), Temptation(2, 8, 0)
    told = TEXT["again-explain"]
    assert f"2 + 1 + 0.5 + … = {worth_of_fairness(small, 0.5):.1f} points" in told
    assert f"and the grab {worth_of_grabbing(small, 0.5):.0f}." in told
    assert f"which is {float(100 * small.break_even):.1f} %" in told
    assert f"they cross at {float(100 * great.break_even):.0f} %" in told
    assert cost_of_grabbing(great, 0.75) == 0
    assert (MeetingAgain.FAIR, MeetingAgain.AFTERWARDS, MeetingAgain().grabbed) == (2, 0, 3)


def test_the_widgets_begin_where_the_text_says():
    assert BlameSpiral(bet="insult", knobs=["shares"]).temper == HOT
    assert 'BlameSpiral(bet="insult", knobs=["shares"])' in TEXT["insult"]
    assert BlameSpiral(bet="reframe", reframed=[5]).outcome() == "delays"
    assert "reframed=[5]" in TEXT["reframe"]


def test_invented_numbers_and_the_correlations_that_lesson_8_tells_of_are_not_sold_as_findings():
    assert "its numbers are invented" in TEXT["explain"]
    assert "correlation" not in "".join(TEXT.values())


def test_a_slip_between_two_who_answer_in_kind_wanders_as_recall_says():
    rounds = [(True, True), (True, False)]
    while len(rounds) < 8:
        one, other = rounds[-1]
        meant = [TIT_FOR_TAT.means_to_give((True, seen)) == 1 for seen in (other, one)]
        rounds.append((meant[0], meant[1]))
    assert {exchange_points(moves) for moves in rounds[1:]} == {(-1, 3), (3, -1)}
    assert "The slip wanders" in QUESTIONS["recall_2"]["choices"][1]["verdict"]


@pytest.mark.parametrize("name", sorted(QUESTIONS.keys() - words("shared").keys()))
def test_each_question_of_the_lesson_answers_each_choice_in_its_own_words(name):
    said = []
    for choice in range(3):
        question = Question(3, name)
        question.prediction = choice
        question.ran = True
        said.append(question.verdict)
    assert len(set(said)) == 3
    assert all(said)


@pytest.mark.parametrize(("name", "right"), [("recall_1", 1), ("recall_2", 1), ("recall_3", 1), ("compare", 1)])
def test_just_one_choice_of_a_question_is_called_right(name, right):
    openings = [choice["verdict"].startswith(("Right.", "Yes,")) for choice in QUESTIONS[name]["choices"]]
    assert openings == [number == right for number in range(3)]


def test_every_question_stands_in_the_lesson():
    asked = "".join(TEXT.values())
    for name in QUESTIONS.keys() - words("shared").keys():
        assert f'Question(3, "{name}")' in asked
