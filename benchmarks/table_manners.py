"""How one speaks, and whether giving pays: the same offers said warmly, plainly or in a dominant way to everybody."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from biggerpie.negotiation import Case
from biggerpie.negotiation.table import (
    Accept,
    Counterpart,
    Manner,
    Message,
    Negotiator,
    Offer,
    Remark,
    View,
    counterpart_names,
    meet,
    talk_between,
)
from biggerpie.negotiation.table.parts.habit import Habit
from biggerpie.negotiation.table.parts.levels import Clock, Mirror
from biggerpie.negotiation.table.parts.temper import Temper

ROUNDS = 12
WARM = ((Manner.ACKNOWLEDGE,), (Manner.THANK,), (Manner.NAME_FEELING,), (Manner.THANK,))
PLAIN = ((),)
DOMINANT = ((Manner.PRESS,), (Manner.PRESS,), (Manner.PRESS, Manner.BLAME))
STYLES = {"warm": WARM, "plain": PLAIN, "dominant": DOMINANT}
STOIC = Temper(reacts=0, slows=0, warms=0, yields=0)
GIVERS = (Clock(150, 1), Clock(150, 2), Clock(150, 3))


@dataclass(frozen=True)
class Speaking:
    """Somebody whose moves come with remarks in turn."""

    mind: Negotiator
    manners: tuple[tuple[Manner, ...], ...]

    def reply(self, view: View) -> Message:
        """Return the mind's message with the remarks of this turn instead of its own."""
        moves = [move for move in self.mind.reply(view).moves if not isinstance(move, Remark)]
        remarks = map(Remark, self.manners[view.own_turns % len(self.manners)])
        return Message((*remarks, *moves))


@dataclass(frozen=True)
class Stonewalling:
    """Somebody who repeats its ideal, and takes the other's last offer if it is worth its reservation value."""

    def reply(self, view: View) -> Message:
        """Return the ideal, and in the last turn the best open package, if it will do."""
        party = view.party
        best = max(view.open_packages, key=party.payoff, default=None)
        if best and view.turns_left == 1 and party.payoff(best) >= party.reservation_value:
            return Message((Accept(best),))
        return Message((Offer((tuple(row.index(max(row)) for row in party.points),)),))


@dataclass(frozen=True)
class Outcome:
    """Whether there was a deal, and its share of the way from one's own reservation value to one's best."""

    deal: bool
    own: float
    joint: float


def giver(clock: Clock, seed: int) -> Counterpart:
    """Return somebody who concedes by the clock, whatever the other does, and answers and asks nothing."""
    return Counterpart(Habit("giver", clock, Mirror(unasked=1_000), temper=STOIC, questions=()), seed, silent=True)


def outcome(case: Case, own: Negotiator, other: Negotiator, side: int, first: int) -> Outcome:
    """Return what comes of a talk for the one who sits in this place (from 0)."""
    session = talk_between(case, (other, own) if side else (own, other), ROUNDS, first)
    if session.agreement is None:
        return Outcome(deal=False, own=0.0, joint=0.0)
    shares = [
        (party.payoff(session.agreement) - party.reservation_value)
        / (sum(map(max, party.points)) - party.reservation_value)
        for party in case.parties
    ]
    return Outcome(deal=True, own=shares[side], joint=sum(shares))


def silent(name: str, seed: int) -> Counterpart:
    """Return a counterpart that says no words, which change no move."""
    met = meet(name, seed)
    met.silent = True
    return met


def styles(case: Case, style: str) -> Iterator[Outcome]:
    """Yield the outcomes of speaking in this style to everybody, on both sides, whoever begins, at three speeds."""
    for seed, (name, side, first, clock) in enumerate(product(counterpart_names(), (0, 1), (0, 1), GIVERS)):
        yield outcome(case, Speaking(giver(clock, seed), STYLES[style]), silent(name, seed), side, first)


def against(case: Case, name: str, *, giving: bool) -> Iterator[Outcome]:
    """Yield the outcomes of giving, at three speeds, or of stonewalling against one counterpart."""
    for seed, (side, first, clock) in enumerate(product((0, 1), (0, 1), GIVERS)):
        own: Negotiator = giver(clock, seed) if giving else Stonewalling()
        yield outcome(case, own, silent(name, seed), side, first)
