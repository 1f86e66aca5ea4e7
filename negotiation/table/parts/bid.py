"""A bid: the level that a counterpart holds now, and the package that it would offer at it."""

from ...case import Package
from ..view import View
from .best_reply import best_reply
from .guess import Guess
from .habit import Habit
from .memory import Memory
from .temper import WHOLE


def level_now(habit: Habit, view: View, memory: Memory) -> int:
    """Return the points that the next offer is worth to its side at least; never more than its last offer was.

    What the clock concedes is made as far as the other side concedes as well, slowed by anger and sped by trust;
    what was given up under pressure comes on top.
    """
    party = view.party
    most, least = sum(map(max, party.points)), party.reservation_value
    clock = habit.clock.conceded(view.own_turns, view.rounds)
    answered = clock * habit.mirror.share(memory.worths, most, clock) // WHOLE
    conceded = answered * habit.temper.pace(memory.mood) // WHOLE + memory.mood.yielded
    level = most - (most - least) * min(conceded, WHOLE) // WHOLE
    return min(level, party.payoff(memory.mine[-1])) if memory.mine else level


def guess_now(habit: Habit, memory: Memory) -> Guess:
    """Return what the side guesses the other wants, from its offers and from what it told."""
    return habit.model.guess(memory.points, memory.theirs).with_told(memory.told)


def bid_now(habit: Habit, view: View, memory: Memory) -> Package:
    """Return the package that the side would offer now."""
    return best_reply(memory.points, guess_now(habit, memory).rows, level_now(habit, view, memory))
