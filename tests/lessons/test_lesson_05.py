"""Every figure in lesson 5 is computed here, and the lesson's text holds it."""

import json
from fractions import Fraction

import pytest
from biggerpie.negotiation import (
    Case,
    Question,
    QuestionKind,
    after_paraphrase,
    answer_to,
    fixed_pie,
    open_mind,
    profiles,
    question_bits,
    value_of_asking,
    value_of_assuming,
)
from biggerpie.widgets import Interview
from biggerpie.widgets._words import words
from biggerpie.widgets.interview.interview import ASKABLE, MOST

from ..canonical import ROOT

WHAT_MATTERS = Question("What matters most to you?", QuestionKind.MOST)
ERROR = 0.2


@pytest.fixture(scope="module")
def text() -> str:
    notebook = json.loads((ROOT / "lessons" / "05-listening.ipynb").read_text(encoding="utf-8"))
    return "\n".join("".join(cell["source"]) for cell in notebook["cells"])


def percent(share: float) -> str:
    return f"{round(100 * share)} %"


def test_assuming_an_open_mind_and_one_question(text: str, job_offer: Case):
    assumed, unasked = (
        value_of_assuming(job_offer, "candidate", belief).created
        for belief in (fixed_pie(job_offer, "employer"), open_mind(job_offer, "employer"))
    )
    asked = value_of_asking(job_offer, "candidate", [(WHAT_MATTERS, 0)]).created
    assert f"the offer creates {percent(assumed)} of the value" in text
    assert f"takes nothing for granted, creates {percent(unasked)} on average" in text
    assert f"“What matters most to you?”, it is {percent(asked)}." in text


def test_the_worked_example(text: str, job_offer: Case):
    issue = [one.name for one in job_offer.issues].index("start date")
    assumed = fixed_pie(job_offer, "employer").profiles[0][issue]
    own, truth = (party.points[issue] for party in job_offer.parties)
    for option, name in ((0, "1 March"), (2, "1 April (the middle)"), (4, "1 May")):
        mine, guessed, true = own[option], assumed[option], truth[option]
        assert f"| {name} | {mine} | {guessed} | {mine + guessed} | {true} | {mine + true} |" in text
    assert len({mine + guessed for mine, guessed in zip(own, assumed, strict=True)}) == 1
    assert f"1 March is worth {own[0] + truth[0] - own[2] - truth[2]} points more to both together" in text
    assert f"It costs Noa {own[2] - own[0]} points" in text


def test_what_questions_tell(text: str, job_offer: Case):
    everybody = profiles(job_offer, "employer")
    weight = Question("How much does the start date matter?", QuestionKind.WEIGHT, (2,))
    left = {
        sum(answer_to(WHAT_MATTERS, other) == answer_to(WHAT_MATTERS, points) for other in everybody)
        for points in everybody
    }
    assert f"in {len(everybody)} ways" in text
    assert left == {12}
    assert "leaves 12 of them" in text
    most, one = (f"{question_bits(everybody, [question]):.1f}" for question in (WHAT_MATTERS, weight))
    assert f"What matters most tells {most} bits, how much the start date matters {one}, and small talk 0." in text
    assert question_bits(everybody, [Question("Parking?", QuestionKind.NONE)]) == 0


def test_saying_it_back_and_the_best_second_question(text: str, job_offer: Case):
    questions = [Question(*askable) for askable in ASKABLE]
    asked = [[(WHAT_MATTERS, ERROR), (question, ERROR)] for question in questions if question.kind != QuestionKind.MOST]
    second = max(value_of_asking(job_offer, "candidate", pair).created for pair in asked)
    alone, back = (
        value_of_asking(job_offer, "candidate", [(WHAT_MATTERS, error)]).created
        for error in (ERROR, after_paraphrase(ERROR))
    )
    assert f"alone, your offer creates {percent(alone)} on average" in text
    assert f"the best second question from the list it is {percent(second)}." in text
    assert f"saying the answer back it is {percent(back)}." in text
    assert after_paraphrase(Fraction(1, 5)) == Fraction(1, 25)
    assert "one in 25" in text


def test_the_conversation_that_the_lesson_tells_of(text: str, job_offer: Case):
    assert 'misheard=20, seed=6, bet="say_back"' in text
    came = []
    for moves in ([MOST], [MOST, MOST]):
        widget = Interview(job_offer, "candidate", misheard=20, seed=6)
        widget.moves = moves
        widget.offered = True
        came.append((widget.picture["created"][2], widget.picture["debrief"]["rows"][0]))
    (once, (_, heard, said, _)), (twice, (*_, well, _)) = came
    assert heard != said
    assert well == widget.words["heard_well"]
    assert f"expects {once['expected']} % and gets {once['came']} %" in text
    assert f"says the answer back first gets {twice['came']} %" in text


def test_your_own_wishes_are_those_of_the_case(text: str, job_offer: Case):
    weights = job_offer.party("candidate").weights()
    assert weights[:2] == (28, 28)
    assert max(weights[2:]) < 28
    assert sum(weights) == 100
    assert "28 points each out of 100" in text


@pytest.mark.parametrize("name", ["say_back_1", "say_back_2"])
def test_of_five_paraphrases_one_is_good_and_each_other_fails_one_criterion(name: str):
    choices = words("questions/05")[name]["choices"]
    good = [choice["text"] for choice in choices if choice["verdict"].startswith("Yes, all four")]
    assert len(good) == 1
    failing = ("not complete", "feeling is missing", "adds something", "does not check back")
    for sign in failing:
        assert len([choice for choice in choices if sign in choice["verdict"]]) == 1, sign
    assert [choice["text"] for choice in choices if not choice["text"].endswith("Did I get that right?”")] == [
        choice["text"] for choice in choices if "does not check back" in choice["verdict"]
    ]
