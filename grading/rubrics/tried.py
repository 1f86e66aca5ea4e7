"""What somebody tried in a talk: what was asked, told, given and got, whatever came of it."""

from dataclasses import dataclass
from itertools import accumulate, pairwise

from ...negotiation import Party
from ...negotiation.table import Ask, Session, Tell
from ...negotiation.table.truth import is_true

ASKED, TOLD, GAVE, GOT = 3, 2, 2, 2
"""How much of each is asked for: questions, issues, offers, and answers to these."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What a side tried, counted.

    asked: different questions.
    told: issues of which something was said, and nothing that its own points contradict.
    gave: offers that hold more for the other than the student's offer before, once something was asked; one that is
        accepted counts twice.
    got: such offers that were answered at once by coming closer: an offer better for this side than all before it, or
        a yes, which counts twice.
    """

    asked: int
    told: int
    gave: int
    got: int

    @property
    def parts(self) -> tuple[tuple[int, int], ...]:
        """Each count, as far as it counts, beside what is asked for."""
        counts, wanted = (self.asked, self.told, self.gave, self.got), (ASKED, TOLD, GAVE, GOT)
        return tuple((min(count, most), most) for count, most in zip(counts, wanted, strict=True))


def tried(session: Session, side: int) -> Tried:
    """Return what the party in this place (from 0) tried in a talk."""
    own = session.case.parties[side]
    moves = session.view(side).moves(side)
    tells = [move for move in moves if type(move) is Tell and (move.importance or move.wanted is not None)]
    false = {tell.issue for tell in tells if not is_true(tell, own.points)}
    gave = {place for place in _giving(session, side) if place >= _first_question(session, side)}
    taken = len(gave & {place - 1 for place in _accepted(session)})
    return Tried(
        asked=len({move for move in moves if type(move) is Ask}),
        told=len({tell.issue for tell in tells} - false),
        gave=len(gave) + taken,
        got=len(_closer(session, 1 - side) & {place + 1 for place in gave}) + taken,
    )


def _first_question(session: Session, side: int) -> int:
    """Return the place (from 0) of a side's first message with a question; without one, a place after the last."""
    asking = (n for n, it in enumerate(session.said) if session.speaker(n) == side and Ask in map(type, it.moves))
    return next(asking, len(session.said))


def _giving(session: Session, side: int) -> set[int]:
    """Return the places (from 0) of a side's messages that hold more for the other than its offer before."""
    worths = _worths(session, side, session.case.parties[1 - side])
    return {place for (_, before), (place, after) in pairwise(worths.items()) if after > before}


def _closer(session: Session, side: int) -> set[int]:
    """Return the places (from 0) of a side's messages that are better for the other than all before, or accept."""
    worths = _worths(session, side, session.case.parties[1 - side])
    best = accumulate(worths.values(), max)
    higher = {place for (place, worth), most in zip([*worths.items()][1:], best, strict=False) if worth > most}
    return higher | _accepted(session)


def _accepted(session: Session) -> set[int]:
    """Return the place (from 0) of the message that accepts, if there is one."""
    return {place for place, message in enumerate(session.said) if message.accept}


def _worths(session: Session, side: int, party: Party) -> dict[int, int]:
    """Return what each offer of a side is worth to a party, the best of its packages, by its place (from 0)."""
    own = {place: message.offer for place, message in enumerate(session.said) if session.speaker(place) == side}
    return {place: max(map(party.payoff, offer.packages)) for place, offer in own.items() if offer}
