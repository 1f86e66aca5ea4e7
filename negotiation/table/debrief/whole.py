"""The whole debrief of a talk, as the widget and the figures show it."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..counterparts.people import habit_of
from ..parts.temper import Mood, Temper
from ..session import Session
from ..transcript import Seat
from .asked import Unasked, never_asked
from .missed import MissedTrade, missed_trades
from .moods import Turn, angriest_turn, calming_turn, moods, warmest_turn
from .result import Result, left_on_the_table, result
from .steps import TalkStep, talk_steps
from .what_if import WhatIf, what_if


@dataclass(frozen=True, slots=True)
class SideOfTalk:
    """What one side may learn from a talk."""

    never_asked: tuple[Unasked, ...]
    felt: tuple[Mood, ...]
    """Its mood before the talk and after every message: a counterpart's own, a person's as an image."""
    what_if: WhatIf | None

    @property
    def angered(self) -> Turn | None:
        """The message that angered it most."""
        return angriest_turn(self.felt)

    @property
    def calmed(self) -> Turn | None:
        """The message that calmed it most."""
        return calming_turn(self.felt)

    @property
    def won(self) -> Turn | None:
        """The message that won most of its trust."""
        return warmest_turn(self.felt)


@dataclass(frozen=True, slots=True)
class Debrief:
    """A talk looked at afterwards, with both sides' points open."""

    result: Result
    left_on_the_table: int
    """The joint points by which the best deal beats what both have."""
    steps: tuple[TalkStep, ...]
    missed: tuple[MissedTrade, ...]
    """Of the deal; empty without one."""
    sides: tuple[SideOfTalk, SideOfTalk]
    """In the case's order of parties."""


def debrief(session: Session, seats: Sequence[Seat]) -> Debrief:
    """Return the debrief of a talk; the seats, in the case's order of parties, say who sat where.

    Raises NegotiationError for a counterpart that nobody knows.
    """
    deal = session.agreement
    return Debrief(
        result=result(session),
        left_on_the_table=left_on_the_table(session),
        steps=talk_steps(session),
        missed=missed_trades(session.case, deal) if deal else (),
        sides=(_side(session, 0, seats[0]), _side(session, 1, seats[1])),
    )


def _side(session: Session, side: int, seat: Seat) -> SideOfTalk:
    temper = habit_of(seat.counterpart).temper if seat.counterpart else Temper()
    return SideOfTalk(never_asked(session, side), moods(session, side, temper), what_if(session, side))
