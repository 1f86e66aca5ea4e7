"""An interview: what is heard, what one believes after it, and what an offer would then create."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from random import Random

from ..case import Case, Package, Profile
from ..counterpart import counterpart
from .beliefs import Belief, after_answer, fixed_pie, heard_answer, uniform_belief
from .listening import Listening, after_paraphrase, best_offer, expected_value
from .questions import Question, answer_to
from .stakes import OfferOutcome, offer_outcome, stakes

STRIDE = 100  # so that no two conversations draw the same mishearing


@dataclass(frozen=True, slots=True)
class Heard:
    """One question: the true answer, and what was heard at first and after a paraphrase."""

    place: int
    """The question's position (from 0) in the list."""
    question: Question
    truth: Hashable
    first: Hashable
    last: Hashable
    error: float
    """The chance (0 to 1) that `last` is not what was said."""


@dataclass(frozen=True, slots=True)
class Listener:
    """A party with its questions, opposite somebody whose preferences it does not know."""

    case: Case
    party: str
    questions: tuple[Question, ...]

    def other_profile(self, seed: int) -> Profile:
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
        """Return the belief after these answers, which began uniform and allows for mishearing."""
        return _believed(self, tuple(heard))

    def without_asking(self) -> tuple[tuple[Package, Listening], tuple[Package, Listening]]:
        """Return the offers under the fixed-pie and the uniform belief, each with what it creates on average."""
        return _without_asking(self)

    def offered(self, offer: Package, points: Profile) -> OfferOutcome:
        """Return the outcome of an offer to somebody who has these points; no deal creates 0."""
        return offer_outcome(self.case, self.party, offer, points)

    def expected(self, offer: Package, belief: Belief) -> Listening:
        """Return what an offer creates on average under a belief."""
        return expected_value(self.case, self.party, offer, belief)


@lru_cache(maxsize=64)
def _heard(listener: Listener, place: int, times: int, error: float, seed: int) -> Heard:
    """Return how a question was heard that was asked and perhaps said back; later turns do not change it."""
    mind, points = (
        uniform_belief(listener.case, counterpart(listener.case, listener.party).name),
        listener.other_profile(seed),
    )
    question, draw = listener.questions[place], seed * STRIDE + place
    left = after_paraphrase(error) if times > 1 else error
    first, last = (heard_answer(mind, question, points, rate, draw) for rate in (error, left))
    return Heard(place, question, answer_to(question, points), first, last, left)


@lru_cache(maxsize=64)
def _believed(listener: Listener, heard: tuple[Heard, ...]) -> Belief:
    if not heard:
        return uniform_belief(listener.case, counterpart(listener.case, listener.party).name)
    *earlier, last = heard
    return after_answer(_believed(listener, tuple(earlier)), last.question, last.last, last.error)


@lru_cache(maxsize=16)
def _without_asking(listener: Listener) -> tuple[tuple[Package, Listening], tuple[Package, Listening]]:
    case, party = listener.case, listener.party
    other = counterpart(case, party).name
    everyone = uniform_belief(case, other)
    assumed, unasked = (best_offer(case, party, belief) for belief in (fixed_pie(case, other), everyone))
    return (assumed, listener.expected(assumed, everyone)), (unasked, listener.expected(unasked, everyone))
