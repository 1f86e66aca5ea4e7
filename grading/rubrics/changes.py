"""What one package changes against another, issue by issue, as findings and as a table."""

from ...negotiation import Case, Change, Package, counterpart, losses
from ..report.exhibits import Table
from ..report.mark import lost, note
from ..report.report import Finding
from ..sentence import Sentence, whom


def change(points: int) -> str:
    """Return a change in points in words."""
    key = "change.gain" if points > 0 else "change.lose" if points else "change.nothing"
    return Sentence(key, points=abs(points))


def change_findings(case: Case, party: str, changed: tuple[Change, ...]) -> list[Finding]:
    """Return a sentence for each issue that changed."""
    them, found = whom(counterpart(case, party)), []
    for one in changed:
        moved = {"issue": one.issue, "before": one.before, "after": one.after}
        told = Sentence("change.on_issue", **moved, own=change(one.own), them=them, other=change(one.other))
        found.append(note(told))
    return found


def change_table(case: Case, party: str, changed: tuple[Change, ...], caption: str) -> Table:
    """Return the changes as a table."""
    rows = [(one.issue, one.before, one.after, f"{one.own:+}", f"{one.other:+}") for one in changed]
    total = (f"{sum(one.own for one in changed):+}", f"{sum(one.other for one in changed):+}")
    columns = ("issue", "change.before", "change.now", "for_you")
    theirs = Sentence("for_them", them=whom(counterpart(case, party)))
    return Table(caption, (*map(Sentence, columns), theirs), (*rows, (Sentence("together"), "", "", *total)))


def most_missed(case: Case, package: Package) -> list[Finding]:
    """Name the issue on which most joint points were left, if any were."""
    loss, issue, option = max(zip(losses(case, package), case.issues, package, strict=True), key=lambda row: row[0])
    if not loss:
        return []
    return [lost(Sentence("change.most", issue=issue.name, option=issue.options[option], loss=loss))]
