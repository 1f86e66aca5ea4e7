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
    package_mark,
    slack,
    value_created,
)
from ..report.exhibits import Exhibit, Table
from ..report.mark import Mark, gained, lost, note
from ..report.plane_picture import PlanePicture
from ..report.report import Finding
from .good_answer import good_package, with_good_answer
from .rubric import Check, Rubric
from .unread import incomplete


def mark_package(case: Case, answer: Answer, party: str, points: float) -> Mark:
    """Return the mark: the package mark as a share of the points, with at least two measures in the findings."""
    reading = read_package(case, answer)
    package = reading.complete
    also = (note(answer.note),) if answer.note else ()
    if package is None:
        sentence = "this is not yet a package, so it cannot be marked."
        return incomplete(answer, reading.unread, reading.missing, points, sentence)
    share = package_mark(case, package) / 100
    problems = map(note, reading.problems)
    findings = (*_findings(case, package, party), *problems, *also)
    return Mark(points * share, points, findings, package_exhibits(case, package, party))


def package_exhibits(case: Case, package: Package, party: str) -> tuple[Exhibit, ...]:
    """Return the package as a table of points, and as a point on the payoff plane."""
    own = case.party(party)
    others = [side for side in case.parties if side is not own]
    header = ("issue", "your choice", "points for you", *(f"for the {o.name}" for o in others), "left on the table")
    missed = [str(loss) for loss in losses(case, package)]
    columns = (_points(side, package) for side in (own, *others))
    rows = zip((i.name for i in case.issues), case.in_words(package).values(), *columns, missed, strict=True)
    totals = (str(side.payoff(package)) for side in (own, *others))
    table = Table(
        caption="Your package, in the points of the case (not marks)",
        header=header,
        rows=(*rows, ("together", "", *totals, str(sum(losses(case, package))))),
    )
    return (table, PlanePicture(case, party, package)) if len(others) == 1 else (table,)


def side_gain(side: Party, gain: int, party: str) -> Finding:
    """Return the sentence on what a deal gives one side beyond its reservation value."""
    who, verb = ("you", "are") if side.name == party else (f"the {side.name}", "is")
    if gain < 0:
        return lost(f"{who} {verb} {-gain} points worse off than without a deal.")
    return gained(f"{who} {verb} {gain} points better off than without a deal.")


def check_package(case: Case, party: str, answer: Answer) -> Check:
    """Say what the package is worth to the student's own side."""
    reading = read_package(case, answer)
    if (package := reading.complete) is None:
        return Check("This is not yet a package", (), reading.unread, reading.missing)
    said = tuple(f"{issue}: {option}" for issue, option in case.in_words(package).items())
    return Check(worth(case, party, package), said, (), (*reading.unread, *too_little(case, party, package)))


def _points(side: Party, package: Package) -> list[str]:
    return [str(points[option]) for points, option in zip(side.points, package, strict=True)]


def _findings(case: Case, package: Package, party: str) -> list[Finding]:
    gained_by_side = zip(case.parties, gains(case, case.payoffs(package)), strict=True)
    findings = [side_gain(side, gain, party) for side, gain in gained_by_side]
    if not is_feasible(case, package):
        unsigned = lost("a side that does better without this deal would not sign it, so it earns nothing.")
        return [*findings, unsigned]
    findings += [_slack(case, package), *_created(case, package)]
    if (fair := min_gain_ratio(case, package)) is not None:
        findings.append(_evenness(fair))
    return findings + _missed(case, package)


def _evenness(fair: Fraction) -> Finding:
    return note(
        "for comparison, which earns no marks: in the most even deal both sides get about the same part of the most "
        f"that each could gain; here the side that gained less got {float(fair):.0%} of that part."
    )


def _slack(case: Case, package: Package) -> Finding:
    left = slack(case, package)
    if not left:
        return gained("no package is better for both sides.")
    return lost(f"each side could still get {left} points more at the same time.")


def _created(case: Case, package: Package) -> list[Finding]:
    created = value_created(case, package)
    if created is None:
        return []
    sentence = f"beyond the middle of everything you created {float(created):.0%} of the value that can be created."
    return [(gained if created > 0 else lost)(sentence)]


def _missed(case: Case, package: Package) -> list[Finding]:
    """Name the issues on which joint points were left, most first."""
    ranked = sorted(zip(losses(case, package), case.issues, package, strict=True), key=lambda row: -row[0])
    return [
        lost(f"{issue.name}: {issue.options[option]!r} leaves {loss} points on the table.")
        for loss, issue, option in ranked
        if loss
    ]


def worth(case: Case, party: str, package: Package) -> str:
    """Return what a package is worth to the party, beside its alternative."""
    own = case.party(party)
    return f"{own.payoff(package)} points for you; your alternative is worth {own.reservation_value}"


def too_little(case: Case, party: str, package: Package) -> tuple[str, ...]:
    """Return a sentence on a package below the party's reservation value, nothing on any other."""
    own = case.party(party)
    enough = own.payoff(package) >= own.reservation_value
    return () if enough else ("your alternative is worth more to you than this package; ask for more.",)


PACKAGE = Rubric(
    "package",
    check=check_package,
    mark=lambda case, party, answer, points: with_good_answer(
        mark_package(case, answer, party, points), partial(good_package, case, party)
    ),
)
