"""The rubric `questions`: what the answers would tell, over the most that could be asked."""

from itertools import combinations

import pytest
from biggerpie.grading.rubrics.questions import mark_questions
from biggerpie.negotiation import Case, NegotiationError, Question, profiles, question_about, question_bits
from biggerpie.negotiation import QuestionKind as Kind

from .texts import answer

LIST = [
    ("How much does the start date matter to you?", Kind.WEIGHT, "start date"),
    ("What is your bottom line?", Kind.NONE),
    ("What matters most to you?", Kind.MOST),
    ("Does the salary matter more than days at home?", Kind.COMPARE, "salary", "days at home"),
    ("Which project would you like best?", Kind.DIRECTION, "first project"),
    ("Do you know that I have another offer?", Kind.NONE),
    ("How much does the salary matter to you?", Kind.WEIGHT, "salary"),
    ("Nice weather, is it not?", Kind.NONE),
]


@pytest.fixture(scope="module")
def questions(job_offer: Case) -> tuple[Question, ...]:
    return tuple(question_about(job_offer, *one) for one in LIST)


def marked(case: Case, questions, *chosen: int) -> float:
    text = "\n".join(f"{place}: {number}" for place, number in zip(("first", "second"), chosen, strict=False))
    return mark_questions(case, questions, answer(text), "candidate", 100).points


def test_every_choice_is_marked_by_its_bits_over_the_most(job_offer: Case, questions):
    table = profiles(job_offer, "employer")
    bits = {pair: question_bits(table, [questions[n - 1] for n in pair]) for pair in combinations(range(1, 9), 2)}
    most = max(bits.values())
    for pair, told in bits.items():
        assert marked(job_offer, questions, *pair) == pytest.approx(100 * told / most, abs=0.006)
    assert marked(job_offer, questions, 7, 3) == marked(job_offer, questions, 3, 7)
    perfect = max(bits, key=bits.__getitem__)
    mean = sum(bits.values()) / len(bits) / most * 100
    good = marked(job_offer, questions, 3, 7)
    assert marked(job_offer, questions, *perfect) == 100 > good > mean > marked(job_offer, questions) == 0


def test_threats_and_small_talk_tell_nothing_and_asking_twice_tells_once(job_offer: Case, questions):
    assert marked(job_offer, questions, 2, 6) == marked(job_offer, questions, 8) == 0
    assert marked(job_offer, questions, 3, 3) == marked(job_offer, questions, 3) < 90


def test_more_questions_than_allowed_are_not_asked(job_offer: Case, questions):
    text = "first: 2\nsecond: question 6\nthird: 3\n1: 3\nsecond 3"
    mark = mark_questions(job_offer, questions, answer(text), "candidate", 100)
    assert mark.points == 0
    assert "'third' is not the number of a question here" in str(mark.report())


def test_findings_give_bits(job_offer: Case, questions):
    mark = mark_questions(job_offer, questions, answer("first: 1\nsecond: 7"), "candidate", 40)
    full = str(mark.report())
    assert "Question 1 alone tells 1.58 bits." in full
    assert "questions 3 and " in full


def test_a_list_that_cannot_be_marked_is_refused(job_offer: Case, questions):
    for some, choose, says in (
        ((questions[1], questions[5]), 2, "tells anything"),
        (questions, 9, "cannot be chosen"),
        (questions * 8, 20, "more than 1,000"),
    ):
        with pytest.raises(NegotiationError, match=says):
            mark_questions(job_offer, some, answer("first: 1"), "candidate", 40, choose)
