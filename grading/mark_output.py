"""Marks and reports as a cell's output; a mark brings its full diagnosis, and the hints to show in its place."""

from .mark import Diagnosis, Mark
from .report import Report

HINTS = "application/vnd.biggerpie.hints+json"
Output = dict[str, object]


def mark_output(mark: Mark) -> Output:
    """Return a mark with both, of which `ShowFindings` leaves one in the feedback."""
    return {**report_output(mark.report()), HINTS: report_output(mark.report(Diagnosis.HINTS))}


def report_output(report: Report) -> Output:
    """Return a report as Jupyter keeps it."""
    return {"text/plain": repr(report), "text/html": report._repr_html_()}  # Jupyter's own name for it
