"""A whole talk of two who answer each other."""

from ..case import Case
from .counterparts.counterpart import Negotiator
from .session import Session, open_session, say


def talk_between(case: Case, sides: tuple[Negotiator, Negotiator], rounds: int = 12, first: int = 0) -> Session:
    """Let two talk until one accepts or leaves or the rounds are over; `sides` are in the case's order of parties.

    `first` is the place (from 0) of the one who begins. Raises NegotiationError unless the case has two parties, for a
    number of rounds outside 1 to 100, and where one of them says what makes no sense.
    """
    session = open_session(case, rounds, first)
    while not session.ending:
        session = say(session, sides[session.turn].reply(session.view(session.turn)))
    return session
