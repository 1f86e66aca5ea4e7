"""Answers become marks: reading, rubrics, the nbgrader plugins and the instructor's commands.

`%load_ext biggerpie.grading` in an exercise offers the magics `%case` and `%%answer`.
"""

from ..answers.answer import Answer, find_answer, gather_answers
from .magics import load_ipython_extension
from .report.mark import Mark
from .report.report import Finding, Report, Tone

__all__ = [
    "Answer",
    "Finding",
    "Mark",
    "Report",
    "Tone",
    "find_answer",
    "gather_answers",
    "load_ipython_extension",
]
