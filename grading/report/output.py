"""Marks and reports as a cell's output; a mark brings what stands in its place while it is not told yet."""

from .mark import WAITING, Mark
from .report import Report

UNTOLD = "application/vnd.biggerpie.untold+json"
Output = dict[str, object]


def mark_output(mark: Mark) -> Output:
    """Return a mark with both reports; `ShowFindings` leaves one of them in the feedback."""
    return {**report_output(mark.report()), UNTOLD: report_output(WAITING)}


def report_output(report: Report) -> Output:
    """Return a report as Jupyter keeps it."""
    return {"text/plain": repr(report), "text/html": report._repr_html_()}  # Jupyter's own name for it
