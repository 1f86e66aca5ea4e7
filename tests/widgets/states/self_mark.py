"""Marking one's own answer."""

from biggerpie.grading.marks_so_far import MarksSoFar
from biggerpie.grading.report.mark import Mark
from biggerpie.widgets import SelfMark


def unjudged_self_mark() -> SelfMark:
    """Nothing is judged yet."""
    return SelfMark([6, 6, 4, 4])


def judged_self_mark() -> SelfMark:
    """Every item is judged, and another part was marked."""
    marks = MarksSoFar("case 2")
    widget = SelfMark([(12, 3), (9, 3), 9], marks)
    marks.note("remarks", Mark(31.5, 40))
    widget.given = [8, 9, 0]
    return widget
