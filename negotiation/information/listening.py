"""Listening: what the offer of somebody who assumes, keeps an open mind or asks creates on average."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod

from ..case import Case, Package, Profile
from ..counterpart import counterpart
from ..errors import NegotiationError
from .beliefs import Belief, answer_chances, possible_answers, uniform_belief
from .questions import Question
from .stakes import outcome_between, stakes

MOST_HEARD = 2_000
WITHIN = 1
"""Points of expected joint value for which nobody leaves the middle of an issue."""
DIGITS = 9
"""Decimals of a point to which expectations are compared, so that equal ones are equal."""


@dataclass(frozen=True, slots=True)
class Listening:
    """What offers come to on average over all that the other side may want, in shares (of 1)."""

    created: float
    """Of the value above the middle of everything that could be created; no deal creates 0."""
    no_deal: float
    """Of the offers, those that leave a side, mostly the other, below its reservation value."""


def after_paraphrase(error: float) -> float:
    """Return the chance of mishearing where one says back what one heard: both must fail, so e becomes e²."""
    return error**2


def best_offer(case: Case, party: str, belief: Belief) -> Package:
    """Return the package with nearly the greatest expected joint value under a belief about the other side.

    Of each issue the option nearest the middle that comes within a point of the best: so who sees nothing to
    create splits everything down the middle, and a shade of doubt does not turn a split into all for one side.
    """
    rows = zip(case.party(party).points, belief.expected_points(), case.compromise, strict=True)
    return tuple(_best_option(own, other, middle) for own, other, middle in rows)


def _best_option(own: Sequence[int], other: Sequence[float], middle: int) -> int:
    joint = [round(mine + theirs, DIGITS) for mine, theirs in zip(own, other, strict=True)]
    close = [option for option, worth in enumerate(joint) if worth >= max(joint) - WITHIN]
    return min(close, key=lambda option: (abs(option - middle), -joint[option]))


def value_of_assuming(case: Case, party: str, belief: Belief) -> Listening:
    """Return what the party's offer under an unasked belief comes to.

    In job-offer, as the candidate: `fixed_pie` creates 0 of the value, `uniform_belief` .70. Raises
    NegotiationError as `profiles` does, and where no profile leaves anything to create.
    """
    at_stake = stakes(case, party)
    offer = best_offer(case, party, belief)
    return _mean(case, party, ((profile, offer, 1 / len(at_stake)) for profile in at_stake))


def expected_value(case: Case, party: str, offer: Package, belief: Belief) -> Listening:
    """Return what the party's offer comes to on average, as far as it believes.

    Profiles that leave nothing to create do not count. Raises NegotiationError unless there are two parties,
    where the other side has more than 10,000 possible profiles, and where none leaves anything to create.
    """
    at_stake = stakes(case, party)
    likely = {p: c for p, c in zip(belief.profiles, belief.chances, strict=True) if c and p in at_stake}
    mean, total = _mean(case, party, ((p, offer, chance) for p, chance in likely.items())), sum(likely.values())
    return Listening(mean.created / total, mean.no_deal / total)


def value_of_asking(case: Case, party: str, asked: Sequence[tuple[Question, float]]) -> Listening:
    """Return what the party's offer comes to after these questions, each with its chance (0 to 1) of mishearing.

    Exact: over every profile of the other side, equally likely, and all that may be heard; the party begins
    with an open mind and allows for its mishearing. In job-offer, as the candidate, "What matters most to
    you?" creates .95 of the value; misheard one time in five .83, and then with a paraphrase .93. Raises
    NegotiationError as `value_of_assuming` does, for a rate outside 0 to 1, and where more than 2,000
    different things can be heard.
    """
    belief = uniform_belief(case, counterpart(case, party).name)
    heard = [
        [answer_chances(belief, question, answer, error) for answer in possible_answers(belief, question)]
        for question, error in asked
    ]
    if prod(map(len, heard)) > MOST_HEARD:
        raise NegotiationError(f"more than {MOST_HEARD:,} different things could be heard; ask fewer questions.")
    return _mean(case, party, _outcomes(case, party, belief, heard))


def _outcomes(
    case: Case, party: str, belief: Belief, heard: Iterable[Sequence[tuple[float, ...]]]
) -> Iterator[tuple[Profile, Package, float]]:
    """Yield each profile with each offer made to it and the chance of both."""
    at_stake = stakes(case, party)
    for answers in product(*heard):
        chances = tuple(map(prod, zip(*answers, strict=True))) if answers else (1.0,) * len(belief.profiles)
        if total := sum(chances):
            learnt = Belief(belief.profiles, tuple(chance / total for chance in chances))
            offer = best_offer(case, party, learnt)
            for profile, chance in zip(belief.profiles, chances, strict=True):
                if chance and profile in at_stake:
                    yield profile, offer, chance / len(at_stake)


def _mean(case: Case, party: str, outcomes: Iterable[tuple[Profile, Package, float]]) -> Listening:
    sides, at_stake = (case.party(party), counterpart(case, party)), stakes(case, party)
    created = no_deal = 0.0
    for profile, offer, chance in outcomes:
        outcome = outcome_between(sides, at_stake[profile], offer, profile)
        created += chance * outcome.created
        no_deal += 0 if outcome.signed else chance
    return Listening(created, no_deal)
