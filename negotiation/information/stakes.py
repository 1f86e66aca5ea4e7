"""Stakes: what each profile of the other side leaves to create, and how much of it an offer creates."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType

from ..analysis.landmarks import greatest_sum, zone_of_agreement
from ..analysis.measures import joint_value
from ..case import Case, Package, Party, Profile, profile_payoff
from ..counterpart import counterpart
from ..errors import NegotiationError
from .profiles import profiles


@dataclass(frozen=True, slots=True)
class Stake:
    """The joint value of the middle of everything, and the greatest that a deal can have, in points."""

    middle: int
    most: int


@dataclass(frozen=True, slots=True)
class OfferOutcome:
    """What an offer brings its maker and the other side, in points, and the share (of 1) of the value it creates."""

    own: int
    other: int
    signed: bool
    """Whether it gives both sides their reservation values."""
    created: float
    """Of the value that could be created above the middle of everything; an offer that is not signed creates 0."""


@lru_cache(maxsize=16)
def stakes(case: Case, party: str) -> Mapping[Profile, Stake]:
    """Return the stakes of each profile of the other side that leaves something to create above the middle.

    Raises NegotiationError unless there are two parties, where the other side has more than 10,000 possible
    profiles, and where no profile leaves anything to create.
    """
    other, found = counterpart(case, party), {}
    for profile in profiles(case, other.name):
        sides = tuple(replace(side, points=profile) if side is other else side for side in case.parties)
        supposed = replace(case, parties=sides)
        middle = joint_value(supposed, case.compromise)
        most = sum(greatest_sum(supposed).payoffs) if zone_of_agreement(supposed) else middle
        if most > middle:
            found[profile] = Stake(middle, most)
    if not found:
        raise NegotiationError(f"whatever the {other.name} wants, the middle of everything leaves nothing to create.")
    return MappingProxyType(found)


def offer_outcome(case: Case, party: str, offer: Package, profile: Profile) -> OfferOutcome:
    """Return what the party's offer comes to where the other side has this profile.

    Raises KeyError for a profile that leaves nothing to create, NegotiationError unless there are two parties
    and where no profile leaves anything to create.
    """
    sides = case.party(party), counterpart(case, party)
    return outcome_between(sides, stakes(case, party)[profile], offer, profile)


def outcome_between(sides: tuple[Party, Party], stake: Stake, offer: Package, profile: Profile) -> OfferOutcome:
    """Return what an offer comes to between its maker and the other side, where that side has this profile."""
    own, other = sides
    mine, theirs = own.payoff(offer), profile_payoff(profile, offer)
    signed = mine >= own.reservation_value and theirs >= other.reservation_value
    created = (mine + theirs - stake.middle) / (stake.most - stake.middle) if signed else 0.0
    return OfferOutcome(mine, theirs, signed, created)
