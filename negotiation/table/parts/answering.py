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

MOST_ANSWERS = 2
"""Answers in one turn; who asks more hears the rest when asking again."""


def answer(draft: Draft, habit: Habit, view: View, memory: Memory) -> None:
    """Answer the questions of the other's last message, and correct or confirm what it said back."""
    for ask in _asks(memory):
        _answer(draft, ask, habit, view, memory)
    for move in memory.latest.moves:
        if type(move) is SayBack:
            _take_up(draft, move, habit, view, memory)


def _asks(memory: Memory) -> list[Ask]:
    return [move for move in memory.latest.moves if type(move) is Ask][:MOST_ANSWERS]


def _answer(draft: Draft, ask: Ask, habit: Habit, view: View, memory: Memory) -> None:
    told = _told(habit, ask, view, memory)
    if not told:
        about = None if ask.issue is None else Choice(ask.issue, 0)
        draft.add(Line("not_yet" if memory.asked[ask] == 1 else "not_yet_again", about))
    for line in _answers(ask, told, view, memory):
        draft.lines.append(line)
    draft.moves.extend(tell for tell in told if tell not in draft.moves)


def _told(habit: Habit, ask: Ask, view: View, memory: Memory) -> tuple[Tell, ...]:
    """Return what is told: nothing of a position before it opens, what is pretended, or the truth."""
    if habit.position and ask.issue == habit.position.issue(memory.points) and insists(habit, view, memory):
        return ()
    truth = habit.openness.answer(ask, view.party, memory.mood, _reason(view, ask))
    return habit.pretence.told(ask, truth, memory.points) if habit.pretence else truth


def _answers(ask: Ask, told: tuple[Tell, ...], view: View, memory: Memory) -> Iterator[Line]:
    if told and memory.asked[ask] > 1:
        yield Line("as_i_said")
    if ask.aspect is Aspect.MOST and told:
        yield Line(f"tell.most_{len(told)}", _choice(told[0]), _choice(told[-1]))
        return
    for tell in told:
        yield _line(ask, tell, view)


def _line(ask: Ask, tell: Tell, view: View) -> Line:
    about = _choice(tell)
    if tell.why and (behind := _interest(view, tell.issue)):
        return Line("tell.why", about, text=behind.statement, because=behind.because)
    if ask.aspect is Aspect.WHY:
        return Line("tell.no_reason", about)
    statement = _statement(view, tell.issue)
    if tell.importance and statement:
        return Line("tell.statement", about, text=statement)
    if tell.wanted is None:
        return Line("tell.indifferent", about)
    return Line(f"tell.{tell.importance.name.lower()}" if tell.importance else "tell.direction", about)


def _choice(about: Tell | SayBack) -> Choice:
    return Choice(about.issue, about.wanted or 0)


def _statement(view: View, issue: int) -> str:
    name = view.scene.issues[issue].name
    return next((statement.answer for statement in view.party.statements if statement.issue == name), "")


def _reason(view: View, ask: Ask) -> str:
    behind = _interest(view, ask.issue) if ask.aspect is Aspect.WHY and ask.issue is not None else None
    return f"{behind.statement}: {behind.because}" if behind else ""


def _interest(view: View, issue: int) -> Interest | None:
    return interest_behind(view.party, view.scene.issues[issue].name)


def _take_up(draft: Draft, back: SayBack, habit: Habit, view: View, memory: Memory) -> None:
    """Confirm what is true, and correct what is not as far as a question about it would be answered."""
    about = _choice(back)
    if memory.understood(back):
        draft.add(Line("understood", about))
        return
    ask = Ask(Aspect.HOW_MUCH if back.importance else Aspect.WHICH_WAY, back.issue)
    told = _told(habit, ask, view, memory)
    draft.add(Line("not_quite", about), *(tell for tell in told if tell not in draft.moves))
    draft.lines.extend(_line(ask, tell, view) for tell in told)
