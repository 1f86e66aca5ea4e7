"""The debrief of a talk, held against sums and searches of its own."""

from dataclasses import replace
from fractions import Fraction
from functools import cache

import pytest
from biggerpie.negotiation import StepKind, dominates, is_efficient, load_case
from biggerpie.negotiation.table import (
    Accept,
    Ask,
    Aspect,
    Ending,
    Manner,
    Message,
    Offer,
    Remark,
    Seat,
    WalkAway,
    counterpart_names,
    debrief,
    meet,
    open_session,
    say,
    talk_between,
)
from biggerpie.negotiation.table.debrief.missed import missed_trades

from .talks import CASES, Anybody

CASE = load_case("apple-juice")
PEOPLE = (Seat("press"), Seat("chain"))
FIRST, SECOND = CASE.parties
BEST = tuple(row.index(max(row)) for row in FIRST.points)


def session_of(*messages):
    session = open_session(CASE)
    for message in messages:
        session = say(session, message)
    return session


def offering(package, *more):
    return Message((*more, Offer((package,))))


@cache
def talks_with_everybody():
    found = []
    for seed, name in enumerate(counterpart_names()):
        case, somebody = CASES[seed % len(CASES)], (Anybody(seed), meet("plain-dealer", seed))[seed % 2]
        seats = (Seat(case.parties[0].name), Seat(case.parties[1].name, name, seed))
        found.append((talk_between(case, (somebody, meet(name, seed))), seats))
    return found


def test_the_result_of_a_deal_is_what_both_have_of_it():
    session = session_of(offering(CASE.compromise), Message((Accept(CASE.compromise),)))
    found = debrief(session, PEOPLE).result
    gained = [p.payoff(CASE.compromise) - p.reservation_value for p in CASE.parties]
    assert (found.ending, found.payoffs, list(found.gains)) == (Ending.AGREED, CASE.payoffs(CASE.compromise), gained)
    assert found.claimed == tuple(Fraction(gain, sum(gained)) for gain in gained)
    assert found.created == 0
    assert found.could_agree


def test_without_a_deal_both_have_their_alternatives_and_the_best_deal_is_left():
    found = debrief(session_of(Message((WalkAway(),))), PEOPLE)
    best = max(
        sum(CASE.payoffs(package))
        for package in CASE.packages()
        if all(p.payoff(package) >= p.reservation_value for p in CASE.parties)
    )
    assert found.result.payoffs == CASE.reservation_values
    assert found.left_on_the_table == best - sum(CASE.reservation_values)
    assert found.missed == ()


def test_where_nothing_can_be_agreed_nothing_was_left():
    apart = replace(CASE, parties=tuple(replace(party, reservation_value=95) for party in CASE.parties))
    found = debrief(say(open_session(apart), Message((WalkAway(),))), PEOPLE)
    assert not found.result.could_agree
    assert found.left_on_the_table == 0


def test_a_step_has_its_gift_cost_and_kind_against_the_offer_before():
    given = (0, *BEST[1:]) if BEST[0] else (4, *BEST[1:])
    session = session_of(offering(BEST), offering(CASE.compromise), offering(given))
    *firsts, step = debrief(session, PEOPLE).steps
    assert [first.kind for first in firsts] == [None, None]
    assert step.cost == FIRST.payoff(BEST) - FIRST.payoff(given) > 0
    assert step.gift == SECOND.payoff(given) - SECOND.payoff(BEST) > 0
    assert (step.message, step.side, step.kind) == (3, 0, StepKind.CONCESSION)


def test_of_three_packages_the_one_that_is_best_for_who_hears_them_counts():
    packages = (BEST, CASE.compromise, (0, 0, 0, 0))
    step = debrief(session_of(Message((Offer(packages),))), PEOPLE).steps[0]
    assert SECOND.payoff(step.package) == max(map(SECOND.payoff, packages))


def applied(agreement, trades):
    options = dict(zip((i for t in trades for i in t.issues), (o for t in trades for o in t.options), strict=True))
    return tuple(options.get(place, option) for place, option in enumerate(agreement))


@pytest.mark.parametrize("agreement", list(CASE.packages())[::37])
def test_the_missed_trades_together_are_better_for_somebody_and_worse_for_nobody(agreement):
    trades = missed_trades(CASE, agreement)
    if trades:
        better = applied(agreement, trades)
        assert dominates(CASE, better, agreement)
        summed = tuple(map(sum, zip(CASE.payoffs(agreement), *(trade.changes for trade in trades), strict=True)))
        assert CASE.payoffs(better) == summed


@pytest.mark.parametrize("agreement", list(CASE.packages())[::37])
def test_where_no_trade_was_missed_no_change_of_two_issues_is_better_for_both(agreement):
    near = [
        package
        for package in CASE.packages()
        if sum(new != old for new, old in zip(package, agreement, strict=True)) in (1, 2)
        and dominates(CASE, package, agreement)
    ]
    assert bool(missed_trades(CASE, agreement)) == bool(near)


def test_an_efficient_deal_missed_no_trade():
    efficient = [package for package in CASE.packages() if is_efficient(CASE, package)]
    assert efficient
    assert all(missed_trades(CASE, package) == () for package in efficient)


def test_what_was_asked_or_told_is_not_among_what_was_never_asked():
    asked = (Ask(Aspect.MOST), Ask(Aspect.HOW_MUCH, 2))
    found = debrief(session_of(offering(BEST, *asked)), PEOPLE)
    mine, theirs = found.sides
    assert {unasked.ask.issue for unasked in mine.never_asked} == {0, 1, 3}
    assert theirs.never_asked[0].ask == Ask(Aspect.MOST)
    weights = SECOND.weights()
    assert [weights[it.ask.issue] for it in mine.never_asked] == sorted((weights[n] for n in (0, 1, 3)), reverse=True)
    for unasked in mine.never_asked:
        assert [tell.wanted for tell in unasked.told] == [
            SECOND.points[unasked.ask.issue].index(max(SECOND.points[unasked.ask.issue]))
        ]


def test_the_message_that_angered_and_the_one_that_calmed_are_found():
    session = session_of(
        offering(BEST, Remark(Manner.BLAME)), offering(CASE.compromise), offering(BEST, Remark(Manner.APOLOGISE))
    )
    side = debrief(session, PEOPLE).sides[1]
    assert (side.angered.message, side.calmed.message) == (1, 3)
    assert side.angered.after.anger > side.angered.before.anger == 0
    assert debrief(session, PEOPLE).sides[0].angered is None


def test_the_what_if_is_as_good_for_oneself_and_the_best_that_could_be_given():
    for session, seats in talks_with_everybody():
        for side, found in enumerate(debrief(session, seats).sides):
            if found.what_if is None:
                continue
            own, other = session.case.parties[side], session.case.parties[1 - side]
            step = found.what_if.step
            assert own.payoff(found.what_if.package) >= own.payoff(step.package)
            assert (
                other.payoff(found.what_if.package) - other.payoff(step.package) == found.what_if.changes[1 - side] > 0
            )


def test_the_what_if_gives_what_enumeration_gives():
    session = session_of(offering(BEST))
    found = debrief(session, PEOPLE).sides[0].what_if
    most = max(SECOND.payoff(p) for p in CASE.packages() if FIRST.payoff(p) >= FIRST.payoff(BEST))
    assert (found is None) == (most == SECOND.payoff(BEST))


def test_every_talk_has_a_debrief_with_a_mood_for_each_message():
    for session, seats in talks_with_everybody():
        found = debrief(session, seats)
        assert all(len(side.felt) == len(session.said) + 1 for side in found.sides)
        assert found.result.ending is session.ending
        assert len(found.steps) == sum(message.offer is not None for message in session.said)


def test_a_counterpart_felt_what_its_own_memory_holds():
    session = talk_between(CASES[0], (Anybody(3), meet("touchy", 3)))
    other = meet("touchy", 3)
    last = max(n for n in range(len(session.said)) if n % 2)
    view = replace(session, said=session.said[:last]).view(1)
    felt = debrief(session, (Seat("candidate"), Seat("employer", "touchy", 3))).sides[1].felt
    assert felt[last] == other._remembered(view).mood
