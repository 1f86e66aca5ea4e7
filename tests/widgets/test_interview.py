"""The interview: what is heard, believed and offered."""

from dataclasses import replace
from random import Random
from statistics import mean

import pytest
import traitlets
from biggerpie.negotiation import (
    Case,
    after_paraphrase,
    answer_to,
    best_offer,
    fixed_pie,
    is_feasible,
    load_case,
    profiles,
    uniform_belief,
    value_created,
    value_of_asking,
    value_of_assuming,
)
from biggerpie.negotiation.information.interview import Heard, Listener
from biggerpie.negotiation.information.stakes import stakes
from biggerpie.widgets import Interview
from biggerpie.widgets.interview.interview import ASKABLE, MOST, Asked

QUESTIONS = tuple(Asked(*askable) for askable in ASKABLE)
PARKING, DIRECTION = 0, 4


@pytest.fixture
def noa(job_offer: Case) -> Listener:
    return Listener(job_offer, "candidate", QUESTIONS)


def after(listener: Listener, points, place: int = MOST):
    """The belief after a truthful answer, heard well."""
    answer = answer_to(listener.questions[place], points)
    return listener.believe([Heard(place, listener.questions[place], answer, answer, answer, 0)])


def bar(widget: Interview, which: int) -> dict:
    return widget.picture["created"][which]


def test_what_one_expects_after_every_answer_is_on_average_what_asking_creates(noa: Listener):
    found = []
    for points in profiles(noa.case, "employer"):
        belief = after(noa, points)
        found.append(noa.expected(best_offer(noa.case, "candidate", belief), belief).created)
    assert mean(found) == pytest.approx(value_of_asking(noa.case, "candidate", [(QUESTIONS[MOST], 0)]).created)


def test_what_came_of_an_offer_is_what_the_measures_say_of_the_case_with_those_wishes(noa: Listener):
    draw = Random(5)
    for points in draw.sample(profiles(noa.case, "employer"), 20):
        you, them = noa.case.parties
        known = replace(noa.case, parties=(you, replace(them, points=points)))
        offer = tuple(draw.randrange(5) for _ in noa.case.issues)
        made = noa.offered(offer, points)
        assert (made.own, made.other) == known.payoffs(offer)
        assert made.signed == is_feasible(known, offer)
        assert made.created == pytest.approx(float(value_created(known, offer) or 0) if made.signed else 0)


def test_without_asking_the_bars_are_those_of_the_model(job_offer: Case):
    widget = Interview(job_offer, "candidate")
    for which, belief in enumerate((fixed_pie(job_offer, "employer"), uniform_belief(job_offer, "employer"))):
        model = value_of_assuming(job_offer, "candidate", belief).created
        assert bar(widget, which)["expected"] == round(100 * model)
    assert bar(widget, 2)["expected"] == bar(widget, 1)["expected"]


def test_one_mishears_as_often_as_the_slider_says_and_saying_back_squares_it(noa: Listener):
    people = range(1, 3_000)
    for moves, chance in (((MOST,), 0.2), ((MOST, MOST), after_paraphrase(0.2))):
        wrong = sum(one.last != one.truth for seed in people for one in noa.listen(moves, 0.2, seed))
        assert wrong / len(people) == pytest.approx(chance, abs=0.025)


def test_saying_back_mends_and_never_spoils(noa: Listener):
    for seed in range(500):
        (once,), (twice,) = noa.listen((MOST,), 0.3, seed), noa.listen((MOST, MOST), 0.3, seed)
        assert twice.first == once.last
        assert twice.last in {once.last, once.truth}


def test_a_conversation_is_the_same_when_it_is_led_again(job_offer: Case):
    first, second = (Interview(job_offer, "candidate", misheard=40, seed=9) for _ in range(2))
    first.moves = [MOST, MOST, DIRECTION]
    second.moves = [DIRECTION]
    second.moves = []
    second.moves = [MOST, MOST, DIRECTION]
    assert first.picture == second.picture


def test_the_person_of_the_case_sits_there_first_and_then_others(noa: Listener):
    assert noa.other_profile(0) == noa.case.party("employer").points
    assert len({noa.other_profile(seed) for seed in range(1, 40)}) > 20
    assert len(stakes(noa.case, "candidate")) == len(profiles(noa.case, "employer"))


def test_questions_that_tell_nothing_move_no_bar(job_offer: Case):
    widget = Interview(job_offer, "candidate")
    before = [row["them"] for row in widget.picture["issues"]]
    widget.moves = [PARKING, 5]
    assert [row["them"] for row in widget.picture["issues"]] == pytest.approx(before)
    assert sum(before) == pytest.approx(100)
    assert bar(widget, 2)["expected"] == 70


def test_an_answer_moves_the_bars_to_where_it_points(noa: Listener):
    weights = after(noa, noa.other_profile(0)).expected_weights()
    assert weights == pytest.approx((28, 11, 28, 11, 11, 11))


def test_the_truth_is_sent_only_after_the_offer(job_offer: Case):
    widget = Interview(job_offer, "candidate", misheard=20, seed=6)
    widget.moves = [MOST]
    assert {row["truth"] for row in widget.picture["issues"]} == {None}
    assert widget.picture["debrief"] is None
    widget.offered = True
    assert sum(row["truth"] for row in widget.picture["issues"]) == 100
    _, heard, said, leaves = widget.picture["debrief"]["rows"][0]
    assert heard != said
    assert leaves == "12"
    assert widget.picture["debrief"]["head"][-1] == "Possibilities this leaves, of 180"


def test_answers_that_tell_little_leave_many_possibilities(job_offer: Case):
    widget = Interview(job_offer, "candidate")
    widget.moves = [PARKING, DIRECTION, 6]
    widget.offered = True
    assert [row[-1] for row in widget.picture["debrief"]["rows"]] == ["180", "90", "60"]


def test_the_heading_says_which_turns_are_left_and_which_were_not_needed(job_offer: Case):
    widget = Interview(job_offer, "candidate")
    said = [widget.picture["left"]]
    for moves in ([MOST], [MOST, PARKING], [MOST, PARKING, DIRECTION]):
        widget.moves = moves
        said.append(widget.picture["left"])
    widget.offered = True
    said.append(widget.picture["left"])
    early = Interview(job_offer, "candidate")
    early.moves = [MOST]
    early.offered = True
    assert [*said, early.picture["left"]] == [
        "You have 3 turns left. What do you ask?",
        "You have 2 turns left. What do you ask?",
        "You have one turn left. What do you ask?",
        "No turns are left. Make your offer.",
        "The offer is made.",
        "The offer is made. Turns not needed: 2.",
    ]


def test_a_row_says_what_is_offered_and_where_it_is_your_best(job_offer: Case):
    widget = Interview(job_offer, "candidate")
    widget.moves = [MOST]
    you, offer = job_offer.party("candidate"), widget._listener.believe(widget._listener.listen([MOST], 0, 0))
    offer = best_offer(job_offer, "candidate", offer)
    best = [row[option] == max(row) for row, option in zip(you.points, offer, strict=True)]
    assert {True, False} == set(best)
    rows = widget.picture["issues"]
    assert [row["offer_text"].endswith("(your best)") for row in rows] == best
    assert all(row["offer_text"].startswith("you'd offer: ") for row in rows)
    assert widget.picture["table"]["head"][-1] == "You'd offer"
    widget.offered = True
    assert all(row["offer_text"].startswith("you offered: ") for row in widget.picture["issues"])
    assert "You offered" in widget.picture["table"]["head"]


def test_nobody_is_told_of_risk_where_there_is_hardly_any(job_offer: Case):
    widget = Interview(job_offer, "candidate")
    assert "no deal is 8 %" in widget.picture["summary"]
    widget.moves = [MOST]
    assert "no deal" not in widget.picture["summary"]


def test_the_bets_come_out_as_the_model_computes_them(job_offer: Case):
    assert Interview(job_offer, "candidate", bet="assume").outcome() == "none"
    ears = Interview(job_offer, "candidate", misheard=20, bet="say_back")
    assert ears.outcome() == "back"
    most, others = QUESTIONS[MOST], QUESTIONS[:MOST] + QUESTIONS[MOST + 1 :]
    best = max(value_of_asking(job_offer, "candidate", [(most, 0.2), (other, 0.2)]).created for other in others)
    back = value_of_asking(job_offer, "candidate", [(most, 0.2**2)]).created
    assert (ears.figures()["question"], ears.figures()["back"]) == (round(100 * best), round(100 * back))
    assert Interview(job_offer, "candidate", misheard=0, bet="say_back").outcome() == "question"


@pytest.mark.parametrize(
    "moves", [[0, 1, 2, 3], [8], [-1], [3, 3, 3], [0, 0]], ids=["too many", "unknown", "negative", "thrice", "nothing"]
)
def test_moves_that_nobody_can_make_are_refused(job_offer: Case, moves):
    widget = Interview(job_offer, "candidate", misheard=20)
    with pytest.raises(traitlets.TraitError):
        widget.moves = moves


def test_nothing_is_said_back_where_all_is_heard_well(job_offer: Case):
    with pytest.raises(traitlets.TraitError, match="once more"):
        Interview(job_offer, "candidate").moves = [MOST, MOST]


def test_ears_do_not_change_in_the_middle_and_nothing_is_asked_after_the_offer(job_offer: Case):
    widget = Interview(job_offer, "candidate", misheard=20)
    widget.moves = [MOST]
    with pytest.raises(traitlets.TraitError, match="nobody's ears"):
        widget.misheard = 0
    widget.offered = True
    with pytest.raises(traitlets.TraitError, match="the offer is made"):
        widget.moves = [MOST, MOST]


@pytest.mark.parametrize("name", ["shared-garden", "apple-juice", "job-offer"])
def test_every_question_can_be_asked_on_both_sides_of_every_case(name):
    case = load_case(name)
    for party in case.parties:
        for place in range(len(ASKABLE)):
            widget = Interview(case, party.name, misheard=50, seed=3)
            widget.moves = [place]
            widget.offered = True
            (turn,) = widget.picture["log"]
            asked = [question["text"] for question in widget.picture["questions"]]
            assert not [sentence for sentence in (turn["you"], turn["them"], *asked) if "{" in sentence]
            assert turn["you"] == asked[place]
