"""Links between interests of opposite sides: what is shared, what is opposed, and what differs and can be traded."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

from ..case import Case, Interest, Party
from ..counterpart import counterpart
from .issue_kinds import IssueKind, issue_kinds

Pair = tuple[int, int]
"""Positions (from 0) of one's own interest and of the other side's, in the case's order."""


class LinkKind(StrEnum):
    """How two interests go together (after Fisher & Ury 1981)."""

    SHARED = "shared"
    OPPOSED = "opposed"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class InterestLink:
    """A kind of link, the issues of one's own interest that make it, and those of the other side's."""

    kind: LinkKind
    own_issues: tuple[str, ...]
    other_issues: tuple[str, ...]


@lru_cache(maxsize=32)
def interest_links(case: Case, party: str) -> Mapping[Pair, tuple[InterestLink, ...]]:
    """Return the links of every pair of the party's and the other side's interests, none for most.

    Shared: both bear on a compatible issue. Opposed: both bear on an issue that is not compatible. A pair may
    be both. Different: no common issue, but each bears on an integrative issue that its own side weighs more
    than the other does, so the two can be traded. Raises NegotiationError unless there are two parties.
    """
    own, other = case.party(party), counterpart(case, party)
    return MappingProxyType(
        {
            (mine, theirs): _links(case, (own, interest), (other, facing))
            for mine, interest in enumerate(own.interests)
            for theirs, facing in enumerate(other.interests)
        }
    )


def _links(case: Case, own: tuple[Party, Interest], other: tuple[Party, Interest]) -> tuple[InterestLink, ...]:
    kinds = dict(zip((issue.name for issue in case.issues), issue_kinds(case), strict=True))
    common = [name for name in kinds if name in own[1].issues and name in other[1].issues]
    if common:
        agreed = tuple(name for name in common if kinds[name] is IssueKind.COMPATIBLE)
        against = tuple(name for name in common if kinds[name] is not IssueKind.COMPATIBLE)
        found = ((LinkKind.SHARED, agreed), (LinkKind.OPPOSED, against))
        return tuple(InterestLink(kind, issues, issues) for kind, issues in found if issues)
    mine, theirs = _heavier(case, kinds, *own), _heavier(case, kinds, *other)
    return (InterestLink(LinkKind.DIFFERENT, mine, theirs),) if mine and theirs else ()


def _heavier(case: Case, kinds: Mapping[str, IssueKind], side: Party, interest: Interest) -> tuple[str, ...]:
    """Return the integrative issues of an interest that its side weighs more than the other does."""
    weights = zip(kinds, side.weights(), counterpart(case, side.name).weights(), strict=True)
    more = {name for name, own, other in weights if own > other}
    return tuple(name for name in interest.issues if kinds[name] is IssueKind.INTEGRATIVE and name in more)
