"""Beliefs: what one takes the other side to want, and what an answer, perhaps misheard, makes of it."""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import mul
from random import Random

from ..case import Case, Points, Profile
from ..counterpart import counterpart
from ..errors import NegotiationError, require_error_rate
from .profiles import profiles
from .questions import Question, answer_to, answers_to


@dataclass(frozen=True, slots=True)
class Belief:
    """What the other side may want, and the chance (sum 1) that one gives to each."""

    profiles: tuple[Profile, ...]
    chances: tuple[float, ...]

    def expected_points(self) -> tuple[tuple[float, ...], ...]:
        """Return what each option of each issue is worth to the other side in expectation, in points."""
        return tuple(
            tuple(sum(map(mul, column, rows.values())) for column in zip(*rows, strict=True)) for rows in self.rows()
        )

    def expected_weights(self) -> tuple[float, ...]:
        """Return how much each issue matters to the other side in expectation: best option less worst, in points."""
        return tuple(sum(chance * (max(row) - min(row)) for row, chance in rows.items()) for rows in self.rows())

    def rows(self) -> tuple[dict[Points, float], ...]:
        """Return for each issue its different rows of points, few of them, and the chance of each."""
        return tuple(_summed(rows, self.chances) for rows in zip(*self.profiles, strict=True))


def _summed(rows: Sequence[Points], chances: Sequence[float]) -> dict[Points, float]:
    chance_of: dict[Points, float] = defaultdict(float)
    for row, chance in zip(rows, chances, strict=True):
        chance_of[row] += chance
    return dict(chance_of)


def uniform_belief(case: Case, party: str) -> Belief:
    """Return the belief that every profile of the party is equally likely: an open mind.

    Raises NegotiationError for an unknown party and where there are more than 10,000 possible profiles.
    """
    possible = profiles(case, party)
    return Belief(possible, (1 / len(possible),) * len(possible))


def fixed_pie(case: Case, party: str) -> Belief:
    """Return the belief that the party wants what its other side wants, as much, and so just the opposite of it.

    The fixed-pie assumption (Thompson & Hastie 1990): what one gains the other loses, on every issue. Raises
    NegotiationError unless there are two parties.
    """
    case.party(party)
    own = counterpart(case, party).points
    return Belief((tuple(tuple(max(row) + min(row) - worth for worth in row) for row in own),), (1.0,))


def possible_answers(belief: Belief, question: Question) -> tuple[Hashable, ...]:
    """Return the different truthful answers of the profiles, whatever their chances, in their order."""
    return _different(belief.profiles, question)


@lru_cache(maxsize=64)
def _different(possible: tuple[Profile, ...], question: Question) -> tuple[Hashable, ...]:
    return tuple(dict.fromkeys(answers_to(question, possible)))


def answer_chances(belief: Belief, question: Question, answer: Hashable, error: float) -> tuple[float, ...]:
    """Return for each profile the chance that this answer is heard from one who has it.

    With the chance `error` (0 to 1) one hears another answer to the same question, each other one as likely. A
    question with a single possible answer cannot be misheard. Raises NegotiationError for a rate outside 0 to 1.
    """
    require_error_rate(error)
    others = len(possible_answers(belief, question)) - 1
    right, wrong = (1 - error, error / others) if others else (1.0, 0.0)
    return tuple(right if truth == answer else wrong for truth in answers_to(question, belief.profiles))


def after_answer(belief: Belief, question: Question, answer: Hashable, error: float) -> Belief:
    """Return the belief of one who has heard the answer and knows how often one mishears (Bayes 1763).

    Raises NegotiationError for an answer that the belief holds impossible, and as `answer_chances` does.
    """
    heard = answer_chances(belief, question, answer, error)
    weights = [chance * likely for chance, likely in zip(belief.chances, heard, strict=True)]
    if answer not in possible_answers(belief, question) or not any(weights):
        raise NegotiationError(f"the belief leaves no room for the answer {answer!r}; begin with an open mind.")
    return Belief(belief.profiles, tuple(weight / sum(weights) for weight in weights))


def heard_answer(belief: Belief, question: Question, points: Profile, error: float, seed: int) -> Hashable:
    """Return what is heard from somebody with these points, rightly or not; raise NegotiationError for a bad rate."""
    require_error_rate(error)
    truth = answer_to(question, points)
    draw = Random(seed)  # noqa: S311  # a simulation needs no cryptography
    others = [answer for answer in possible_answers(belief, question) if answer != truth]
    return draw.choice(others) if others and draw.random() < error else truth
