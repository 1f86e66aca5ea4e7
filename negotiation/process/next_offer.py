"""The next offer: how well it answers the other side's last gift, and how much it gives at its price."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from ..analysis.frontier import frontier
from ..analysis.payoff_counts import payoff_counts
from ..case import Case, Package
from ..counterpart import counterpart
from ..errors import NegotiationError
from .offer_log import OfferLog, last_offer, steps

UNANSWERED_AT_MOST = Fraction(1, 2)
"""The largest share of a side's gain that an unprompted gift may cost."""


@dataclass(frozen=True, slots=True)
class NextOffer:
    """What an offer gives and costs against the party's previous one, in points, and how well (shares of 1)."""

    gift: int
    cost: int
    answered: int
    """What the other side's last step gave this party, in points; 0 if it gave nothing."""
    greatest_gift: int
    """The most that any package gives the other side while this party keeps as much as here, in points."""
    reciprocity: Fraction
    efficiency: Fraction
    share: Fraction
    """Half reciprocity and half efficiency, as a share of the best that any package reaches."""


@dataclass(frozen=True, slots=True)
class _Turn:
    """A party's turn: what it and the other side have by its last offer, must keep, and what it has to answer."""

    had: tuple[int, int]
    least: tuple[int, int]
    answered: int
    frontier: tuple[tuple[int, int], ...]

    def greatest_gift(self, own: int) -> int:
        return max((there for keeps, there in self.frontier if keeps >= own)) - self.had[1]

    def reciprocity(self, own: int, gift: int) -> Fraction:
        if self.answered:
            return Fraction(min(gift, self.answered), max(gift, self.answered))
        cost = self.had[0] - own
        modest = cost <= max(0, self.had[0] - self.least[0]) * UNANSWERED_AT_MOST
        return Fraction(modest and cost <= gift)

    def value(self, own: int, other: int) -> Fraction:
        gift = other - self.had[1]
        if gift <= 0 or own < self.least[0] or other < self.least[1]:
            return Fraction(0)
        return (self.reciprocity(own, gift) + Fraction(gift, self.greatest_gift(own))) / 2


def next_offer(case: Case, log: OfferLog, party: str, package: Package) -> NextOffer:
    """Return how the package would do as the party's next offer.

    Reciprocity is the smaller over the larger of the gift and the other side's last gift. Where that side's
    last step gave nothing, it is 1 for a gift that costs no more than it gives and no more than half of what
    the party's previous offer kept above its reservation value, else 0: an opening is a small thing (in the
    spirit of Osgood 1962). Efficiency is the gift over the greatest gift at the same price. The share is 0
    outside the zone of agreement and for an offer that gives nothing.

    Raises NegotiationError where the party has made no offer yet, where no package gives more than its last
    one, for a case that has not two parties, and for one that is too large (`payoff_counts`).
    """
    turn = _turn(case, log, party)
    best = _best(case, log, party)
    own, other = case.party(party).payoff(package), counterpart(case, party).payoff(package)
    gift, greatest = other - turn.had[1], turn.greatest_gift(own)
    value = turn.value(own, other)
    return NextOffer(
        gift=gift,
        cost=turn.had[0] - own,
        answered=turn.answered,
        greatest_gift=greatest,
        reciprocity=turn.reciprocity(own, gift) if value else Fraction(0),
        efficiency=Fraction(gift, greatest) if value else Fraction(0),
        share=value / best,
    )


@lru_cache(maxsize=64)
def _best(case: Case, log: OfferLog, party: str) -> Fraction:
    """Return the greatest value of any package; of payoffs equal for the other side, the party's best has it."""
    turn = _turn(case, log, party)
    richest = _richest(case, party)
    best = max(turn.value(own, other) for other, own in richest.items())
    if not best:
        raise NegotiationError(
            f"no package inside the zone of agreement gives more than the last offer by {party!r}; end the log earlier."
        )
    return best


def _richest(case: Case, party: str) -> Mapping[int, int]:
    """Return for each payoff of the other side the most that the party can have beside it, in points."""
    own, other = _places(case, party)
    richest: dict[int, int] = {}
    for payoffs in payoff_counts(case):
        richest[payoffs[other]] = max(payoffs[own], richest.get(payoffs[other], payoffs[own]))
    return richest


def _turn(case: Case, log: OfferLog, party: str) -> _Turn:
    own, other = _places(case, party)
    had, least = case.payoffs(last_offer(log, party).package), case.reservation_values
    theirs = [step.gift for step in steps(case, log) if step.offer.party != party]
    return _Turn(
        had=(had[own], had[other]),
        least=(least[own], least[other]),
        answered=max(0, theirs[-1]) if theirs else 0,
        frontier=tuple((point.payoffs[own], point.payoffs[other]) for point in frontier(case)),
    )


def _places(case: Case, party: str) -> tuple[int, int]:
    counterpart(case, party)
    own = [side.name for side in case.parties].index(party)
    return own, 1 - own
