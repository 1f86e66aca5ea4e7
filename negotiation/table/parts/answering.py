"""Answering: what a counterpart says to questions, and to what was said back to it."""

from collections.abc import Iterator

from ...case import Interest
from ..moves import Ask, Aspect, SayBack, Tell
from ..view import View
from .bid import insists
from .habit import Habit
from .line import Choice, Draft, Line
from .memory import Memory
from .openness import interest_behind

MOST_TOLD = 3
"""Issues of which something is told in one turn; who asks more hears the rest when asking again."""
LONGEST_QUOTED = 400
"""Characters of a case's own words that fit into a turn; of what is longer, only the gist is told."""


def answer(draft: Draft, habit: Habit, view: View, memory: Memory) -> None:
    """Answer the questions of the other's last message, and correct or confirm what it said back."""
    for move in memory.latest.moves:
        if type(move) is Ask:
            _answer(draft, move, habit, view, memory)
        elif type(move) is SayBack:
            _take_up(draft, move, habit, view, memory)


def _has_room(draft: Draft, told: tuple[Tell, ...]) -> bool:
    """Return whether this can be told as well; nothing is told twice in a turn."""
    said = [move for move in draft.moves if type(move) is Tell]
    return len(said) + len(told) <= MOST_TOLD and not set(said) & set(told)


def _answer(draft: Draft, ask: Ask, habit: Habit, view: View, memory: Memory) -> None:
    told = _told(habit, ask, view, memory)
    if not told and not draft.refuses:
        draft.refuses = True
        draft.lines.append(Line("not_yet" if memory.asked[ask] == 1 else "not_yet_again"))
    elif told and _has_room(draft, told):
        opened = _is_opened(habit, ask, memory)
        draft.lines.extend([_opened(told[0], view)] if opened else _answers(ask, told, view, memory))
        draft.moves.extend(told)


def _told(habit: Habit, ask: Ask, view: View, memory: Memory) -> tuple[Tell, ...]:
    """Return what is told: nothing of a position before it opens, what is pretended, or the truth."""
    if habit.position and ask.issue == habit.position.issue(memory.points) and insists(habit, view, memory):
        return ()
    truth = habit.openness.answer(ask, view.party, memory.mood, _reason(view, ask))
    return habit.pretence.told(ask, truth, memory.points) if habit.pretence else truth


def _is_opened(habit: Habit, ask: Ask, memory: Memory) -> bool:
    """Return whether this question opens the position: the reason for it, asked as often as it takes."""
    return (
        habit.position is not None
        and ask.aspect is Aspect.WHY
        and ask.issue == habit.position.issue(memory.points)
        and memory.asked[ask] == habit.position.asked_why
    )


def _opened(tell: Tell, view: View) -> Line:
    behind = _interest(view, tell.issue) if tell.why else None
    if behind is None:
        return Line("tell.opening_no_reason", _choice(tell))
    return Line("tell.opening", _choice(tell), text=behind.statement, because=behind.because)


def _answers(ask: Ask, told: tuple[Tell, ...], view: View, memory: Memory) -> Iterator[Line]:
    if memory.asked[ask] > 1:
        yield Line("as_i_said")
    if ask.aspect is Aspect.MOST:
        yield Line(f"tell.most_{len(told)}", _choice(told[0]), _choice(told[-1]))
    else:
        yield from (_line(ask, tell, view, memory) for tell in told)


def _line(ask: Ask, tell: Tell, view: View, memory: Memory) -> Line:
    about = _choice(tell)
    if tell.why and (behind := _interest(view, tell.issue)):
        return Line("tell.why", about, text=behind.statement, because=behind.because)
    if ask.aspect is Aspect.WHY:
        return Line("tell.no_reason", about)
    statement = _statement(view, tell.issue)
    if tell.importance and statement and memory.understood(SayBack(tell.issue, tell.importance)):
        return Line("tell.statement", about, text=statement)
    if tell.wanted is None:
        return Line("tell.indifferent", about)
    return Line(f"tell.{tell.importance.name.lower()}" if tell.importance else "tell.direction", about)


def _choice(about: Tell | SayBack) -> Choice:
    return Choice(about.issue, about.wanted or 0)


def _statement(view: View, issue: int) -> str:
    name = view.scene.issues[issue].name
    said = next((statement.answer for statement in view.party.statements if statement.issue == name), "")
    return said if len(said) <= LONGEST_QUOTED else ""


def _reason(view: View, ask: Ask) -> str:
    behind = _interest(view, ask.issue) if ask.aspect is Aspect.WHY and ask.issue is not None else None
    return f"{behind.statement}: {behind.because}" if behind else ""


def _interest(view: View, issue: int) -> Interest | None:
    behind = interest_behind(view.party, view.scene.issues[issue].name)
    return behind if behind and len(behind.statement + behind.because) <= LONGEST_QUOTED else None


def _take_up(draft: Draft, back: SayBack, habit: Habit, view: View, memory: Memory) -> None:
    """Confirm what is true, and correct what is not as far as a question about it would be answered."""
    about = _choice(back)
    if memory.understood(back):
        draft.add(Line("understood", about))
        return
    ask = Ask(Aspect.HOW_MUCH if back.importance else Aspect.WHICH_WAY, back.issue)
    told = _told(habit, ask, view, memory)
    draft.lines.append(Line("not_quite", about))
    if _has_room(draft, told):
        draft.moves.extend(told)
        draft.lines.extend(_line(ask, tell, view, memory) for tell in told)
