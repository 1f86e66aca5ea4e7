"""What holds for every counterpart, whoever sits opposite."""

from dataclasses import fields, is_dataclass, replace

import pytest
from biggerpie.negotiation import Case, Party
from biggerpie.negotiation.analysis.importance import importance
from biggerpie.negotiation.table import (
    Ask,
    Aspect,
    Ending,
    Manner,
    Message,
    Offer,
    Remark,
    Tell,
    View,
    counterpart_names,
    meet,
    open_session,
    say,
    talk_between,
)
from biggerpie.negotiation.table.counterparts.people import HABITS

from .talks import CASES, Anybody

EVERYBODY = pytest.mark.parametrize("name", counterpart_names())
HABIT = {habit.name: habit for habit in HABITS}
TALKS = {
    name: [
        (case, talk_between(case, (Anybody(seed), meet(name, seed)), rounds, first))
        for seed, (case, rounds, first) in enumerate(zip(CASES * 2, (1, 5, 12, 12, 1, 8), (0, 1) * 3, strict=True))
    ]
    + [(case, talk_between(case, (meet("plain-dealer", 3), meet(name, 4)))) for case in CASES]
    for name in counterpart_names()
}


def own_messages(session):
    return session.view(1).messages(1)


@EVERYBODY
def test_it_never_offers_or_accepts_less_than_its_reservation_value(name):
    for case, session in TALKS[name]:
        party = case.parties[1]
        given = [package for message in own_messages(session) if message.offer for package in message.offer.packages]
        given += [message.accept.package for message in own_messages(session) if message.accept]
        assert all(party.payoff(package) >= party.reservation_value for package in given)


@EVERYBODY
def test_its_offers_come_down_no_faster_than_its_clock_trust_and_presses_allow(name):
    habit = HABIT[name]
    for case, session in TALKS[name]:
        party = case.parties[1]
        most, way = sum(map(max, party.points)), sum(map(max, party.points)) - party.reservation_value
        presses = 0
        for number, message in enumerate(session.said):
            if (session.first + number) % 2 == 0:
                presses += sum(getattr(move, "manner", "") is Manner.PRESS for move in message.moves)
                continue
            time = number // 2 / max(1, session.rounds - 1)
            first, temper = habit.clock.first_step / 1000, habit.temper
            clock = first + (1 - first) * time ** (2 / habit.clock.speed)
            conceded = min(1, clock * (1 + temper.warms / 1000) + presses * temper.yields / 1000)
            if message.offer:
                assert party.payoff(message.offer.packages[0]) >= most - way * conceded - 1e-9


@EVERYBODY
def test_every_talk_ends_by_the_deadline(name):
    for _, session in TALKS[name]:
        assert session.ending in Ending
        assert len(session.said) <= 2 * session.rounds


def true_of(tell: Tell, party: Party) -> bool:
    weights, row = party.weights(), party.points[tell.issue]
    strength = importance(weights[tell.issue], sum(weights), len(weights))
    return tell.importance in (None, strength) and (tell.wanted is None or row[tell.wanted] == max(row))


@EVERYBODY
def test_what_it_tells_is_true_but_for_the_one_pretence_of_bad_faith(name):
    told = 0
    for case, session in TALKS[name]:
        pretence = HABIT[name].pretence
        pretended = pretence.issue(case.parties[1].points) if pretence else None
        for move in (move for message in own_messages(session) for move in message.moves if isinstance(move, Tell)):
            told += 1
            assert true_of(move, case.parties[1]) or move.issue == pretended
    assert told


def test_only_one_counterpart_pretends_and_it_does():
    assert [habit.name for habit in HABITS if habit.pretence] == ["bad-faith"]
    case = CASES[0]
    session = say(open_session(case), Message((Ask(Aspect.MOST),)))
    tells = [move for move in meet("bad-faith").reply(session.view(1)).moves if isinstance(move, Tell)]
    assert len(tells) == 1
    assert not true_of(tells[0], case.parties[1])


def with_other_points(case: Case) -> Case:
    """The case with other points for the first side: every row turned round, and the rows' weights changed."""
    first, second = case.parties
    rows = tuple(tuple(2 * worth + 1 for worth in reversed(row)) for row in first.points)
    return replace(case, parties=(replace(first, points=rows, reservation_value=0, brief="", interests=()), second))


@EVERYBODY
def test_it_answers_alike_whatever_the_other_side_wants(name):
    for case, played in TALKS[name]:
        session, other = open_session(with_other_points(case), played.rounds, played.first), meet(name, 7)
        mine = meet(name, 7)
        reference = open_session(case, played.rounds, played.first)
        for heard in played.said:
            message = heard if session.turn == 0 else other.reply(session.view(1))
            assert session.turn == 0 or message == mine.reply(reference.view(1))
            if message.accept and message.accept.package not in session.open_packages:
                break
            session, reference = say(session, message), say(reference, message)
            if session.ending:
                break


def held_by(value: object) -> list[object]:
    """All that a value holds, fields of its fields included."""
    inner = [getattr(value, field.name) for field in fields(value)] if is_dataclass(value) else []
    inner = list(value) if isinstance(value, tuple) else inner
    return [value, *(found for thing in inner for found in held_by(thing))]


def test_a_view_holds_no_case_and_no_party_but_its_own():
    view = open_session(CASES[0]).view(1)
    held = held_by(view)
    assert view.scene in held
    assert not any(isinstance(thing, Case) for thing in held)
    assert [thing for thing in held if isinstance(thing, Party)] == [CASES[0].parties[1]]
    assert {field.name for field in fields(View)} == {"scene", "party", "own", "rounds", "first", "said"}


@EVERYBODY
def test_the_same_seed_plays_the_same_talk_and_another_one_speaks_otherwise(name):
    def said(seed):
        return talk_between(CASES[0], (meet("plain-dealer", 1), meet(name, seed))).said

    assert said(2) == said(2)
    assert said(2) != said(3)


@EVERYBODY
def test_a_counterpart_that_was_away_answers_as_one_that_heard_every_word(name):
    for _, session in TALKS[name][-4:-2]:
        stayed = meet(name, 5)
        for number in range(len(session.said)):
            if (session.first + number) % 2 == 1:
                view = replace(session, said=session.said[:number]).view(1)
                assert stayed.reply(view) == meet(name, 5).reply(view)


@EVERYBODY
def test_it_says_the_words_of_what_it_does_and_never_the_same_message_twice(name):
    for _, session in TALKS[name]:
        words = [message.words for message in own_messages(session)]
        assert all(words)
        assert len(set(words)) == len(words)


@EVERYBODY
def test_it_sits_in_either_place(name):
    for case in CASES:
        assert talk_between(case, (meet(name, 1), meet("plain-dealer", 2)), first=1).ending in Ending


@EVERYBODY
def test_a_plain_dealer_comes_to_terms_with_it(name):
    assert all(talk_between(case, (meet("plain-dealer", 1), meet(name, 2))).ending is Ending.AGREED for case in CASES)


def angry_after(name: str, *manners: Manner) -> int:
    """How angry somebody is after these remarks, one a turn."""
    other, session = meet(name), open_session(CASES[0])
    for manner in manners:
        session = say(session, Message((Remark(manner), Offer((CASES[0].compromise,)))))
        last = other._remembered(session.view(1)).mood.anger
        session = say(session, Message((Ask(Aspect.MOST),)))
    return last


@EVERYBODY
def test_blame_angers_it_and_calm_words_take_that_off(name):
    blamed = angry_after(name, Manner.BLAME, Manner.PRESS)
    assert angry_after(name, Manner.THANK, Manner.THANK) < blamed
    for calming in (Manner.APOLOGISE, Manner.ACKNOWLEDGE, Manner.NAME_FEELING, Manner.REFRAME, Manner.BREAK):
        assert angry_after(name, Manner.BLAME, calming) < blamed


@EVERYBODY
def test_a_second_apology_does_little(name):
    once = angry_after(name, Manner.BLAME, Manner.APOLOGISE)
    again = angry_after(name, Manner.BLAME, Manner.APOLOGISE, Manner.BLAME, Manner.APOLOGISE)
    assert again > 2 * once


@EVERYBODY
def test_whoever_threatens_again_and_again_sits_alone(name):
    class Threatening:
        def reply(self, view):
            best = tuple(row.index(max(row)) for row in view.party.points)
            return Message((Remark(Manner.THREATEN), Remark(Manner.BLAME), Offer((best,))))

    assert talk_between(CASES[0], (Threatening(), meet(name))).ending is Ending.WALKED_AWAY


@EVERYBODY
def test_without_words_it_makes_the_same_moves(name):
    def moves(*, silent):
        sides = meet("plain-dealer", 1), meet(name, 2)
        for side in sides:
            side.silent = silent
        return [message.moves for message in talk_between(CASES[0], sides).said]

    assert moves(silent=True) == moves(silent=False)
