"""Talks that several tests share."""

from biggerpie.negotiation import Case
from biggerpie.negotiation.table import Negotiator, Session, open_session, say


def talk(case: Case, sides: tuple[Negotiator, Negotiator], rounds: int = 12, first: int = 0) -> Session:
    """Let two sides talk to the end."""
    session = open_session(case, rounds, first)
    while not session.ending:
        session = say(session, sides[session.turn].reply(session.view(session.turn)))
    return session
