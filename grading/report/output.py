"""Marks and reports as a cell's output; a mark brings what stands in its place while it is not told yet."""

from .mark import WAITING, Mark
from .report import Report

UNTOLD = "application/vnd.biggerpie.untold+json"
REPORT = "application/vnd.biggerpie.report+json"
"""A report in its parts, for a page that places them itself."""
Output = dict[str, object]


def mark_output(mark: Mark) -> Output:
    """Return a mark with both reports; `ShowFindings` leaves one of them in the feedback."""
    return {**report_output(mark.report(), in_short=mark.in_short), UNTOLD: report_output(WAITING)}


def output_with_marks(report: Report) -> Output:
    """Return a report that is told when marks are, and by nothing before: that it is there tells of a mark."""
    return {**report_output(report), UNTOLD: {}}


def report_output(report: Report, in_short: str = "") -> Output:
    """Return a report as Jupyter keeps it; `in_short` is the one sentence of a mark."""
    parts = {
        "headline": report.headline,
        "findings": [[found.tone.value, found.text] for found in report.findings],
        "exhibits": [str(exhibit.html()) for exhibit in report.exhibits],
        "in_short": in_short,
    }
    html = report._repr_html_()  # Jupyter's own name for it
    return {"text/plain": repr(report), "text/html": html, REPORT: parts}
