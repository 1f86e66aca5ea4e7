"""Hearing: what is heard in a conversation, what one believes after it, and what an offer would then create."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from random import Random
from types import MappingProxyType

from ..analysis.landmarks import greatest_sum, zone_of_agreement
from ..analysis.measures import joint_value
from ..case import Case, Package, Profile, profile_payoff
from ..counterpart import counterpart
from .beliefs import Belief, after_answer, fixed_pie, hear, open_mind
from .listening import Listening, after_paraphrase, best_offer
from .profiles import profiles
from .questions import Question, answer_to

STRIDE = 100  # so that no two conversations draw the same mishearing


@dataclass(frozen=True, slots=True)
class Heard:
    """One question: what the other side truly answered, what was heard, at first and after saying it back."""

    place: int
    """The question's position (from 0) in the list."""
    question: Question
    truth: Hashable
    first: Hashable
    last: Hashable
    error: float
    """The chance (0 to 1) that `last` is not what was said."""


@dataclass(frozen=True, slots=True)
class Offered:
    """What an offer brings each side, in points, and what it creates, as a share (of 1)."""

    yours: int
    theirs: int
    signed: bool
    created: float


@dataclass(frozen=True, slots=True)
class Listener:
    """A party with its questions, opposite somebody whose wishes it does not know."""

    case: Case
    party: str
    questions: tuple[Question, ...]

    def somebody(self, seed: int) -> Profile:
        """Return what the other side wants: with seed 0 what the case says, else drawn from all it may want."""
        if not seed:
            return counterpart(self.case, self.party).points
        return Random(seed).choice(list(stakes(self.case, self.party)))  # noqa: S311  # a simulation

    def listen(self, moves: Sequence[int], error: float, seed: int) -> tuple[Heard, ...]:
        """Return what is heard, question by question; a position that stands twice among the moves was said back.

        The same draw decides with and without saying it back, so a paraphrase mends what was misheard (with the
        chance 1 - error) and never spoils what was heard well.
        """
        return tuple(_heard(self, place, moves.count(place), error, seed) for place in dict.fromkeys(moves))

    def believe(self, heard: Sequence[Heard]) -> Belief:
        """Return the belief of one who began with an open mind, heard this, and knows how often one mishears."""
        return _believed(self, tuple(heard))

    def without_asking(self) -> tuple[tuple[Package, Listening], tuple[Package, Listening]]:
        """Return the offers of who assumes the opposite and of who keeps an open mind, each with what it comes to."""
        return _without_asking(self)

    def offered(self, offer: Package, points: Profile) -> Offered:
        """Return what an offer comes to with somebody who has these points; no deal creates 0."""
        own, other = self.case.party(self.party), counterpart(self.case, self.party)
        yours, theirs = own.payoff(offer), profile_payoff(points, offer)
        signed = yours >= own.reservation_value and theirs >= other.reservation_value
        middle, most = stakes(self.case, self.party)[points]
        return Offered(yours, theirs, signed, (yours + theirs - middle) / (most - middle) if signed else 0.0)

    def expected(self, offer: Package, belief: Belief) -> Listening:
        """Return what an offer comes to on average, as far as one believes."""
        own, other = self.case.party(self.party), counterpart(self.case, self.party)
        yours, at_stake = own.payoff(offer), stakes(self.case, self.party)
        chances = {p: c for p, c in zip(belief.profiles, belief.chances, strict=True) if c and p in at_stake}
        created = no_deal = 0.0
        for points, chance in chances.items():
            theirs, (middle, most) = profile_payoff(points, offer), at_stake[points]
            if yours < own.reservation_value or theirs < other.reservation_value:
                no_deal += chance
            else:
                created += chance * (yours + theirs - middle) / (most - middle)
        return Listening(created / sum(chances.values()), no_deal / sum(chances.values()))


@lru_cache(maxsize=16)
def stakes(case: Case, party: str) -> MappingProxyType[Profile, tuple[int, int]]:
    """Return for each profile that leaves something to create the joint points in the middle, and at most."""
    other, found = counterpart(case, party), {}
    for profile in profiles(case, other.name):
        sides = tuple(replace(side, points=profile) if side is other else side for side in case.parties)
        supposed = replace(case, parties=sides)
        middle = joint_value(supposed, case.compromise)
        most = sum(greatest_sum(supposed).payoffs) if zone_of_agreement(supposed) else middle
        if most > middle:
            found[profile] = (middle, most)
    return MappingProxyType(found)


@lru_cache(maxsize=64)
def _heard(listener: Listener, place: int, times: int, error: float, seed: int) -> Heard:
    """Return how a question was heard that was asked and perhaps said back; later turns do not change it."""
    mind, points = open_mind(listener.case, counterpart(listener.case, listener.party).name), listener.somebody(seed)
    question, draw = listener.questions[place], seed * STRIDE + place
    left = after_paraphrase(error) if times > 1 else error
    first, last = (hear(mind, question, points, rate, draw) for rate in (error, left))
    return Heard(place, question, answer_to(question, points), first, last, left)


@lru_cache(maxsize=64)
def _believed(listener: Listener, heard: tuple[Heard, ...]) -> Belief:
    if not heard:
        return open_mind(listener.case, counterpart(listener.case, listener.party).name)
    *earlier, last = heard
    return after_answer(_believed(listener, tuple(earlier)), last.question, last.last, last.error)


@lru_cache(maxsize=16)
def _without_asking(listener: Listener) -> tuple[tuple[Package, Listening], tuple[Package, Listening]]:
    case, party = listener.case, listener.party
    other = counterpart(case, party).name
    everyone = open_mind(case, other)
    assumed, unasked = (best_offer(case, party, belief) for belief in (fixed_pie(case, other), everyone))
    return (assumed, listener.expected(assumed, everyone)), (unasked, listener.expected(unasked, everyone))


def expected_weights(belief: Belief) -> tuple[float, ...]:
    """Return how much each issue matters to the other side in expectation: best option less worst, in points."""
    return tuple(sum(chance * (max(row) - min(row)) for row, chance in rows.items()) for rows in belief.rows())
