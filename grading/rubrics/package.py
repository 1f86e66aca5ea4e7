"""The answer `package`: one option for every issue."""

from fractions import Fraction
from functools import partial

from ...answers.answer import Answer
from ...answers.package import read_package
from ...negotiation import (
    Case,
    Package,
    Party,
    gains,
    is_feasible,
    losses,
    min_gain_ratio,
    nash_ratio,
    package_mark,
    slack,
    value_created,
)
from ..report.exhibits import Exhibit, Table
from ..report.mark import Mark, gained, lost, note
from ..report.plane_picture import PlanePicture
from ..report.report import Finding
from ..sentence import Sentence, whom
from .good_answer import good_package, with_good_answer
from .rubric import Check, Rubric
from .unread import incomplete


def mark_package(case: Case, answer: Answer, party: str, points: float) -> Mark:
    """Return the mark: the package mark as a share of the points, with at least two measures in the findings."""
    reading = read_package(case, answer)
    package = reading.complete
    also = (note(answer.note),) if answer.note else ()
    if package is None:
        return incomplete(answer, reading.unread, reading.missing, points, Sentence("package.none"))
    share = package_mark(case, package) / 100
    problems = map(note, reading.problems)
    findings = (*_findings(case, package, party), *problems, *also)
    return Mark(points * share, points, findings, package_exhibits(case, package, party))


def package_exhibits(case: Case, package: Package, party: str) -> tuple[Exhibit, ...]:
    """Return the package as a table of points, and as a point on the payoff plane."""
    own = case.party(party)
    others = [side for side in case.parties if side is not own]
    theirs = (Sentence("for_them", them=whom(other)) for other in others)
    columns_before = map(Sentence, ("issue", "package.head_choice", "points_for_you"))
    missed = [str(loss) for loss in losses(case, package)]
    columns = (_points(side, package) for side in (own, *others))
    rows = zip((i.name for i in case.issues), case.in_words(package).values(), *columns, missed, strict=True)
    totals = (str(side.payoff(package)) for side in (own, *others))
    table = Table(
        caption=Sentence("package.caption"),
        header=(*columns_before, *theirs, Sentence("package.head_left")),
        rows=(*rows, (Sentence("together"), "", *totals, str(sum(losses(case, package))))),
    )
    return (table, PlanePicture(case, party, package)) if len(others) == 1 else (table,)


def side_gain(side: Party, gain: int, party: str) -> Finding:
    """Return the sentence on what a deal gives one side beyond its reservation value."""
    key = f"package.{'you' if side.name == party else 'they'}_{'worse' if gain < 0 else 'better'}"
    return (lost if gain < 0 else gained)(Sentence(key, them=whom(side), points=abs(gain)))


def check_package(case: Case, party: str, answer: Answer) -> Check:
    """Say what the package is worth to the student's own side."""
    reading = read_package(case, answer)
    if (package := reading.complete) is None:
        return Check(Sentence("package.not_yet"), (), reading.unread, reading.missing)
    said = tuple(f"{issue}: {option}" for issue, option in case.in_words(package).items())
    return Check(worth(case, party, package), said, (), (*reading.unread, *too_little(case, party, package)))


def _points(side: Party, package: Package) -> list[str]:
    return [str(points[option]) for points, option in zip(side.points, package, strict=True)]


def _findings(case: Case, package: Package, party: str) -> list[Finding]:
    gained_by_side = zip(case.parties, gains(case, case.payoffs(package)), strict=True)
    findings = [side_gain(side, gain, party) for side, gain in gained_by_side]
    if not is_feasible(case, package):
        return [*findings, lost(Sentence("package.unsigned"))]
    findings += [_slack(case, package), *_created(case, package), *_product(case, package)]
    if (fair := min_gain_ratio(case, package)) is not None:
        findings.append(_evenness(fair))
    return findings + _missed(case, package)


def _evenness(fair: Fraction) -> Finding:
    return note(Sentence("package.even", share=float(fair)))


def _slack(case: Case, package: Package) -> Finding:
    left = slack(case, package)
    if not left:
        return gained(Sentence("package.best"))
    return lost(Sentence("package.slack", left=left))


def _created(case: Case, package: Package) -> list[Finding]:
    created = value_created(case, package)
    if created is None:
        return []
    return [(gained if created > 0 else lost)(Sentence("package.created", share=float(created)))]


def _product(case: Case, package: Package) -> list[Finding]:
    """Say what the mark follows where nothing is left on the table and it is less than full all the same."""
    ratio = nash_ratio(case, package)
    return [] if slack(case, package) or ratio in {None, 1} else [note(Sentence("package.product", share=float(ratio)))]


def _missed(case: Case, package: Package) -> list[Finding]:
    """Name the issues on which joint points were left, most first."""
    ranked = sorted(zip(losses(case, package), case.issues, package, strict=True), key=lambda row: -row[0])
    return [
        lost(Sentence("package.missed", issue=issue.name, option=issue.options[option], loss=loss))
        for loss, issue, option in ranked
        if loss
    ]


def worth(case: Case, party: str, package: Package) -> str:
    """Return what a package is worth to the party, beside its alternative."""
    own = case.party(party)
    return Sentence("package.worth", points=own.payoff(package), floor=own.reservation_value)


def too_little(case: Case, party: str, package: Package) -> tuple[str, ...]:
    """Return a sentence on a package below the party's reservation value, nothing on any other."""
    own = case.party(party)
    enough = own.payoff(package) >= own.reservation_value
    return () if enough else (Sentence("package.too_little"),)


PACKAGE = Rubric(
    "package",
    check=check_package,
    mark=lambda case, party, answer, points: with_good_answer(
        mark_package(case, answer, party, points), partial(good_package, case, party)
    ),
)
