"""The dance of a talk: each offer, what it is worth to both, and what each step gave and cost."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...analysis.changes import GiftAndCost
from ...case import Package, Payoffs
from ...process.offer_log import StepKind, step_kind
from ..session import Session


@dataclass(frozen=True, slots=True)
class Offered:
    """A package that a side offered; of several packages at once, one of them."""

    message: int
    """The place of the message in the talk, from 1."""
    side: int
    """The place (from 0) of who offered it."""
    package: Package
    payoffs: Payoffs
    """What it is worth to both, in points."""

    @property
    def round(self) -> int:
        """The round (from 1) in which it was offered."""
        return (self.message + 1) // 2


def offered(session: Session) -> Iterator[Offered]:
    """Yield every package that was offered in a talk, in order: the negotiation dance (Raiffa, 1982)."""
    for number, message in enumerate(session.said):
        for package in message.packages:
            yield Offered(number + 1, session.speaker(number), package, session.case.payoffs(package))


@dataclass(frozen=True, slots=True)
class TalkStep(GiftAndCost):
    """An offer, and what it changes against its side's offer before, in points; of its first one nothing."""

    message: int
    """The place of the message in the talk, from 1."""
    side: int
    """The place (from 0) of the side that made it."""
    package: Package
    payoffs: Payoffs
    """What it is worth to both, in points."""
    own: int
    other: int
    first: bool

    @property
    def kind(self) -> StepKind | None:
        """The kind of the step (Hindriks, Jonker & Tykhonov 2007); None for a side's first offer."""
        return None if self.first else step_kind(self.own, self.other)


def talk_steps(session: Session) -> tuple[TalkStep, ...]:
    """Return the offers of a talk in order; of several packages at once, the one best for the side that hears them."""
    before: dict[int, Payoffs] = {}
    found = []
    for number, message in enumerate(session.said):
        if message.offer is None:
            continue
        side = session.speaker(number)
        package = max(message.offer.packages, key=session.case.parties[1 - side].payoff)
        payoffs = session.case.payoffs(package)
        changes = tuple(now - then for now, then in zip(payoffs, before.get(side, payoffs), strict=True))
        found.append(TalkStep(number + 1, side, package, payoffs, changes[side], changes[1 - side], side not in before))
        before[side] = payoffs
    return tuple(found)
