"""The answer `improved`: a signed deal made better without losing the signature (post-settlement settlement)."""

from collections.abc import Mapping
from functools import partial

from ...answers.answer import Answer
from ...answers.by_issue import Reading
from ...answers.package import read_package
from ...negotiation import Case, NegotiationError, Package, Payoffs, changes, counterpart, slack, value_created
from ..report.mark import Mark, gained, lost, note
from ..report.report import Finding
from .changes import change_findings, change_table, most_missed
from .good_answer import good_improvement, with_good_answer
from .package import check_package
from .rubric import Rubric
from .unread import also, incomplete

FOR_BOTH, FOR_ONE = 1.0, 0.6
"""The shares of the points for a package that is better for both, and for one and no worse for the other."""


def read_improved(case: Case, answer: Answer) -> Reading[int]:
    """Return the option that the improved deal chooses for each issue, as its position."""
    return read_package(case, answer)


def mark_improved(case: Case, signed: Package, answer: Answer, party: str, points: float) -> Mark:
    """Return the mark: all points if better for both than the signed deal, 60 % if for one and no worse for the other.

    After Raiffa (1985). Raises NegotiationError where no package is better for both than the signed one.
    """
    if not slack(case, signed):
        raise NegotiationError("no package is better for both sides than the signed deal; choose a deal with slack.")
    reading = read_improved(case, answer)
    if (package := reading.complete) is None:
        sentence = "this is not yet a package, so it cannot be marked."
        return incomplete(answer, reading.unread, reading.missing, points, sentence)
    changed = changes(case, party, signed, package)
    won = _won(case, party, signed, package)
    share = FOR_BOTH if min(won) > 0 else FOR_ONE if min(won) == 0 < max(won) else 0.0
    findings = [
        *change_findings(case, party, changed),
        *_sides(case, party, won),
        _verdict(won),
        *_measures(case, signed, package),
        *(most_missed(case, package) if slack(case, package) else ()),
        *also(answer, reading.unread),
    ]
    table = change_table(case, party, changed, "The improved deal against the signed one, in points of the case")
    return Mark(points * share, points, tuple(findings), (table,))


def _won(case: Case, party: str, signed: Package, package: Package) -> Payoffs:
    """Return what the party and the other side gain against the signed deal, in points."""
    sides = (case.party(party), counterpart(case, party))
    return tuple(side.payoff(package) - side.payoff(signed) for side in sides)


def _sides(case: Case, party: str, won: Payoffs) -> list[Finding]:
    own, other = won
    name = counterpart(case, party).name
    mine = "you get as much as in the signed deal."
    if own:
        mine = f"you get {abs(own)} points {'more' if own > 0 else 'less'} than in the signed deal."
    theirs = f"the {name} gets as much as in the signed deal."
    if other:
        theirs = f"the {name} gets {abs(other)} points {'more' if other > 0 else 'less'} than in the signed deal."
    return [(gained if own > 0 else lost)(mine), (gained if other > 0 else lost)(theirs)]


def _verdict(won: Payoffs) -> Finding:
    if min(won) > 0:
        return gained("it is better for both sides, so both would sign again.")
    if min(won) == 0 < max(won):
        return gained("it is better for one side and no worse for the other; find something for both.")
    if not any(won):
        return lost("it changes nothing for either side; look for a trade.")
    return lost("a side that loses by it would keep the signed deal, so it earns nothing.")


def _measures(case: Case, signed: Package, package: Package) -> list[Finding]:
    before, after = slack(case, signed), slack(case, package)
    findings = [
        (lost if after else gained)(
            f"what each side could still get at the same time: {before} points before, {after} now."
        )
    ]
    was, now = value_created(case, signed), value_created(case, package)
    if was is not None and now is not None:
        sentence = (
            f"of the value that can be created beyond the middle of everything: {float(was):.0%} before, "
            f"{float(now):.0%} now."
        )
        findings.append(note(sentence))
    return findings


def _marked(case: Case, party: str, answer: Answer, points: float, signed: Package | Mapping[str, str]) -> Mark:
    deal = signed if isinstance(signed, tuple) else case.package(signed)
    mark = mark_improved(case, deal, answer, party, points)
    return with_good_answer(mark, partial(good_improvement, case, party, deal))


IMPROVED = Rubric("improved", check=check_package, mark=_marked)
