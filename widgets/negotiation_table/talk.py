"""A talk that is held with a counterpart: what the learner says, answered in the same way each time."""

from collections.abc import Sequence
from typing import Any

from ...negotiation import Case, Party, require_two_parties
from ...negotiation.table import (
    Message,
    Seat,
    Session,
    Transcript,
    meet,
    open_session,
    portrait,
    say,
    transcript_of,
)
from ...negotiation.table.fields import Fields
from ...negotiation.table.parts.voice import or_english
from ...negotiation.table.transcript_json import message_json, read_message
from .._words import spoken


def read_said(said: Sequence[dict[str, Any]]) -> tuple[Message, ...]:
    """Return messages from their JSON; raise NegotiationError, in one sentence, for what is none."""
    return tuple(read_message(Fields(one, f"message {number}")) for number, one in enumerate(said, 1))


def said_as(messages: Sequence[Message]) -> list[dict[str, Any]]:
    """Return messages as JSON."""
    return [message_json(message) for message in messages]


class Talk:
    """A talk about a case between the learner, in place `own` (from 0), and a counterpart."""

    def __init__(self, case: Case, party: str, counterpart: Seat, rounds: int, *, begin: bool) -> None:
        """Seat both; raise NegotiationError for an unknown name, too many rounds, and unless there are two parties."""
        require_two_parties(case)
        self.case, self.own = case, case.parties.index(case.party(party))
        self.person = meet(counterpart.counterpart, counterpart.seed, counterpart.language)
        self._seat = counterpart
        self._opened = self._answered(open_session(case, rounds, self.own if begin else 1 - self.own))
        self._played: tuple[tuple[Message, ...], Session] = (), self._opened

    @property
    def other(self) -> Party:
        """The party that the counterpart speaks for."""
        return self.case.parties[1 - self.own]

    @property
    def language(self) -> str:
        """The language that the counterpart speaks."""
        return self._seat.language

    @property
    def advice(self) -> str:
        """How to deal with somebody like the counterpart, in one sentence."""
        return portrait(self._seat.counterpart, self._seat.language).advice

    def play(self, messages: tuple[Message, ...]) -> Session:
        """Return the session in which the learner said this; raise NegotiationError where that makes no sense."""
        known, session = self._played
        if messages[: len(known)] != known:
            known, session = (), self._opened
        for message in messages[len(known) :]:
            session = self._answered(say(session, message))
        self._played = messages, session
        return session

    def transcript(self, session: Session) -> Transcript:
        """Return the talk as data, and who sat where."""
        seats = [Seat(party.name) for party in self.case.parties]
        met = self._seat
        seats[1 - self.own] = Seat(self.other.name, met.counterpart, met.seed, met.language)
        return transcript_of(session, (seats[0], seats[1]))

    def _answered(self, session: Session) -> Session:
        """Return the session once it is the learner's turn, or over."""
        while not session.ending and session.turn != self.own:
            session = say(session, self.person.reply(session.view(session.turn)))
        return session


def seat(counterpart: str, seed: int) -> Seat:
    """Return the seat of a counterpart that speaks the widgets' language, or else English."""
    return Seat("", counterpart, seed, or_english(spoken()))


def told_apart(case: Case, party: str, counterpart: str, seed: int) -> tuple[str, ...]:
    """Return by what a record tells one table from another."""
    return case.title, party, counterpart, str(seed)
