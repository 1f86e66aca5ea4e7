"""Every figure in lesson 5 is computed here, and the lesson's text holds it."""

import json
from fractions import Fraction
from statistics import mean

import pytest
from biggerpie.negotiation import (
    Case,
    Question,
    QuestionKind,
    after_paraphrase,
    answer_to,
    best_offer,
    fixed_pie,
    profiles,
    question_bits,
    uniform_belief,
    value_of_asking,
    value_of_assuming,
)
from biggerpie.negotiation.information.interview import Listener
from biggerpie.negotiation.information.listening import expected_value
from biggerpie.widgets import Interview
from biggerpie.widgets._words import words
from biggerpie.widgets.interview.interview import ASKABLE, MOST

from tools.canonical import ROOT

WHAT_MATTERS = Question("What matters most to you?", QuestionKind.MOST)
ERROR = 0.2
SEED = 326


@pytest.fixture(scope="module")
def text() -> str:
    notebook = json.loads((ROOT / "lessons" / "05-listening.ipynb").read_text(encoding="utf-8"))
    return "\n".join("".join(cell["source"]) for cell in notebook["cells"])


def percent(share: float) -> str:
    return f"{round(100 * share)} %"


def test_assuming_an_open_mind_and_one_question(text: str, job_offer: Case):
    assumed, unasked = (
        value_of_assuming(job_offer, "candidate", belief).created
        for belief in (fixed_pie(job_offer, "employer"), uniform_belief(job_offer, "employer"))
    )
    asked = value_of_asking(job_offer, "candidate", [(WHAT_MATTERS, 0)]).created
    assert f"the offer creates {percent(assumed)} of the value" in text
    assert f"takes nothing for granted, creates {percent(unasked)} on average" in text
    assert f"Why exactly {percent(assumed)}?" in text
    widget = Interview(job_offer, "candidate")
    widget.moves = [MOST]
    here = widget.picture["created"][2]["expected"]
    assert f"it is {percent(asked)} (on average; in the conversation with Ilse, {here} % expected)." in text


def test_the_assumption_alone_would_hardly_create_more_if_ties_were_broken_by_chance(text: str, job_offer: Case):
    noa, everyone = job_offer.party("candidate"), uniform_belief(job_offer, "employer")
    middle = noa.payoff(job_offer.compromise)
    alike = [package for package in job_offer.packages() if noa.payoff(package) == middle]
    by_chance = mean(expected_value(job_offer, "candidate", package, everyone).created for package in alike)
    assert len(alike) > 100
    assert f"any package that is worth the same to Noa, it would create {percent(by_chance)} on average" in text


def test_ilse_pulls_the_other_way_on_several_issues_and_not_everywhere_as_hard(text: str, job_offer: Case):
    assert "On several issues Ilse does pull the other way" in text
    you, ilse = job_offer.parties
    pairs = list(zip(you.points, ilse.points, strict=True))
    against = [place for place, (mine, hers) in enumerate(pairs) if mine.index(max(mine)) == hers.index(min(hers))]
    assert len(against) > 2
    assert len({ilse.weights()[place] for place in against}) > 1


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
    by_weight = {
        sum(answer_to(weight, other) == answer_to(weight, points) for other in everybody) for points in everybody
    }
    assert f"there are {len(everybody)} possibilities" in text
    assert (len(left), len(by_weight)) == (1, 1)
    assert f"cuts the possibilities from {len(everybody)} to {left.pop()}." in text
    assert f"How much the start date matters cuts them to {by_weight.pop()}, and small talk leaves all" in text
    assert f"“What matters most to you?” tells {question_bits(everybody, [WHAT_MATTERS]):.1f}." in text
    assert question_bits(everybody, [Question("Parking?", QuestionKind.NONE)]) == 0


def test_saying_it_back_and_the_best_second_question(text: str, job_offer: Case):
    questions = [Question(*askable) for askable in ASKABLE]
    asked = [[(WHAT_MATTERS, ERROR), (question, ERROR)] for question in questions if question.kind != QuestionKind.MOST]
    second = max(value_of_asking(job_offer, "candidate", pair).created for pair in asked)
    alone, back = (
        value_of_asking(job_offer, "candidate", [(WHAT_MATTERS, error)]).created
        for error in (ERROR, after_paraphrase(ERROR))
    )
    assert f"| only “What matters most to you?” | {percent(alone)} |" in text
    assert f"| and then the best second question from the list | {percent(second)} |" in text
    assert f"| and then the answer said back instead | {percent(back)} |" in text
    assert after_paraphrase(Fraction(1, 5)) == Fraction(1, 25)
    assert "one in 25" in text


def test_the_conversation_that_the_lesson_tells_of(text: str, job_offer: Case):
    assert f'misheard=20, seed={SEED}, bet="say_back"' in text
    came = []
    for moves in ([MOST], [MOST, MOST]):
        widget = Interview(job_offer, "candidate", misheard=20, seed=SEED)
        widget.moves = moves
        widget.offered = True
        came.append((widget.picture["created"][2], widget.picture["debrief"]["rows"][0]))
    (once, (_, heard, said, _)), (twice, (*_, well, _)) = came
    assert heard != said
    assert well == widget.words["heard_well"]
    assert f"expects {once['expected']} % and gets {once['came']} %" in text
    assert f"says the answer back first gets {twice['came']} %" in text


def test_who_gets_the_points_in_that_conversation(text: str, job_offer: Case):
    listener = Listener(job_offer, "candidate", tuple(Question(*askable) for askable in ASKABLE))
    points, made = listener.other_profile(SEED), []
    for moves in ([MOST], [MOST, MOST]):
        belief = listener.believe(listener.listen(moves, ERROR, SEED))
        offer = best_offer(job_offer, "candidate", belief)
        made.append(listener.offered(offer, points))
    hasty, heard = made
    mentoring = [issue.name for issue in job_offer.issues].index("mentoring")
    row = job_offer.party("candidate").points[mentoring]
    assert "Could you meet me on the mentoring?" in text
    assert row[offer[mentoring]] < max(row)  # so there is something to ask back
    assert hasty.signed
    assert heard.signed
    assert f"brings you {hasty.own} and the other side {hasty.other}." in text
    assert f"brings you {heard.own} and the other side {heard.other}." in text
    given, gained = hasty.own - heard.own, heard.other - hasty.other
    assert gained > 5 * given > 0
    assert f"cost you {given} points here, and it gave the other side {gained} more" in text
    assert (
        f"leaves below {job_offer.party('employer').reservation_value} points, and somebody with {hasty.other}" in text
    )
    assert f"than somebody with {heard.other}." in text


def test_most_of_the_conversations_after_that_are_heard_well(job_offer: Case):
    listener = Listener(job_offer, "candidate", tuple(Question(*askable) for askable in ASKABLE))
    talks = [listener.listen([MOST], ERROR, seed) for seed in range(SEED, SEED + 9)]
    first, *others = (one.last != one.truth for talk in talks for one in talk)
    assert first
    assert 1 <= sum(others) <= 2


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
    _, quoted = next(choice["verdict"] for choice in choices if choice["text"] not in good).split("ends “… ")
    assert [choice["text"] for choice in choices if choice["text"].endswith(quoted)] == good
    for choice in choices:
        assert choice["verdict"].endswith(f"All four criteria are met by the choice that ends “… {quoted}") == (
            choice["text"] not in good
        )
    failing = ("isn't complete", "feeling is missing", "adds something", "doesn't check back")
    for sign in failing:
        assert len([choice for choice in choices if sign in choice["verdict"]]) == 1, sign
    assert [choice["text"] for choice in choices if not choice["text"].endswith("Did I get that right?”")] == [
        choice["text"] for choice in choices if "doesn't check back" in choice["verdict"]
    ]
