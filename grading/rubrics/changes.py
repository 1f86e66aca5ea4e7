"""What one package changes against another, issue by issue, as findings and as a table."""

from ...negotiation import Case, Change, Package, counterpart, losses
from ..report.exhibits import Table
from ..report.mark import lost, note
from ..report.report import Finding


def change(points: int) -> str:
    """Return a change in points in words."""
    if not points:
        return "gain and lose nothing"
    return f"gain {points}" if points > 0 else f"lose {-points}"


def change_findings(case: Case, party: str, changed: tuple[Change, ...]) -> list[Finding]:
    """Return a sentence for each issue that changed."""
    other = counterpart(case, party).name
    found = []
    for one in changed:
        moved = f"{one.issue}, {one.before!r} → {one.after!r}: you {change(one.own)}"
        found.append(note(f"{moved}, the {other} would {change(one.other)}."))
    return found


def change_table(case: Case, party: str, changed: tuple[Change, ...], caption: str) -> Table:
    """Return the changes as a table."""
    rows = [(one.issue, one.before, one.after, f"{one.own:+}", f"{one.other:+}") for one in changed]
    total = (f"{sum(one.own for one in changed):+}", f"{sum(one.other for one in changed):+}")
    header = ("issue", "before", "now", "for you", f"for the {counterpart(case, party).name}")
    return Table(caption, header, (*rows, ("together", "", "", *total)))


def most_missed(case: Case, package: Package) -> list[Finding]:
    """Name the issue on which most joint points were left, if any were."""
    loss, issue, option = max(zip(losses(case, package), case.issues, package, strict=True), key=lambda row: row[0])
    if not loss:
        return []
    return [
        lost(f"{issue.name}: {issue.options[option]!r} leaves {loss} points on the table, more than any other issue.")
    ]
