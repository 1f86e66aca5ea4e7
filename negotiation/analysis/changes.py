"""What one package changes against another: issue by issue, and for each party."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..case import Case, Package, Payoffs
from ..counterpart import counterpart


class GiftAndCost:
    """A change of `own` points for whoever makes it and `other` points for the other side, as a gift at a cost."""

    __slots__ = ()
    own: int
    other: int

    @property
    def gift(self) -> int:
        """The points that the other side gains by it (negative: loses)."""
        return self.other

    @property
    def cost(self) -> int:
        """The points that it costs the party itself (negative: gains)."""
        return -self.own


@dataclass(frozen=True, slots=True)
class Change(GiftAndCost):
    """What another option on one issue changes for a party and for the other side, in points."""

    issue: str
    before: str
    after: str
    own: int
    other: int


def changes(case: Case, party: str, before: Package, after: Package) -> tuple[Change, ...]:
    """Return the issues on which two packages differ, with what that changes, in points.

    Raises NegotiationError for an unknown party and unless there are two.
    """
    own, other = case.party(party), counterpart(case, party)
    return tuple(
        Change(issue.name, issue.options[old], issue.options[new], mine[new] - mine[old], theirs[new] - theirs[old])
        for issue, old, new, mine, theirs in zip(case.issues, before, after, own.points, other.points, strict=True)
        if old != new
    )


def cheapest_gift(case: Case, party: str, package: Package) -> Change | None:
    """Return the change of one issue that would give the other side the most beyond its cost.

    None where no single change gives more than it costs. Raises NegotiationError for an unknown party and
    unless there are two.
    """
    single = (change for other in _neighbours(case, package) for change in changes(case, party, package, other))
    gifts = [change for change in single if change.gift > max(0, change.cost)]
    return max(gifts, key=lambda change: change.gift - change.cost, default=None)


def payoff_changes(case: Case, before: Package, after: Package) -> Payoffs:
    """Return what each party gains (negative: loses) by one package instead of another, in points."""
    return tuple(there - here for there, here in zip(case.payoffs(after), case.payoffs(before), strict=True))


def dominates(case: Case, package: Package, other: Package) -> bool:
    """Return whether a package is at least as good as another for all parties and better for one."""
    gained = payoff_changes(case, other, package)
    return min(gained) >= 0 and max(gained) > 0


def _neighbours(case: Case, package: Package) -> Iterator[Package]:
    """Yield the packages that differ from this one on one issue, and for each issue the package itself."""
    for place, issue in enumerate(case.issues):
        for option in range(len(issue.options)):
            yield (*package[:place], option, *package[place + 1 :])
