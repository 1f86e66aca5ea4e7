"""An offer log: who proposed what, and what each step from one offer to the next gives and costs."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from ..analysis.changes import GiftAndCost
from ..analysis.measures import is_feasible
from ..case import Case, Package
from ..counterpart import counterpart
from ..errors import NegotiationError

FEWEST_STEPS = 2


class StepKind(StrEnum):
    """The kinds of steps of Hindriks, Jonker & Tykhonov (2007)."""

    FORTUNATE = "fortunate"
    NICE = "nice"
    CONCESSION = "concession"
    SELFISH = "selfish"
    UNFORTUNATE = "unfortunate"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Offer:
    """A package that a party proposes."""

    party: str
    package: Package


OfferLog = tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class Step(GiftAndCost):
    """What a party's offer changes against its own previous offer, in points, for itself and for the other side."""

    number: int
    """The place of the offer in its log, from 1."""
    offer: Offer
    own: int
    other: int

    @property
    def kind(self) -> StepKind:
        """The step's kind."""
        return step_kind(self.own, self.other)


def step_kind(own: int, other: int) -> StepKind:
    """Return the kind of a step from what it changes, in points, for whoever makes it and for the other side.

    Every step has exactly one: silent (0, 0), nice (0, +), fortunate (+, +), selfish (+, 0 or -),
    concession (-, 0 or +), unfortunate (0 or -, -). Hindriks, Jonker & Tykhonov (2007).
    """
    if own > 0:
        return StepKind.FORTUNATE if other > 0 else StepKind.SELFISH
    if other < 0:
        return StepKind.UNFORTUNATE
    if own < 0:
        return StepKind.CONCESSION
    return StepKind.NICE if other > 0 else StepKind.SILENT


def steps(case: Case, log: OfferLog) -> tuple[Step, ...]:
    """Return the steps of a log in its order; the first offer of each side is none.

    Raises NegotiationError for an offer by nobody of the case, and unless there are exactly two parties.
    """
    before: dict[str, Package] = {}
    found = []
    for number, offer in enumerate(log, 1):
        own, other = case.party(offer.party), counterpart(case, offer.party)
        if (previous := before.get(offer.party)) is not None:
            changes = (side.payoff(offer.package) - side.payoff(previous) for side in (own, other))
            found.append(Step(number, offer, *changes))
        before[offer.party] = offer.package
    return tuple(found)


def last_offer(log: OfferLog, party: str) -> Offer:
    """Return the party's last offer; raise NegotiationError if it made none."""
    for offer in reversed(log):
        if offer.party == party:
            return offer
    raise NegotiationError(f"the log holds no offer by {party!r}; let each side make one first.")


def reciprocity_balance(case: Case, log: OfferLog) -> Fraction | None:
    """Return how alike the gifts of both sides are, from 0 (one side gave everything) to 1 (each gave as much).

    1 - |A - B| / (A + B), where A and B are what each side's steps gave the other, in points. A step counts
    only when its offer lies inside the zone of agreement, so that coming down from an extreme offer that
    nobody would sign is no gift. What a step takes back counts against the side's gifts, but never below 0.
    None where a side has made fewer than two steps, and where nobody gave anything.
    """
    made = {side.name: [step for step in steps(case, log) if step.offer.party == side.name] for side in case.parties}
    if min(map(len, made.values())) < FEWEST_STEPS:
        return None
    first, second = (_given(case, own) for own in made.values())
    return 1 - Fraction(abs(first - second), first + second) if first + second else None


def _given(case: Case, own: Iterable[Step]) -> int:
    return max(0, sum(step.gift for step in own if is_feasible(case, step.offer.package)))
