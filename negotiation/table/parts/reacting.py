"""Reacting: what a counterpart says of how it was spoken to, and of the step that the other side took."""

from ..moves import Manner, Remark, SayBack, Tell
from .habit import Habit
from .line import Choice, Draft, Line
from .memory import Memory
from .steps import largest_loss_and_gain

ANSWERED = (
    Manner.THREATEN,
    Manner.BLAME,
    Manner.APOLOGISE,
    Manner.NAME_FEELING,
    Manner.BREAK,
    Manner.REFRAME,
    Manner.PRESS,
    Manner.ACKNOWLEDGE,
)
"""The manners that are answered, the weightiest first; one answer a turn is enough."""


def react_to_manner(draft: Draft, memory: Memory) -> None:
    """Answer the weightiest remark of the other's last message."""
    manners = {move.manner for move in memory.latest.moves if type(move) is Remark}
    heard = next((manner for manner in ANSWERED if manner in manners), None)
    if heard is None:
        return
    again = heard is Manner.APOLOGISE and memory.mood.apologies > 1
    draft.lines.append(Line(f"heard.{heard.replace(' ', '_')}{'_again' if again else ''}"))


def react_to_step(draft: Draft, habit: Habit, memory: Memory) -> None:
    """Name what the other's step gave or took, if its last message held an offer; in anger there are no thanks."""
    if not memory.latest.offer or len(memory.worths) < 2:  # noqa: PLR2004  # a step needs two offers
        return
    before, after = memory.bests[-2:]
    lost, won = (None, None) if draft.silent else largest_loss_and_gain(memory.points, before, after)
    if memory.gift > 0 and memory.mood.anger >= habit.temper.snaps_at:
        draft.lines.append(Line("gift_in_anger", won))
    elif memory.gift > 0:
        draft.add(Line("gift", won), Remark(Manner.THANK))
    elif memory.gift < 0:
        draft.add(Line("took_back", lost))
    elif before == after:
        draft.add(Line("unmoved"))
    else:
        draft.add(Line("no_gain"))


def take_note(draft: Draft, habit: Habit, memory: Memory) -> None:
    """Say that one has heard what the other told of an issue, or say it back."""
    tell = next((move for move in memory.latest.moves if type(move) is Tell), None)
    if tell is None:
        return
    about = Choice(tell.issue, tell.wanted or 0)
    if habit.says_back and (tell.importance or tell.wanted is not None):
        act = "say_back.option" if tell.wanted is not None else f"say_back.{tell.importance.name.lower()}"  # type: ignore[union-attr]
        draft.add(Line(act, about), SayBack(tell.issue, tell.importance, tell.wanted))
    else:
        draft.lines.append(Line("noted", about))
