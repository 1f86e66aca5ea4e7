"""What an issue offers two parties: a share to fight over, a trade to make, or agreement to discover."""

from enum import StrEnum
from fractions import Fraction

from ..case import Case, Package
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


def logrolling_index(case: Case, package: Package) -> Fraction | None:
    """Return how far the opposed issues went to the side that weighs them more, from -1 to 1.

    The sum over opposed issues of weight difference times (2·share - 1), over the sum of the weight
    differences; the share is that of the issue's value which goes to the side that weighs it more.
    1 is every trade made, 0 the middle of everything, -1 every trade made the wrong way round.
    None where no opposed issue is weighed differently.
    """
    traded = Fraction(0)
    tradable = 0
    for first, second, kind, option in zip(*_two_sides(case), issue_kinds(case), package, strict=True):
        difference = abs(_range(first) - _range(second))
        if kind is not IssueKind.COMPATIBLE and difference:
            heavier = first if _range(first) > _range(second) else second
            share = Fraction(heavier[option] - min(heavier), _range(heavier))
            traded += difference * (2 * share - 1)
            tradable += difference
    return traded / tradable if tradable else None


def _range(points: tuple[int, ...]) -> int:
    return max(points) - min(points)


def _two_sides(case: Case) -> tuple[tuple[tuple[int, ...], ...], ...]:
    require_two_parties(case)
    return tuple(party.points for party in case.parties)
