"""Replay: whether a transcript is a real talk with the counterparts that it names."""

from ..case import Case
from ..errors import NegotiationError
from .counterparts.people import meet
from .session import Session, open_session, say
from .transcript import Transcript, session_of


def replayed(transcript: Transcript, case: Case) -> Session:
    """Return the session of a transcript in which every counterpart said what it says, to the letter.

    Raises NegotiationError where it did not, for a counterpart that nobody knows, for a transcript of another case or
    version, and where a message makes no sense. What the people at the table said is taken as it stands.
    """
    whole = session_of(transcript, case)
    playing = {n: meet(s.counterpart, s.seed, s.language) for n, s in enumerate(transcript.seats) if s.counterpart}
    session = open_session(case, transcript.rounds, transcript.first)
    for number, message in enumerate(whole.said, 1):
        side = session.turn
        spoke = side in playing and number > transcript.seats[side].since
        if spoke and playing[side].reply(session.view(side)) != message:
            raise NegotiationError(
                f"message {number} of the transcript is not what {transcript.seats[side].counterpart!r} says there; "
                "hand in the transcript as the talk left it."
            )
        session = say(session, message)
    return whole
