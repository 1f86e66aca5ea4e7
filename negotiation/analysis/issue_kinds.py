"""Kinds of issues: something to divide, something to trade, or something on which both agree."""

from enum import StrEnum

from ..case import Case
from ..counterpart import require_two_parties
from .frontier import undominated


class IssueKind(StrEnum):
    """The kinds of Walton & McKersie (1965), and the compatible issues of Thompson & Hastie (1990)."""

    DISTRIBUTIVE = "distributive"
    INTEGRATIVE = "integrative"
    COMPATIBLE = "compatible"


def issue_kinds(case: Case) -> tuple[IssueKind, ...]:
    """Return the kind of each issue of a two-party case, from its points alone.

    Compatible: one option is best for both. Distributive: all efficient options have the same joint points, so
    what one party gains the other loses. Integrative: some efficient options have more joint points than others.
    Raises NegotiationError unless there are two parties.
    """
    return tuple(_kind(first, second) for first, second in zip(*_two_sides(case), strict=True))


def _kind(first: tuple[int, ...], second: tuple[int, ...]) -> IssueKind:
    efficient = undominated(zip(first, second, strict=True))
    if len(efficient) == 1:
        return IssueKind.COMPATIBLE
    equal_sums = len({sum(payoffs) for payoffs in efficient}) == 1
    return IssueKind.DISTRIBUTIVE if equal_sums else IssueKind.INTEGRATIVE


def _two_sides(case: Case) -> tuple[tuple[tuple[int, ...], ...], ...]:
    require_two_parties(case)
    return tuple(party.points for party in case.parties)
