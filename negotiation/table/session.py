"""A session: two sides that say something in turn until one accepts or leaves, or the rounds are over."""

from dataclasses import dataclass
from enum import StrEnum

from ..case import Case, Package, Payoffs
from ..errors import NegotiationError
from .moves import Message
from .sense import reason_against
from .view import Scene, View, open_packages, scene

MOST_ROUNDS = 100


class Ending(StrEnum):
    """How a talk ended."""

    AGREED = "agreed"
    WALKED_AWAY = "walked away"
    OUT_OF_TIME = "out of time"


@dataclass(frozen=True, slots=True)
class Session:
    """A talk about a case: what has been said, and what may be said next. `open_session` makes one."""

    case: Case
    scene: Scene
    rounds: int
    first: int
    """The place (from 0) of the party that begins."""
    said: tuple[Message, ...] = ()

    @property
    def turn(self) -> int:
        """The place (from 0) of the party whose turn it is, in the case's order."""
        return self.speaker(len(self.said))

    @property
    def round(self) -> int:
        """The round (from 1) in which the next message is said; in a round each side speaks once."""
        return len(self.said) // 2 + 1

    @property
    def ending(self) -> Ending | None:
        """How the talk ended, or None while it goes on."""
        if not self.said:
            return None
        last = self.said[-1]
        if last.accept:
            return Ending.AGREED
        if last.walks_away:
            return Ending.WALKED_AWAY
        return Ending.OUT_OF_TIME if len(self.said) == 2 * self.rounds else None

    @property
    def agreement(self) -> Package | None:
        """The package that was accepted, or None."""
        accept = self.said[-1].accept if self.said else None
        return accept.package if accept else None

    @property
    def payoffs(self) -> Payoffs:
        """What both have as the talk stands, in points: the agreement's payoffs, or their reservation values."""
        return self.case.reservation_values if self.agreement is None else self.case.payoffs(self.agreement)

    @property
    def open_packages(self) -> tuple[Package, ...]:
        """The packages that the party whose turn it is may accept."""
        return open_packages(self.said, self.first, self.turn)

    def speaker(self, number: int) -> int:
        """Return the place (from 0) of the party that says message `number` (from 0)."""
        return (self.first + number) % 2

    def view(self, side: int) -> View:
        """Return all that the party in this place (from 0) may see."""
        return View(self.scene, self.case.parties[side], side, self.rounds, self.first, self.said)


def open_session(case: Case, rounds: int = 12, first: int = 0) -> Session:
    """Return a talk in which nothing has been said; `first` is the place (from 0) of the party that begins.

    Raises NegotiationError unless the case has two parties, and for a number of rounds outside 1 to 100.
    """
    if not 1 <= rounds <= MOST_ROUNDS:
        raise NegotiationError(f"a talk cannot have {rounds} rounds; give 1 to {MOST_ROUNDS}.")
    if first not in (0, 1):
        raise NegotiationError(f"no party stands in place {first}; the first has place 0, the second 1.")
    return Session(case, scene(case), rounds, first)


def say(session: Session, message: Message) -> Session:
    """Return the session after the party whose turn it is said this.

    Raises NegotiationError, with one sentence, where the talk is over and where the message makes no sense now;
    the session is as it was.
    """
    if session.ending:
        raise NegotiationError(f"this talk is over ({session.ending}); begin a new one.")
    if reason := reason_against(message, session.case.issues, session.open_packages):
        raise NegotiationError(reason)
    return Session(session.case, session.scene, session.rounds, session.first, (*session.said, message))
