"""The audit of a case: whether there is something to negotiate, to trade and to discover in it."""

from dataclasses import dataclass

from ..case import Case
from ..counterpart import require_two_parties
from ..sentence import Sentence
from .dominance import count_dominating
from .frontier import frontier
from .issue_kinds import IssueKind, issue_kinds
from .landmarks import best_gains, zone_of_agreement

FEWEST_BETTER = 5


@dataclass(frozen=True, slots=True)
class AuditCheck:
    """One question put to a case: what it is about, whether the case passes, and a sentence with the figures."""

    name: Sentence
    passed: bool
    sentence: Sentence


def audit(case: Case) -> tuple[AuditCheck, ...]:
    """Return the checks of a two-party case, each passed or not.

    A deal: some package gives both their reservation values. A trade: two integrative issues, each weighed
    more by another side. Kinds: a compatible and a distributive issue. Beyond the middle: at least 5 packages
    are as good as the middle of everything for both and better for one. A difference: no package is best for
    both. Raises NegotiationError unless there are two parties, and where half of the issues have more than
    200,000 different payoffs.
    """
    require_two_parties(case)
    return (_deal(case), _trade(case), _kinds(case), _beyond(case), _difference(case))


def _check(about: str, *, passed: bool, **figures: object) -> AuditCheck:
    said = Sentence(f"audit.{about}" if passed else f"audit.no_{about}", **figures)
    return AuditCheck(Sentence(f"check.{about}"), passed, said)


def _deal(case: Case) -> AuditCheck:
    first, second = (party.name for party in case.parties)
    some = bool(zone_of_agreement(case))
    one, other = best_gains(case) if some else case.reservation_values
    return _check("deal", passed=some, first=first, second=second, one=one, other=other)


def _trade(case: Case) -> AuditCheck:
    first, second = case.parties
    rows = zip(case.issues, issue_kinds(case), first.weights(), second.weights(), strict=True)
    integrative = [(issue.name, own, other) for issue, kind, own, other in rows if kind is IssueKind.INTEGRATIVE]
    ours = max((row for row in integrative if row[1] > row[2]), key=lambda row: row[1] - row[2], default=None)
    theirs = max((row for row in integrative if row[2] > row[1]), key=lambda row: row[2] - row[1], default=None)
    if not (ours and theirs):
        lacking = tuple(party.name for party, row in ((first, ours), (second, theirs)) if not row)
        return _check("trade", passed=False, lacking=lacking)
    our_issue, our_more, our_less = ours
    their_issue, their_less, their_more = theirs
    return _check(
        "trade",
        passed=True,
        first=first.name,
        second=second.name,
        ours=our_issue,
        our_more=our_more,
        our_less=our_less,
        theirs=their_issue,
        their_more=their_more,
        their_less=their_less,
    )


def _kinds(case: Case) -> AuditCheck:
    kinds = issue_kinds(case)
    named = {
        kind.value: tuple(i.name for i, k in zip(case.issues, kinds, strict=True) if k is kind)
        for kind in (IssueKind.COMPATIBLE, IssueKind.DISTRIBUTIVE)
    }
    lacking = tuple(Sentence(f"audit.no_{kind}") for kind, issues in named.items() if not issues)
    return _check("kinds", passed=False, lacking=lacking) if lacking else _check("kinds", passed=True, **named)


def _beyond(case: Case) -> AuditCheck:
    better = count_dominating(case, case.compromise)
    return _check("beyond", passed=better >= FEWEST_BETTER, better=better, size=case.size, fewest=FEWEST_BETTER)


def _difference(case: Case) -> AuditCheck:
    points = frontier(case)
    if len(points) == 1:
        return _check("difference", passed=False)
    first, second = (party.name for party in case.parties)
    lost = points[-1].payoffs[1] - points[0].payoffs[1]
    return _check("difference", passed=True, first=first, second=second, lost=lost)
