"""What a good answer looks like, worked out from the case when it is shown; told with the mark and never before."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import reduce
from math import prod

from markupsafe import Markup

from ...negotiation import (
    Case,
    IssueKind,
    OfferLog,
    Package,
    counterpart,
    frontier,
    issue_kinds,
    nash,
    next_offer,
    payoff_changes,
)
from ..report.exhibits import Table
from ..report.mark import Mark
from ..sentence import Sentence, whom


@dataclass(frozen=True, slots=True)
class GoodAnswer:
    """A table that is worked out only where it is shown: `biggerpie copying` marks an answer on thousands of cases."""

    work_out: Callable[[], Table]

    def html(self) -> Markup:
        """Return the table for a page."""
        return self.work_out().html()

    def text(self) -> str:
        """Return one line for each row."""
        return self.work_out().text()

    def in_language(self, language: str) -> "GoodAnswer":
        """Return the table as it will be told in a language."""
        return GoodAnswer(lambda: self.work_out().in_language(language))


def with_good_answer(mark: Mark, work_out: Callable[[], Table]) -> Mark:
    """Return the mark with a good answer beside it where points are missing."""
    if mark.points >= mark.maximum:
        return mark
    return replace(mark, exhibits=(*mark.exhibits, GoodAnswer(work_out)))


def good_package(case: Case, party: str) -> Table:
    """Return the package with the greatest product of gains (Nash 1950); none is better for both sides."""
    return _package_table(case, party, nash(case).package, Sentence("good.package"))


def good_improvement(case: Case, party: str, signed: Package) -> Table:
    """Return the package that adds the greatest product of gains to a signed deal and leaves nobody worse."""
    gains = {point.package: payoff_changes(case, signed, point.package) for point in frontier(case)}
    steps = [package for package, gained in gains.items() if min(gained) >= 0]
    best = max(steps, key=lambda package: (prod(gains[package]), sum(gains[package])))
    return _package_table(case, party, best, Sentence("good.improvement"))


def good_offer(case: Case, log: OfferLog, party: str) -> Table:
    """Return, of the packages that leave nothing more for both, the one that answers the last gift best."""
    packages = (point.package for point in frontier(case))
    best = max(packages, key=lambda package: next_offer(case, log, party, package).share)
    return _package_table(case, party, best, Sentence("good.next_offer"))


def good_trade(case: Case, party: str) -> Table:
    """Return on which issues giving way costs one side less than it brings the other."""
    own, other = case.party(party), counterpart(case, party)
    rows = []
    for who, giver, taker in (("trade.mine", own, other), ("trade.yours", other, own)):
        weights = zip(case.issues, issue_kinds(case), giver.weights(), taker.weights(), strict=True)
        names = [i.name for i, kind, costs, gives in weights if kind is not IssueKind.COMPATIBLE and costs < gives]
        rows.append((Sentence(who), reduce(_or, names) if names else ""))
    header = (Sentence("good.line"), Sentence("good.issues"))
    return Table(Sentence("good.trade"), header, tuple(rows))


def _or(first: str, rest: str) -> str:
    return Sentence("good.or", first=first, rest=rest)


def _package_table(case: Case, party: str, package: Package, caption: str) -> Table:
    own = case.party(party)
    others = [side for side in case.parties if side is not own]
    columns = ([str(p[o]) for p, o in zip(side.points, package, strict=True)] for side in (own, *others))
    rows = zip((i.name for i in case.issues), case.in_words(package).values(), *columns, strict=True)
    totals = tuple(str(side.payoff(package)) for side in (own, *others))
    theirs = (Sentence("for_them", them=whom(other)) for other in others)
    header = (*map(Sentence, ("issue", "good.choice", "points_for_you")), *theirs)
    return Table(caption, header, (*rows, (Sentence("together"), "", *totals)))
