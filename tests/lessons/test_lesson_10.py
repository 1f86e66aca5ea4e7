"""Lesson 10: where to begin, who plays false and how it shows, and when to leave, held by talks that are played."""

import json
from dataclasses import dataclass

import pytest
from biggerpie.negotiation import Package, load_case, zone_of_agreement
from biggerpie.negotiation.table import (
    Ask,
    Aspect,
    Ending,
    Message,
    Negotiator,
    Offer,
    View,
    meet,
    open_session,
    say,
    talk_between,
)
from biggerpie.widgets import Question
from biggerpie.widgets._words import words

from tools.canonical import ROOT

CELLS = json.loads((ROOT / "lessons" / "10-without-being-naive.ipynb").read_text(encoding="utf-8"))["cells"]
TEXT = {cell["id"]: "".join(cell["source"]) for cell in CELLS}
CASES = {
    "job-offer": "candidate",
    "pay-rise": "nurse",
    "hospital-rota": "nurses",
    "oat-mill": "mill",
    "attic-flat": "bassist",
    "school-holidays": "mother",
    "butter-price": "bakery",
    "scope-creep": "programmer",
}


@dataclass
class FromTheMiddle:
    """Opens with the middle of everything, and goes on as somebody else does."""

    middle: Package
    later: Negotiator
    begun: bool = False

    def reply(self, view: View) -> Message:
        """Return the opening, or what the other one says."""
        first, self.begun = not self.begun, True
        return Message((Offer((self.middle,)),)) if first else self.later.reply(view)


@pytest.mark.parametrize(("name", "party"), CASES.items())
def test_whoever_opens_with_a_dream_has_more_and_both_together_no_less_than_from_the_middle(name, party):
    case = load_case(name)
    own = [one.name for one in case.parties].index(party)
    for seed in range(4):
        dreamer, other = meet("plain-dealer", seed + 50), meet("plain-dealer", seed)
        came = []
        for me in (dreamer, FromTheMiddle(case.compromise, meet("plain-dealer", seed + 50))):
            talk = talk_between(case, (other, me) if own else (me, other), 8, own)
            came.append((talk.payoffs[own], sum(talk.payoffs)))
        assert came[0][0] > came[1][0]
        assert came[0][1] >= came[1][1]


def test_what_is_told_in_lucias_chair_is_what_imre_wants_as_well_and_what_never_moves_is_the_sole_supply():
    mill, stranger = load_case("oat-mill"), meet("bad-faith")
    assert 'NegotiationTable(mill, "mill", counterpart="bad-faith", rounds=6' in TEXT["scene"]
    session, names = open_session(mill, 6, 0), [issue.name for issue in mill.issues]
    for turn, supply in enumerate((0, 1, 2, 3)):
        ask = (Ask(Aspect.MOST),) if turn == 0 else ()
        session = say(session, Message((Offer(((3, 4, 4 - turn // 2, supply, 3, 0),)), *ask)))
        session = say(session, stranger.reply(session.view(1)))
        answer = session.said[-1]
        if turn == 0:
            assert "open Sundays" in answer.words.split(".")[0]
        assert answer.offer is not None
        assert mill.in_words(answer.offer.packages[0])["sole supply"] == "4 years"
    imre, company = mill.parties
    sundays = names.index("open Sundays")
    assert imre.points[sundays].index(max(imre.points[sundays])) == company.points[sundays].index(
        max(company.points[sundays])
    )
    assert max(company.weights()) == company.weights()[names.index("sole supply")]


def test_above_the_button_shop_leaving_is_right_and_a_plain_talk_ends_so():
    shop = load_case("button-shop")
    assert not zone_of_agreement(shop)
    assert 'load_case("button-shop")' in TEXT["leave"]
    assert talk_between(shop, (meet("plain-dealer", 1), meet("plain-dealer")), 6, 0).ending is Ending.WALKED_AWAY


def test_every_question_stands_in_the_lesson_and_answers_each_choice_in_its_own_words():
    asked = words("questions/10").keys() - words("shared").keys()
    assert len(asked) == 9
    for name in asked:
        assert f'Question(10, "{name}")' in "".join(TEXT.values())
        question = Question(10, name)
        assert len({question.verdict_for(choice) for choice in range(3)}) == 3
