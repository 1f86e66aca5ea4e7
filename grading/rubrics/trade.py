"""The answer `trade`: on which issue of a package each side gives way, so that both gain by it (logrolling)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain

from ...answers.answer import Answer
from ...answers.numbered import Said, read_keyed
from ...answers.package import read_package
from ...answers.readers import MINE, YOURS, trade_lines
from ...negotiation import (
    Case,
    IssueKind,
    Package,
    Party,
    counterpart,
    is_feasible,
    issue_kinds,
)
from ..report.mark import Mark, gained, lost, tally
from ..report.report import Finding, Tone
from ..sentence import Sentence, whom
from .good_answer import good_trade, with_good_answer
from .improved import is_better, signed_deal
from .rubric import Check, Rubric, counted
from .unread import also, incomplete, unanswered, unmarked

LINES = (MINE, YOURS)
"""The two lines; the answer speaks to the other side."""


@dataclass(frozen=True, slots=True)
class GivingWay:
    """One issue of a package on which one side is said to give way to the other."""

    case: Case
    package: Package
    issue: int
    giver: Party
    taker: Party

    @property
    def name(self) -> str:
        """The issue's name."""
        return self.case.issues[self.issue].name

    def weight(self, side: Party) -> int:
        """Return what the issue matters to the side: its best option less its worst, in points."""
        return side.weights()[self.issue]

    def got(self, side: Party) -> int:
        """Return what the package gives the side there above its worst option, in points."""
        return side.points[self.issue][self.package[self.issue]] - min(side.points[self.issue])


def read_trade(case: Case, answer: Answer) -> Said[str, int]:
    """Return the issue (from 0) on which the answer says that each gives way, by `MINE` and `YOURS`."""
    return read_keyed(answer, trade_lines(case))


def mark_trade(case: Case, answer: Answer, package_answer: Answer, party: str, points: float) -> Mark:
    """Return the mark: half of the points for each line that names a side of a trade in the package.

    It does where both sides want different ends of the issue, where the issue matters less to the side
    that gives way than to the other, and where the package leaves that side less than half of what it could have.
    """
    reading = read_package(case, package_answer)
    if (package := reading.complete) is None:
        sentence = Sentence("trade.no_package", name=package_answer.name)
        return incomplete(answer, reading.unread, (), points, sentence)
    read = read_trade(case, answer)
    if not read.values:
        return unanswered(
            answer, read.problems, points, Sentence("trade.none"), Sentence("trade.how", line=Sentence("trade.mine"))
        )
    if not is_feasible(case, package):
        return unmarked(answer, read.problems, points, Sentence("trade.unsigned"))
    lines = {line: _line(case, package, party, line, read.values.get(line)) for line in LINES}
    right = sum(all(finding.tone is Tone.GAINED for finding in findings) for findings in lines.values())
    each = tally(Sentence("trade.tally", right=right))
    findings = (*chain(*lines.values()), each, *also(answer, read.problems))
    return Mark(points * right / len(LINES), points, findings)


def check_trade(case: Case, party: str, answer: Answer) -> Check:
    """Say on which issue each side is to give way."""
    said = read_trade(case, answer)
    lines = (
        Sentence("trade.line", line=Sentence(f"trade.{who}"), issue=case.issues[issue].name)
        for who, issue in said.values.items()
    )
    return counted("lines", lines, said.problems, len(LINES))


def _line(case: Case, package: Package, party: str, line: str, issue: int | None) -> tuple[Finding, ...]:
    """Return what there is to say of one line; the line is right where nothing is lost."""
    if issue is None:
        return (lost(Sentence("trade.missing", line=Sentence(f"trade.{line}"))),)
    own, other = case.party(party), counterpart(case, party)
    giver, taker = (own, other) if line == MINE else (other, own)
    way, them = GivingWay(case, package, issue, giver, taker), whom(other)
    return (_weights(way, line, them), _way(way, line, them))


def _weights(way: GivingWay, line: str, them: Sentence) -> Finding:
    """Say whether both could gain by it; that tells what the issue is worth to the other side."""
    if issue_kinds(way.case)[way.issue] is IssueKind.COMPATIBLE:
        return lost(Sentence("trade.same_end", issue=way.name))
    costs, gives = way.weight(way.giver), way.weight(way.taker)
    verdict = "good" if costs < gives else "more" if costs > gives else "same"
    told = Sentence(f"trade.{line}_{verdict}", issue=way.name, costs=costs, gives=gives, them=them)
    return (gained if costs < gives else lost)(told)


def _way(way: GivingWay, line: str, them: Sentence) -> Finding:
    got, weight = way.got(way.giver), way.weight(way.giver)
    gives = 2 * got < weight
    told = Sentence(f"trade.{line}_{'gives' if gives else 'keeps'}", got=got, weight=weight, issue=way.name, them=them)
    return (gained if gives else lost)(told)


def _unless_no_better(
    mark: Mark, case: Case, party: str, answer: Answer, signed: Package | Mapping[str, str] | None
) -> Mark:
    """Return the mark, or nothing for a package that is no better than a deal that is signed already."""
    package = read_package(case, answer).complete
    if not (mark.points and signed and package) or is_better(case, party, signed_deal(case, signed), package):
        return mark
    of_lines = (finding for finding in mark.findings if finding.tone is not Tone.TALLY)  # which count for nothing now
    return replace(mark, points=0, findings=(lost(Sentence("trade.no_better")), *of_lines))


TRADE = Rubric(
    "trade",
    check=check_trade,
    mark=lambda case, party, answer, points, package, signed=None: with_good_answer(
        _unless_no_better(mark_trade(case, answer, package, party, points), case, party, package, signed),
        partial(good_trade, case, party),
    ),
)
