"""Deciding: whether a counterpart accepts, leaves, asks for a break or makes its next offer."""

from ...case import Package
from ..moves import Accept, Ask, Manner, Offer, Remark, WalkAway
from ..view import View
from .answering import answer
from .bid import bid_now, insists
from .habit import Habit
from .line import Choice, Draft, Line
from .memory import Memory
from .reacting import react_to_manner, react_to_step, take_note
from .steps import largest_loss_and_gain
from .temper import WHOLE

INSISTS_AT = (0, 2, 4)
"""The turns (from 0) in which a position is named; said in every turn it would be noise."""


def decide(draft: Draft, habit: Habit, view: View, memory: Memory, key: str) -> None:
    """Write into the draft what the counterpart does in its turn, and in which lines; `key` draws what is chance."""
    if memory.mood.anger >= habit.temper.leaves_at:
        draft.add(Line("leave.angry"), WalkAway())
        return
    bid = bid_now(habit, view, memory, key)
    if (taken := _acceptable(habit, view, memory, bid)) is not None:
        draft.add(Line("accept"), Accept(taken))
        return
    react_to_manner(draft, memory)
    if _wants_a_break(habit, view, memory):
        draft.add(Line("break"), Remark(Manner.BREAK))
        return
    _snap_or_press(draft, habit, view, memory)
    react_to_step(draft, habit, memory)
    answer(draft, habit, view, memory)
    take_note(draft, habit, memory)
    _offer_or_leave(draft, habit, bid, view, memory)
    _ask(draft, habit, view)


def _acceptable(habit: Habit, view: View, memory: Memory, bid: Package) -> Package | None:
    """Return the open package to accept: worth as much as the bid, or, in the last turn, enough to be no defeat.

    AC_next, and with the time nearly gone a fixed bar (Baarslag, Hindriks & Jonker 2014).
    """
    party = view.party
    worth, best = max(((party.payoff(open_), open_) for open_ in _allowed(habit, view, memory)), default=(0, None))
    if best is None or worth < party.reservation_value:
        return None
    bar = party.payoff(bid)
    if view.turns_left == 1:
        bar = min(bar, party.reservation_value + (memory.most - party.reservation_value) * habit.pride // WHOLE)
    return best if worth >= bar else None


def _allowed(habit: Habit, view: View, memory: Memory) -> list[Package]:
    """Return the open packages that fit the position, if one is insisted on; in the last turn no position counts."""
    position = habit.position if insists(habit, view, memory) and view.turns_left > 1 else None
    return [package for package in view.open_packages if not position or position.allows(package, memory.points)]


def _wants_a_break(habit: Habit, view: View, memory: Memory) -> bool:
    asked_for_one = Remark(Manner.BREAK) in memory.latest_own.moves
    return memory.mood.anger >= habit.temper.breaks_at and not asked_for_one and view.turns_left > 1


def _snap_or_press(draft: Draft, habit: Habit, view: View, memory: Memory) -> None:
    """Blame the other in anger; or press, where that is the habit and the other's last step gave nothing."""
    if memory.mood.anger >= habit.temper.snaps_at:
        draft.add(Line("snap" if memory.mine else "snap_first"), Remark(Manner.BLAME))
    elif habit.presses_every and view.own_turns % habit.presses_every == 1 and memory.gift <= 0:
        draft.add(Line("press"), Remark(Manner.PRESS))


def _offer_or_leave(draft: Draft, habit: Habit, bid: Package, view: View, memory: Memory) -> None:
    if len(view.said) == 2 * view.rounds - 1:
        draft.add(Line("leave.late"), WalkAway())
        return
    draft.moves.append(Offer((bid,)))
    if draft.silent:
        return
    draft.lines.append(_offer_line(bid, view, memory))
    _speak_of_position(draft, habit, bid, view, memory)
    if view.turns_left == 1:
        draft.lines.append(Line("last_offer"))


def _speak_of_position(draft: Draft, habit: Habit, bid: Package, view: View, memory: Memory) -> None:
    """Name what is insisted on, or say that it is not any longer, where the time has opened it."""
    if habit.position is None:
        return
    place, turn = habit.position.issue(memory.points), view.own_turns
    if not insists(habit, view, memory):
        if turn and habit.position.holds(memory, turn - 1, view.rounds):
            draft.lines.append(Line("lets_go", Choice(place, bid[place])))
    elif turn in INSISTS_AT:
        draft.lines.append(Line("insist", Choice(place, bid[place])))


def _offer_line(bid: Package, view: View, memory: Memory) -> Line:
    if not memory.mine:
        return Line("offer.first")
    before, points = memory.mine[-1], view.party.points
    if before == bid:
        return Line("offer.same")
    given, taken = largest_loss_and_gain(points, before, bid)
    if given and taken:
        as_offered = bool(memory.theirs) and memory.theirs[-1][taken.issue] == taken.option
        return Line("offer.trade_as_offered" if as_offered else "offer.trade", given, taken)
    if given:
        return Line("offer.give_alone" if memory.stood_still else "offer.give", given)
    if taken:
        return Line("offer.try", taken)
    return Line("offer.shift", Choice(*_first_change(before, bid)))


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
