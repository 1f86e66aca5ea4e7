"""Listening: what the offer of somebody who assumes, keeps an open mind or asks creates on average."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product
from math import prod

from ..analysis.landmarks import greatest_sum, zone_of_agreement
from ..case import Case, Package, Profile, profile_payoff
from ..counterpart import counterpart
from ..errors import NegotiationError
from .beliefs import Belief, answer_chances, open_mind, possible_answers
from .profiles import profiles
from .questions import Question

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


@dataclass(frozen=True, slots=True)
class _Stake:
    """What one profile of the other side leaves to gain: joint points in the middle, and at most."""

    profile: Profile
    middle: int
    most: int


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

    In job-offer, as the candidate: `fixed_pie` creates 0 of the value, `open_mind` .70. Raises
    NegotiationError as `profiles` does, and where no profile leaves anything to create.
    """
    stakes = _stakes(case, party)
    offer = best_offer(case, party, belief)
    return _mean(case, party, ((stake, offer, 1 / len(stakes)) for stake in stakes))


def value_of_asking(case: Case, party: str, asked: Sequence[tuple[Question, float]]) -> Listening:
    """Return what the party's offer comes to after these questions, each with its chance (0 to 1) of mishearing.

    Exact: over every profile of the other side, equally likely, and all that may be heard; the party begins
    with an open mind and allows for its mishearing. In job-offer, as the candidate, "What matters most to
    you?" creates .95 of the value; misheard one time in five .83, and then with a paraphrase .93. Raises
    NegotiationError as `value_of_assuming` does, for a rate outside 0 to 1, and where more than 2,000
    different things can be heard.
    """
    belief, stakes = open_mind(case, counterpart(case, party).name), _stakes(case, party)
    heard = [
        [answer_chances(belief, question, answer, error) for answer in possible_answers(belief, question)]
        for question, error in asked
    ]
    if prod(map(len, heard)) > MOST_HEARD:
        raise NegotiationError(f"more than {MOST_HEARD:,} different things could be heard; ask fewer questions.")
    return _mean(case, party, _outcomes(case, party, belief, heard, stakes))


def _outcomes(
    case: Case,
    party: str,
    belief: Belief,
    heard: Iterable[Sequence[tuple[float, ...]]],
    stakes: Sequence[_Stake],
) -> Iterator[tuple[_Stake, Package, float]]:
    """Yield each profile with each offer made to it and the chance of both."""
    at_stake = {stake.profile: stake for stake in stakes}
    for answers in product(*heard):
        chances = tuple(map(prod, zip(*answers, strict=True))) if answers else (1.0,) * len(belief.profiles)
        if total := sum(chances):
            learnt = Belief(belief.profiles, tuple(chance / total for chance in chances))
            offer = best_offer(case, party, learnt)
            for profile, chance in zip(belief.profiles, chances, strict=True):
                if chance and profile in at_stake:
                    yield at_stake[profile], offer, chance / len(stakes)


def _mean(case: Case, party: str, outcomes: Iterable[tuple[_Stake, Package, float]]) -> Listening:
    own, other = case.party(party), counterpart(case, party)
    created = no_deal = 0.0
    for stake, offer, chance in outcomes:
        ours, theirs = own.payoff(offer), profile_payoff(stake.profile, offer)
        if ours < own.reservation_value or theirs < other.reservation_value:
            no_deal += chance
        else:
            created += chance * (ours + theirs - stake.middle) / (stake.most - stake.middle)
    return Listening(created, no_deal)


@lru_cache(maxsize=16)
def _stakes(case: Case, party: str) -> tuple[_Stake, ...]:
    """Return the stakes of all profiles that leave something to create above the middle of everything."""
    other = counterpart(case, party)
    found = []
    for profile in profiles(case, other.name):
        sides = tuple(replace(side, points=profile) if side is other else side for side in case.parties)
        supposed = replace(case, parties=sides)
        middle = sum(supposed.payoffs(case.compromise))
        most = sum(greatest_sum(supposed).payoffs) if zone_of_agreement(supposed) else middle
        if most > middle:
            found.append(_Stake(profile, middle, most))
    if not found:
        raise NegotiationError(f"whatever the {other.name} wants, the middle of everything leaves nothing to create.")
    return tuple(found)
