"""A live talk: whatever is said is stored before it counts, and a counterpart may take an empty seat."""

import secrets
from contextlib import suppress
from dataclasses import replace

from ..negotiation import NegotiationError
from ..negotiation.table import (
    Counterpart,
    Message,
    Seat,
    Session,
    Transcript,
    meet,
    open_session,
    say,
    session_of,
    transcript_of,
)
from ..negotiation.table.parts.voice import or_english
from .seating import Table
from .store import OVERTAKEN, OvertakenError, Store

MOST_SEED = 1_000_000
TAKEN = "a counterpart has taken this seat, so you can only read on."
NOT_YOUR_TURN = "it isn't your turn; wait for the other side's answer."


class LiveTalk:
    """The talk at a table, as it is stored; only one thread changes it."""

    def __init__(self, table: Table, store: Store, *, turns: int, counterpart: str) -> None:
        """Take up the talk where it was left, in the database, or begin one of so many turns for each.

        Who sits alone meets the counterpart of that name. Raises NegotiationError for a name that nobody has, and where
        the stored talk cannot be held with this kit.
        """
        self.table, self._store, self._counterpart = table, store, counterpart
        self._met: dict[int, Counterpart] = {}
        seats = [Seat(party.name) for party in table.case.parties]
        if len(table.group) == 1:
            seats[1] = self._stand_in(1, 0)
        blank = transcript_of(open_session(table.case, turns), (seats[0], seats[1]))
        self._talk, self.seats, self.session = self._stored(blank)
        self.answer()

    @property
    def transcript(self) -> Transcript:
        """The talk so far, and who sits where."""
        return transcript_of(self.session, self.seats)

    def say(self, side: int, message: Message, at: int, by: str) -> None:
        """Store what a student says for a side, after `at` messages, and then what a counterpart answers to it.

        Raises NegotiationError, with one sentence, and changes nothing where the seat was taken, it is not the side's
        turn, something was said meanwhile, the message makes no sense, or it cannot be stored.
        """
        if self.seats[side].counterpart:
            raise NegotiationError(TAKEN)
        if at != len(self.session.said):
            raise OvertakenError(OVERTAKEN)
        if not self.session.ending and self.session.turn != side:
            raise NegotiationError(NOT_YOUR_TURN)
        self._add(message, by)
        with suppress(NegotiationError):  # what the student said is stored; the answer comes later
            self.answer()

    def let_stand_in(self, side: int) -> None:
        """Let a counterpart take the seat of a side, and answer where it is its turn.

        Raises NegotiationError, with one sentence, where the talk is over or the seat was taken already.
        """
        if self.session.ending or self.seats[side].counterpart:
            raise NegotiationError("nobody needs to step in here any more.")
        seat = self._stand_in(side, len(self.session.said))
        self._store.add_stand_in(self._talk, side, seat)
        self.seats = (seat, self.seats[1]) if side == 0 else (self.seats[0], seat)
        self.answer()

    def answer(self) -> None:
        """Let counterparts say what they say, as long as it is their turn."""
        while not self.session.ending and (seat := self.seats[self.session.turn]).counterpart:
            side = self.session.turn
            if side not in self._met:
                self._met[side] = meet(seat.counterpart, seat.seed, seat.language)
            self._add(self._met[side].reply(self.session.view(side)), "")

    def _add(self, message: Message, by: str) -> None:
        after = say(self.session, message)
        try:
            self._store.add_message(self._talk, len(self.session.said), message, by)
        except OvertakenError:
            self._talk, self.seats, self.session = self._stored(self.transcript)  # another server was faster
            raise
        self.session = after

    def _stored(self, blank: Transcript) -> tuple[int, tuple[Seat, Seat], Session]:
        """Return the talk as it is stored: its number, who sits where, and the session in which it was said."""
        kept = self._store.opened(self.table.name, replace(blank, said=()))
        try:
            return kept.talk, kept.transcript.seats, session_of(kept.transcript, self.table.case)
        except NegotiationError as problem:
            where = f"table {self.table.number} of {self.table.folder.name}"
            raise NegotiationError(f"{where} cannot go on with this kit: {problem}") from None

    def _stand_in(self, side: int, since: int) -> Seat:
        case = self.table.case
        seed = secrets.randbelow(MOST_SEED)
        return Seat(case.parties[side].name, self._counterpart, seed, or_english(case.language), since)
