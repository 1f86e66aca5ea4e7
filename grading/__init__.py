"""Answers become marks: reading, rubrics, the nbgrader plugins and the instructor's commands.

`%load_ext biggerpie.grading` in an exercise offers the magics `%case` and `%%answer`.
"""

from typing import Any

from ..answers.answer import Answer, find_answer, gather_answers
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


def load_ipython_extension(shell: Any) -> None:
    """Offer the magics to an IPython shell, as `%load_ext biggerpie.grading` asks; nothing else needs IPython."""
    from .magics import offer_magics

    offer_magics(shell)
