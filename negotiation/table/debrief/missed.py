"""What a deal left undone, issue by issue: the trades that both would have gained by."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from ...case import Case, Package, Payoffs


@dataclass(frozen=True, slots=True)
class MissedTrade:
    """Other options on one issue or two, in which both gain, or one gains and nobody loses, in points."""

    issues: tuple[int, ...]
    """The places (from 0) of the issues."""
    options: tuple[int, ...]
    """The options (from 0) that they would have."""
    changes: Payoffs
    """What both would gain."""


def missed_trades(case: Case, agreement: Package) -> tuple[MissedTrade, ...]:
    """Return changes of one or two issues that nobody would lose by, the most joint value first, none twice.

    An issue is in one of them at most, so all of them can be made at once.
    """
    found, used = [], set[int]()
    for trade in sorted(_trades(case, agreement), key=lambda it: (-sum(it.changes), len(it.issues), -min(it.changes))):
        if not used & set(trade.issues):
            found.append(trade)
            used |= set(trade.issues)
    return tuple(found)


def _trades(case: Case, agreement: Package) -> Iterator[MissedTrade]:
    single = [
        MissedTrade((place,), (option,), _changes(case, agreement, place, option))
        for place, issue in enumerate(case.issues)
        for option in range(len(issue.options))
        if option != agreement[place]
    ]
    yield from filter(_pays, single)
    for one, other in combinations(single, 2):
        if one.issues != other.issues and not _pays(one) and not _pays(other):
            both = tuple(a + b for a, b in zip(one.changes, other.changes, strict=True))
            joined = MissedTrade(one.issues + other.issues, one.options + other.options, both)
            if _pays(joined):
                yield joined


def _changes(case: Case, agreement: Package, place: int, option: int) -> Payoffs:
    return tuple(party.points[place][option] - party.points[place][agreement[place]] for party in case.parties)


def _pays(trade: MissedTrade) -> bool:
    return min(trade.changes) >= 0 and sum(trade.changes) > 0
