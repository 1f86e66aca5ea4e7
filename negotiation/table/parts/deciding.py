"""Deciding: whether a counterpart accepts, leaves, asks for a break or makes its next offer."""

from ...case import Package
from ..moves import Accept, Ask, Manner, Offer, Remark, WalkAway
from ..view import View
from .answering import answer
from .bid import bid_now
from .habit import Habit
from .line import Choice, Draft, Line
from .memory import Memory
from .reacting import react_to_manner, react_to_step
from .steps import largest_gain, largest_loss
from .temper import WHOLE


def decide(habit: Habit, view: View, memory: Memory) -> Draft:
    """Return what the counterpart does in its turn, and the lines in which it says so."""
    draft = Draft([], [])
    if memory.mood.anger >= habit.temper.leaves_at:
        draft.add(Line("leave.angry"), WalkAway())
        return draft
    bid = bid_now(habit, view, memory)
    if (taken := _acceptable(habit, view, bid)) is not None:
        draft.add(Line("accept"), Accept(taken))
        return draft
    react_to_manner(draft, memory)
    if _wants_a_break(habit, view, memory):
        draft.add(Line("break"), Remark(Manner.BREAK))
        return draft
    react_to_step(draft, memory)
    answer(draft, habit, view, memory)
    _offer_or_leave(draft, bid, view, memory)
    _ask(draft, habit, view)
    return draft


def _acceptable(habit: Habit, view: View, bid: Package) -> Package | None:
    """Return the open package to accept: worth as much as the bid, or, in the last turn, enough to be no defeat.

    AC_next, and with the time nearly gone a fixed bar (Baarslag, Hindriks & Jonker 2014).
    """
    party = view.party
    best = max(view.open_packages, key=party.payoff, default=None)
    if best is None or party.payoff(best) < party.reservation_value:
        return None
    bar = party.payoff(bid)
    if view.turns_left == 1:
        most = sum(map(max, party.points))
        bar = min(bar, party.reservation_value + (most - party.reservation_value) * habit.pride // WHOLE)
    return best if party.payoff(best) >= bar else None


def _wants_a_break(habit: Habit, view: View, memory: Memory) -> bool:
    asked_for_one = Remark(Manner.BREAK) in memory.latest_own.moves
    return memory.mood.anger >= habit.temper.breaks_at and not asked_for_one and view.turns_left > 1


def _offer_or_leave(draft: Draft, bid: Package, view: View, memory: Memory) -> None:
    if len(view.said) == 2 * view.rounds - 1:
        draft.add(Line("leave.late"), WalkAway())
        return
    draft.add(_offer_line(bid, view, memory), Offer((bid,)))
    if view.turns_left == 1:
        draft.lines.append(Line("last_offer"))


def _offer_line(bid: Package, view: View, memory: Memory) -> Line:
    if not memory.mine:
        return Line("offer.first")
    before, points = memory.mine[-1], view.party.points
    if before == bid:
        return Line("offer.same")
    given, taken = largest_loss(points, before, bid), largest_gain(points, before, bid)
    if given and taken:
        return Line("offer.trade", given, taken)
    return Line("offer.give", given) if given else Line("offer.shift", Choice(*_first_change(before, bid)))


def _first_change(before: Package, bid: Package) -> tuple[int, int]:
    return next((place, new) for place, (old, new) in enumerate(zip(before, bid, strict=True)) if old != new)


def _ask(draft: Draft, habit: Habit, view: View) -> None:
    """Ask the question that is planned for this turn."""
    if view.own_turns < len(habit.questions) and view.turns_left > 1:
        ask = habit.questions[view.own_turns]
        draft.add(_ask_line(ask), ask)


def _ask_line(ask: Ask) -> Line:
    about = None if ask.issue is None else Choice(ask.issue, 0)
    return Line(f"ask.{ask.aspect.replace(' ', '_')}", about)
