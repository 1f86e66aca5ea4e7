"""How somebody met an angry person in a talk: what calmed, what was asked, and whether the matter was kept."""

from dataclasses import dataclass
from itertools import pairwise

from ...negotiation.table import Ask, Manner, Remark, SayBack, Session, Tell
from ...negotiation.table.counterparts.people import habit_of
from ...negotiation.table.debrief.moods import moods
from ...negotiation.table.parts.temper import BLAME, Mood, Temper
from ...negotiation.table.truth import is_true

HEARING = frozenset({Manner.ACKNOWLEDGE, Manner.NAME_FEELING, Manner.REFRAME, Manner.APOLOGISE, Manner.BREAK})
CALM_FROM, HEARD, ASKED, TOLD = 2, 2, 2, 2
"""From which of one's turns on the other is calm; and how many ways to hear, questions and issues are asked for."""


@dataclass(frozen=True, slots=True)
class Met:
    """What a side did with somebody angry, counted.

    calm: the other stayed below the anger at which it snaps, from the second turn to the end, and was never attacked.
    heard: different ways to show that it was heard; saying back what it said is one.
    asked: different questions.
    told: issues of which something true of its own side was said, and nothing that isn't.
    kept: something was offered, nothing more was given while the other was angry, and no deal is below the alternative.
    """

    calm: bool
    heard: int
    asked: int
    told: int
    kept: bool


def met(session: Session, counterpart: str) -> Met:
    """Return how the first party met the counterpart of this name in a talk."""
    own, said = session.case.parties[0], session.said[0::2]
    temper = habit_of(counterpart).temper
    felt = moods(session, 1, temper)
    moves = [move for message in said for move in message.moves]
    manners = {move.manner for move in moves if type(move) is Remark}
    tells = [move for move in moves if type(move) is Tell and (move.importance or move.wanted is not None)]
    false = {tell.issue for tell in tells if not is_true(tell, own.points)}
    return Met(
        calm=not manners & BLAME.keys() and _calm(felt, temper),
        heard=len(manners & HEARING) + any(type(move) is SayBack for move in moves),
        asked=len({move for move in moves if type(move) is Ask}),
        told=len({tell.issue for tell in tells} - false),
        kept=_kept(session, felt, temper),
    )


def _calm(felt: tuple[Mood, ...], temper: Temper) -> bool:
    """Return whether it was calm after the second message of the first party, and stayed so."""
    later = felt[2 * CALM_FROM :]
    return bool(later) and all(mood.anger < temper.snaps_at for mood in later)


def _kept(session: Session, felt: tuple[Mood, ...], temper: Temper) -> bool:
    own, other = session.case.parties
    offers = [(place, message) for place, message in enumerate(session.said) if not place % 2 and message.packages]
    worths = [(place, max(map(other.payoff, message.packages))) for place, message in offers]
    angry = {place for place, _ in worths if felt[place].anger >= temper.snaps_at}
    bought = any(after > before and place in angry for (_, before), (place, after) in pairwise(worths))
    poor = session.agreement is not None and own.payoff(session.agreement) < own.reservation_value
    return bool(offers) and not bought and not poor
