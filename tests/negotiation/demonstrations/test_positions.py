"""Positions and interests, against all agreements."""

from fractions import Fraction

import pytest
from biggerpie.negotiation import (
    ORANGE,
    IssueKind,
    NegotiationError,
    Part,
    Thing,
    agreements,
    issue_kinds,
    joint_share,
    most_joint_worth,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from ..brute_force import all_payoffs


@st.composite
def things(draw) -> Thing:
    """Something of one to four parts that both want."""
    worths = draw(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=4))
    first = Part("first", (draw(st.integers(1, 9)), draw(st.integers(1, 9))))
    return Thing("thing", (first, *(Part(f"part {n}", worth) for n, worth in enumerate(worths[1:]))))


def test_an_orange_is_worth_eight_tenths_more_once_somebody_asks_why():
    assert most_joint_worth(ORANGE) == 1
    for found in (["juice"], ["peel"], ["juice", "peel"]):
        assert most_joint_worth(ORANGE, found) == Fraction(9, 5)
    position, interests = agreements(ORANGE, []), agreements(ORANGE, ["juice"])
    assert {joint_share(position, package) for package in position.packages()} == {1}
    assert max(joint_share(interests, package) for package in interests.packages()) == pytest.approx(1.8)


def test_a_position_is_a_fight_and_interests_can_be_traded():
    assert issue_kinds(agreements(ORANGE, [])) == (IssueKind.DISTRIBUTIVE,)
    case = agreements(ORANGE, ["juice", "peel"])
    assert [issue.name for issue in case.issues] == ["juice", "peel"]
    assert case.party("you").weights() == (90, 10)


@settings(max_examples=50)
@given(things(), st.data())
def test_each_interest_found_keeps_every_agreement_and_never_lowers_the_most(thing: Thing, data):
    names = [part.name for part in thing.parts]
    order = data.draw(st.permutations(names))
    before: set[tuple[int, ...]] = set()
    for known in range(len(order) + 1):
        case = agreements(thing, order[:known], steps=2)
        now = set(all_payoffs(case).values())
        assert before <= now
        before = now
        most = max(sum(Fraction(p, 2 * w) for p, w in zip(one, thing.worth(), strict=True)) for one in now)
        assert most_joint_worth(thing, order[:known]) == most


def test_what_nobody_asked_about_stays_together():
    thing = Thing("shed", (Part("roof", (4, 2)), Part("floor", (1, 5)), Part("light", (3, 3))))
    assert [issue.name for issue in agreements(thing, []).issues] == ["shed"]
    case = agreements(thing, ["floor"], steps=1)
    assert [issue.name for issue in case.issues] == ["floor", "shed"]
    assert case.party("them").points == ((5, 0), (5, 0))


def test_what_makes_no_sense_is_refused_in_a_sentence():
    with pytest.raises(NegotiationError, match=r"did you mean 'juice'\?"):
        agreements(ORANGE, ["juce"])
    with pytest.raises(NegotiationError, match="at least one step"):
        agreements(ORANGE, [], steps=0)
    with pytest.raises(NegotiationError, match="names of their own"):
        Thing("orange", (Part("peel", (1, 1)), Part("peel", (2, 2))))
    with pytest.raises(NegotiationError, match="both must want"):
        Thing("orange", (Part("peel", (0, 1)),))
