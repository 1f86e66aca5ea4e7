"""What an issue offers two parties: a share to fight over, a trade to make, or agreement to discover."""

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

    Compatible: one option is best for both. Distributive: of the options that neither party can improve
    on without loss to the other, all have the same joint points, so what one gains the other loses.
    Integrative: what one loses there is less than the other gains. Raises NegotiationError unless there are
    two parties.
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
