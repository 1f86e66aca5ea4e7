"""How a side felt from message to message, and where that turned."""

from dataclasses import dataclass
from itertools import pairwise

from ..parts.memory import Memory
from ..parts.temper import Mood, Temper
from ..session import Session


@dataclass(frozen=True, slots=True)
class Turn:
    """A message after which a side felt otherwise than before."""

    message: int
    """The place of the message in the talk, from 1."""
    before: Mood
    after: Mood


def moods(session: Session, side: int, temper: Temper) -> tuple[Mood, ...]:
    """Return the mood of the side in this place (from 0) before the talk and after every message, with this temper.

    For a counterpart it is its own temper. For a person it is an image, not a measurement.
    """
    memory = Memory(session.case.parties[side].points, side, temper, temper.first_mood)
    found = [memory.mood]
    for number, message in enumerate(session.said):
        memory.remember(message, session.speaker(number))
        found.append(memory.mood)
    return tuple(found)


def angriest_turn(felt: tuple[Mood, ...]) -> Turn | None:
    """Return the message after which anger rose most, or None where it never rose."""
    return _largest([(after.anger - before.anger, before, after) for before, after in _pairs(felt)])


def warmest_turn(felt: tuple[Mood, ...]) -> Turn | None:
    """Return the message after which trust rose most, or None where it never rose."""
    return _largest([(after.trust - before.trust, before, after) for before, after in _pairs(felt)])


def calming_turn(felt: tuple[Mood, ...]) -> Turn | None:
    """Return the message after which anger fell most, or None where it never fell."""
    return _largest([(before.anger - after.anger, before, after) for before, after in _pairs(felt)])


def _pairs(felt: tuple[Mood, ...]) -> list[tuple[Mood, Mood]]:
    return list(pairwise(felt))


def _largest(changes: list[tuple[int, Mood, Mood]]) -> Turn | None:
    rises = [(change, -number) for number, (change, _, _) in enumerate(changes, 1) if change > 0]
    if not rises:
        return None
    number = -max(rises)[1]
    return Turn(number, *changes[number - 1][1:])
