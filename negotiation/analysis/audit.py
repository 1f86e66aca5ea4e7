"""The audit of a case: whether there is something to negotiate, to trade and to discover in it."""

from dataclasses import dataclass

from ..case import Case
from ..counterpart import require_two_parties
from ..errors import listing
from .dominance import count_dominating
from .frontier import frontier
from .issue_kinds import IssueKind, issue_kinds
from .landmarks import best_gains, zone_of_agreement

FEWEST_BETTER = 5


@dataclass(frozen=True, slots=True)
class AuditCheck:
    """One question put to a case: what it is about, whether the case passes, and a sentence with the figures."""

    name: str
    passed: bool
    sentence: str


def audit(case: Case) -> tuple[AuditCheck, ...]:
    """Return the checks of a two-party case, each passed or not.

    A deal: some package gives both their reservation values. A trade: two integrative issues, each weighed
    more by another side. Kinds: a compatible and a distributive issue. Beyond the middle: at least 5 packages
    are as good as the middle of everything for both and better for one. A difference: no package is best for
    both. Raises NegotiationError unless there are two parties, and as `count_dominating` does.
    """
    require_two_parties(case)
    return (_deal(case), _trade(case), _kinds(case), _beyond_the_middle(case), _difference(case))


def _deal(case: Case) -> AuditCheck:
    first, second = (party.name for party in case.parties)
    least = case.reservation_values
    if not zone_of_agreement(case):
        no_deal = f"no package gives the {first} {least[0]} points and the {second} {least[1]}; lower one of the two."
        return AuditCheck("a deal", passed=False, sentence=no_deal)
    most = best_gains(case)
    gains = f"the {first} can gain up to {most[0]} points by a deal, the {second} up to {most[1]}."
    return AuditCheck("a deal", passed=True, sentence=gains)


def _trade(case: Case) -> AuditCheck:
    first, second = case.parties
    rows = zip(case.issues, issue_kinds(case), first.weights(), second.weights(), strict=True)
    integrative = [(issue.name, own, other) for issue, kind, own, other in rows if kind is IssueKind.INTEGRATIVE]
    ours = max((row for row in integrative if row[1] > row[2]), key=lambda row: row[1] - row[2], default=None)
    theirs = max((row for row in integrative if row[2] > row[1]), key=lambda row: row[2] - row[1], default=None)
    if ours and theirs:
        one = f"{ours[0]!r} matters more to the {first.name} ({ours[1]} points against {ours[2]})"
        other = f"{theirs[0]!r} to the {second.name} ({theirs[2]} against {theirs[1]})"
        return AuditCheck("a trade", passed=True, sentence=f"{one}, {other}: they can be traded.")
    lacking = listing(party.name for party, row in ((first, ours), (second, theirs)) if not row)
    nothing = f"no integrative issue matters more to {lacking}, so nothing can be traded; give each side one."
    return AuditCheck("a trade", passed=False, sentence=nothing)


def _kinds(case: Case) -> AuditCheck:
    kinds = issue_kinds(case)
    named = {kind: [i.name for i, k in zip(case.issues, kinds, strict=True) if k is kind] for kind in IssueKind}
    wanted = {
        IssueKind.COMPATIBLE: "let one option of an issue be best for both",
        IssueKind.DISTRIBUTIVE: "let one side gain on an issue just what the other loses",
    }
    lacking = [f"there is no {kind} issue: {advice}" for kind, advice in wanted.items() if not named[kind]]
    if lacking:
        return AuditCheck("kinds of issues", passed=False, sentence=f"{'; '.join(lacking)}.")
    found = "; ".join(f"{kind}: {listing(named[kind])}" for kind in wanted)
    return AuditCheck("kinds of issues", passed=True, sentence=f"{found}.")


def _beyond_the_middle(case: Case) -> AuditCheck:
    better = count_dominating(case, case.compromise)
    said = f"better than the middle of everything: {better:,} of {case.size:,} packages"
    if better >= FEWEST_BETTER:
        return AuditCheck("beyond the middle", passed=True, sentence=f"{said}.")
    advice = f"make it at least {FEWEST_BETTER}, so that meeting in the middle leaves something behind"
    return AuditCheck("beyond the middle", passed=False, sentence=f"{said}; {advice}.")


def _difference(case: Case) -> AuditCheck:
    points = frontier(case)
    if len(points) == 1:
        same = (
            "one package is best for both, so there is nothing to negotiate; let them want different ends of an issue."
        )
        return AuditCheck("a difference", passed=False, sentence=same)
    first, second = (party.name for party in case.parties)
    lost = points[-1].payoffs[1] - points[0].payoffs[1]
    differ = f"no package is best for both: what is best for the {first} costs the {second} {lost} points."
    return AuditCheck("a difference", passed=True, sentence=differ)
