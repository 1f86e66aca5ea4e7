"""A bid: the level that a counterpart holds now, and the package that it would offer at it."""

from ...case import Package
from ..moves import Manner, Remark
from ..view import View
from .habit import Habit
from .memory import Memory
from .temper import WHOLE

INSULTS = (Manner.BLAME, Manner.THREATEN)


def level_now(habit: Habit, view: View, memory: Memory) -> int:
    """Return the points that the next offer is worth to its side at least; never more than its last offer was.

    What the clock concedes is made as far as the other side concedes as well, slowed by anger and sped by trust;
    what was given up under pressure comes on top.
    """
    party = view.party
    most, least = memory.most, party.reservation_value
    clock = habit.clock.conceded(view.own_turns, view.rounds)
    answered = clock * habit.mirror.share(memory.worths, most, clock) // WHOLE
    conceded = answered * habit.temper.pace(memory.mood) // WHOLE + memory.mood.yielded
    level = most - (most - least) * min(conceded, WHOLE) // WHOLE
    return min(level, party.payoff(memory.mine[-1])) if memory.mine else level


def bid_now(habit: Habit, view: View, memory: Memory, key: str) -> Package:
    """Return the package that the side would offer now: after an insult the one before, but in its last turn.

    `key` draws where that is left to chance.
    """
    points = memory.points
    if memory.mine and _stands_still(habit, memory) and view.turns_left > 1:
        return memory.mine[-1]
    if habit.position and insists(habit, view, memory):
        points = habit.position.insisted(points)
    return habit.picking.pick(memory, points, level_now(habit, view, memory), f"{key} {view.own_turns}")


def _stands_still(habit: Habit, memory: Memory) -> bool:
    """Return whether nobody would give now: an insult has just been heard, or is about to be said."""
    hurt = any(type(move) is Remark and move.manner in INSULTS for move in memory.latest.moves)
    return hurt or memory.mood.anger >= habit.temper.snaps_at


def insists(habit: Habit, view: View, memory: Memory) -> bool:
    """Return whether the side insists on a position now."""
    return habit.position is not None and habit.position.holds(memory, view.own_turns, view.rounds)
