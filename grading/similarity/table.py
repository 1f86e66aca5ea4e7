"""The report as a table: one line for each finding, for a spreadsheet."""

import csv
import io
from collections.abc import Iterator

from ..formulas import plain
from ..submission.printable import printable
from .findings import Findings
from .fits import Fit
from .wording import marks

HEADER = (
    "finding", "student", "other", "answers", "marks_own_case", "marks_other_case", "points",
    "random_cases_as_good", "random_cases", "expected_in_class", "shared_runs", "share_of_shorter_text",
)  # fmt: skip
Row = tuple[str, ...]


def table(findings: Findings) -> str:
    """Return the findings as CSV; no cell is a formula, at whichever separator a spreadsheet divides the lines."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerow(HEADER)
    for row in _rows(findings):
        cells = (printable(cell) for cell in (*row, *[""] * (len(HEADER) - len(row))))
        writer.writerow(map(plain, cells))
    return out.getvalue()


def _rows(findings: Findings) -> Iterator[Row]:
    for one in findings.other_ids:
        yield "another id", one.student, one.typed, "", marks(one.own), marks(one.there), marks(one.points)
    if findings.fits:
        yield from (_fit("equal answers", fit) for fit in findings.fits.equal)
        yield from (_fit("fits another case", fit) for fit in findings.fits.alone)
    for pair in findings.texts:
        first, *same = pair.first.students
        others = same if pair.first is pair.second else pair.second.students
        for other in others:
            runs, share = str(len(pair.shared)), f"{pair.share:.2f}"
            yield "text", first, other, pair.cell, "", "", "", "", "", "", runs, share


def _fit(finding: str, fit: Fit) -> Row:
    found = (marks(fit.own), marks(fit.there), marks(fit.points), str(fit.as_good), str(fit.tried))
    return finding, fit.student, fit.other, " ".join(fit.equal), *found, f"{fit.expected:.3g}"
