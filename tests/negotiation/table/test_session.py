"""A session: what may be said when, and how a talk ends."""

import pytest
from biggerpie.negotiation import NegotiationError, load_case
from biggerpie.negotiation.table import (
    Accept,
    Ask,
    Aspect,
    Ending,
    Manner,
    Message,
    Offer,
    Remark,
    SayBack,
    Tell,
    WalkAway,
    open_session,
    say,
)

CASE = load_case("job-offer")
FIRST, SECOND = (0,) * 6, (1,) * 6
OFFER, OTHER = Message((Offer((FIRST,)),)), Message((Offer((SECOND,)),))
PRESS = Message((Remark(Manner.PRESS, "Come on."),))


def session_after(*messages, rounds=12):
    session = open_session(CASE, rounds)
    for message in messages:
        session = say(session, message)
    return session


def test_the_sides_speak_in_turn_from_the_first_on():
    assert [open_session(CASE, first=1).turn, session_after(OFFER).turn, session_after(OFFER, PRESS).turn] == [1, 1, 0]


def test_an_offer_can_be_accepted_and_ends_the_talk():
    session = session_after(OFFER, Message((Accept(FIRST), Remark(Manner.THANK))))
    assert (session.ending, session.agreement) == (Ending.AGREED, FIRST)


def test_an_offer_stays_open_while_only_questions_are_asked():
    assert session_after(OFFER, PRESS, PRESS).open_packages == (FIRST,)


def test_the_next_offer_of_either_side_closes_the_one_before():
    assert session_after(OFFER, OTHER).open_packages == (SECOND,)
    assert session_after(OFFER, OTHER, PRESS).open_packages == ()


def test_each_of_three_packages_can_be_accepted():
    packages = (FIRST, SECOND, (2,) * 6)
    for package in packages:
        assert session_after(Message((Offer(packages),)), Message((Accept(package),))).agreement == package


def test_walking_away_ends_without_a_deal():
    session = session_after(OFFER, Message((WalkAway(),)))
    assert (session.ending, session.agreement) == (Ending.WALKED_AWAY, None)


def test_the_talk_is_over_when_each_side_has_spoken_in_the_last_round():
    assert session_after(OFFER, OTHER, OFFER, rounds=2).ending is None
    assert session_after(OFFER, OTHER, OFFER, OTHER, rounds=2).ending is Ending.OUT_OF_TIME


def test_nothing_can_be_said_after_the_end():
    with pytest.raises(NegotiationError, match="this talk is over"):
        say(session_after(Message((WalkAway(),))), OFFER)


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        (Message(()), "is empty"),
        (Message((Remark(Manner.THANK),) * 9), "at most 8"),
        (Message((Ask(Aspect.MOST), Ask(Aspect.MOST))), "twice"),
        (Message((Offer((FIRST,)), WalkAway())), "choose one"),
        (Message((Accept(SECOND),)), "not on the table"),
        (Message((Offer(()),)), "one to 3"),
        (Message((Offer(((0,) * 6, (1,) * 6, (2,) * 6, (3,) * 6)),)), "one to 3"),
        (Message((Offer((FIRST, FIRST)),)), "one package twice"),
        (Message((Offer(((0,) * 5,)),)), "settles 6 issues"),
        (Message((Offer(((0, 0, 0, 0, 0, 5),)),)), "'notice period'"),
        (Message((Offer(((-1, 0, 0, 0, 0, 0),)),)), "'salary'"),
        (Message((Ask(Aspect.WHY),)), "names one issue"),
        (Message((Ask(Aspect.MOST, 1),)), "names one issue"),
        (Message((Ask(Aspect.WHY, 6),)), "not one of this case"),
        (Message((Tell(0),)), "says nothing"),
        (Message((Tell(0, wanted=5),)), "no option of 'salary'"),
        (Message((SayBack(0),)), "says nothing"),
        (Message((Tell(0, why="x" * 1001),)), "longer than 1,000"),
        (Message((Remark(Manner.THANK, "x" * 1001),)), "longer than 1,000"),
        (Message((Remark(Manner.THANK),), "x" * 1001), "longer than 1,000"),
    ],
)
def test_what_makes_no_sense_is_refused_with_one_sentence(message, reason):
    with pytest.raises(NegotiationError, match=reason) as refusal:
        say(open_session(CASE), message)
    assert "\n" not in str(refusal.value)


def test_nobody_can_accept_an_own_offer():
    with pytest.raises(NegotiationError, match="not on the table"):
        say(session_after(OFFER, PRESS), Message((Accept(FIRST),)))


@pytest.mark.parametrize(("rounds", "first"), [(0, 0), (101, 0), (12, 2)])
def test_a_talk_of_impossible_length_or_beginning_is_refused(rounds, first):
    with pytest.raises(NegotiationError):
        open_session(CASE, rounds, first)


def test_only_two_sit_at_the_table():
    with pytest.raises(NegotiationError, match="has 3 parties"):
        open_session(load_case("piano-tuner"))


def test_a_view_counts_the_turns_that_its_side_has_left():
    session = session_after(OFFER, OTHER, OFFER, rounds=3)
    assert [session.view(0).turns_left, session.view(1).turns_left] == [1, 2]
    assert [session.view(0).own_turns, session.view(1).own_turns] == [2, 1]
    assert session.view(1).messages(0) == (OFFER, OFFER)
