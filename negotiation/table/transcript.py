"""A transcript: a talk as data, and who sat where, so that it can be kept, read and played again."""

from dataclasses import dataclass
from hashlib import sha256

from ..case import Case
from ..errors import NegotiationError
from .moves import Message
from .session import Session, open_session, say

LONGEST = 100_000
"""Characters of a transcript that is read; the longest that anybody could hold at a table has half of them."""
VERSION = 5
"""Raised whenever a counterpart would say something else than before, so that no old talk is taken for a forged one."""


@dataclass(frozen=True, slots=True)
class Seat:
    """Who spoke for a party: a person, or the counterpart of this name with its seed and language."""

    party: str
    counterpart: str = ""
    """The counterpart's name, or "" for a person."""
    seed: int = 0
    language: str = "en"
    since: int = 0
    """How many messages had been said when the counterpart took the seat; before that a person spoke there."""


@dataclass(frozen=True, slots=True)
class Transcript:
    """What was said in a talk about a case, by whom."""

    title: str
    """The case's title."""
    case_digest: str
    """What `case_digest` gives for the case."""
    rounds: int
    first: int
    """The place (from 0) of the party that began."""
    seats: tuple[Seat, Seat]
    said: tuple[Message, ...]
    version: int = VERSION


def case_digest(case: Case) -> str:
    """Return a digest of the issues and options of a case, in order: the same in all variants, another in other cases.

    No party's points are in it, because few variants are possible and a digest of them could be looked up.
    """
    shape = repr([(issue.name, issue.options) for issue in case.issues])
    return sha256(shape.encode()).hexdigest()[:16]


def transcript_of(session: Session, seats: tuple[Seat, Seat]) -> Transcript:
    """Return the transcript of a session; the seats stand in the case's order of parties."""
    return Transcript(session.case.title, case_digest(session.case), session.rounds, session.first, seats, session.said)


def session_of(transcript: Transcript, case: Case) -> Session:
    """Return the session in which this was said, checked message by message.

    Raises NegotiationError for a transcript of another case or version, and where a message makes no sense.
    """
    _require_same(transcript, case)
    session = open_session(case, transcript.rounds, transcript.first)
    for number, message in enumerate(transcript.said, 1):
        try:
            session = say(session, message)
        except NegotiationError as problem:
            raise NegotiationError(f"message {number} of the transcript cannot have been sent: {problem}") from None
    return session


def _require_same(transcript: Transcript, case: Case) -> None:
    if transcript.version != VERSION:
        raise NegotiationError(
            f"the transcript is of version {transcript.version} and this kit plays version {VERSION}; "
            "play the talk again with this kit."
        )
    parties = tuple(seat.party for seat in transcript.seats)
    if transcript.case_digest != case_digest(case) or parties != tuple(party.name for party in case.parties):
        raise NegotiationError(
            f"the transcript is of another case than {case.title!r}; take the one of a talk about this case."
        )
