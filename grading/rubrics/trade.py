"""The answer `trade`: on which issue of a package each side gives way, so that both gain by it (logrolling)."""

from dataclasses import dataclass
from functools import partial
from itertools import chain

from ...answers.answer import Answer
from ...answers.numbered import Said, read_keyed
from ...answers.package import read_package
from ...answers.readers import MINE, YOURS, trade_lines
from ...answers.wording import I_GIVE_WAY, YOU_GIVE_WAY
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
from .good_answer import good_trade, with_good_answer
from .rubric import Check, Rubric, counted
from .unread import also, incomplete, unanswered, unmarked

LINES = {MINE: I_GIVE_WAY, YOURS: YOU_GIVE_WAY}
"""How the two lines begin; the answer speaks to the other side."""


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
        first = f"complete the answer {package_answer.name!r} first."
        sentence = f"your package is not complete, so no trade in it can be marked; {first}"
        return incomplete(answer, reading.unread, (), points, sentence)
    read = read_trade(case, answer)
    if not read.values:
        return unanswered(answer, read.problems, points, "no trade stands there", f"'{I_GIVE_WAY}: …'")
    if not is_feasible(case, package):
        return unmarked(answer, read.problems, points, "a package that one side would not sign holds no trade.")
    lines = {line: _line(case, package, party, line, read.values.get(line)) for line in LINES}
    right = sum(all(finding.tone is Tone.GAINED for finding in findings) for findings in lines.values())
    each = tally(f"{right} of the two lines are right; each is half of a trade.")
    findings = (*chain(*lines.values()), each, *also(answer, read.problems))
    return Mark(points * right / len(LINES), points, findings)


def check_trade(case: Case, party: str, answer: Answer) -> Check:
    """Say on which issue each side is to give way."""
    said = read_trade(case, answer)
    lines = (f"{LINES[who]}: {case.issues[issue].name}" for who, issue in said.values.items())
    return counted("lines", lines, said.problems, len(LINES))


def _line(case: Case, package: Package, party: str, line: str, issue: int | None) -> tuple[Finding, ...]:
    """Return what there is to say of one line; the line is right where nothing is lost."""
    if issue is None:
        return (lost(f"nothing that counts is said after '{LINES[line]}'."),)
    own, other = case.party(party), counterpart(case, party)
    if line == MINE:
        way = GivingWay(case, package, issue, own, other)
        return (_weights(way, party), _own_way(way))
    way = GivingWay(case, package, issue, other, own)
    return (_weights(way, party), _their_way(way))


def _weights(way: GivingWay, party: str) -> Finding:
    """Say whether both could gain by it; that tells what the issue is worth to the other side."""
    giver, taker = (("you" if side.name == party else f"the {side.name}") for side in (way.giver, way.taker))
    worth = f"{way.name} is worth {way.weight(way.giver)} points to {giver} and {way.weight(way.taker)} to {taker}"
    if issue_kinds(way.case)[way.issue] is IssueKind.COMPATIBLE:
        return lost(f"{way.name}: both sides want the same there, so nobody has to give way.")
    if way.weight(way.giver) >= way.weight(way.taker):
        more = "more than" if way.weight(way.giver) > way.weight(way.taker) else "as much as"
        return lost(
            f"{worth}: whoever gives way there loses {more} the other gains. Name an issue that matters less to "
            f"{giver} than to {taker}."
        )
    return gained(f"{worth}, so both can gain when {giver} give{'' if giver == 'you' else 's'} way there.")


def _own_way(way: GivingWay) -> Finding:
    got, weight = way.got(way.giver), way.weight(way.giver)
    sentence = f"in your package you get {got} of the {weight} points that {way.name!r} is worth to you"
    if 2 * got < weight:
        return gained(f"{sentence}: there you give way.")
    return lost(f"{sentence}: half or more, so there you do not give way.")


def _their_way(way: GivingWay) -> Finding:
    got, weight, other = way.got(way.giver), way.weight(way.giver), way.giver.name
    sentence = f"in your package the {other} gets {got} of the {weight} points that {way.name!r} is worth to it"
    if 2 * got < weight:
        return gained(f"{sentence}: there it gives way.")
    return lost(f"{sentence}: half or more, so there it does not give way.")


TRADE = Rubric(
    "trade",
    check=check_trade,
    mark=lambda case, party, answer, points, package: with_good_answer(
        mark_trade(case, answer, package, party, points), partial(good_trade, case, party)
    ),
)
