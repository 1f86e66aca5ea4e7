"""What a side asked, what it never asked, and what asking would have told."""

from dataclasses import dataclass

from ..moves import Ask, Aspect, Tell
from ..parts.openness import Openness
from ..parts.temper import WHOLE, Mood
from ..session import Session

OPEN = Openness()
TRUSTING = Mood(anger=0, trust=WHOLE, yielded=0)


@dataclass(frozen=True, slots=True)
class Unasked:
    """A question that was never asked, and what the other side would truthfully have told."""

    ask: Ask
    told: tuple[Tell, ...]


def questions_asked(session: Session, side: int) -> tuple[Ask, ...]:
    """Return the questions of the side in this place (from 0), each once, in order."""
    return tuple(dict.fromkeys(move for move in session.view(side).moves(side) if isinstance(move, Ask)))


def never_asked(session: Session, side: int) -> tuple[Unasked, ...]:
    """Return what the side never asked: what matters most, and how much each issue of which nothing was told.

    The issues that weigh most for the other side come first.
    """
    other = session.case.parties[1 - side]
    asked, told = questions_asked(session, side), _told(session, 1 - side)
    weights = other.weights()
    places = sorted(set(range(len(weights))) - told, key=lambda place: (-weights[place], place))
    open_ = [Ask(Aspect.MOST)] if Ask(Aspect.MOST) not in asked else []
    open_ += [Ask(Aspect.HOW_MUCH, place) for place in places if place not in {ask.issue for ask in asked}]
    return tuple(Unasked(ask, OPEN.answer(ask, other, TRUSTING)) for ask in open_)


def _told(session: Session, side: int) -> set[int]:
    """Return the issues of which the side in this place told something."""
    return {move.issue for move in session.view(side).moves(side) if isinstance(move, Tell)}
