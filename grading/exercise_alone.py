"""The exercise of a learner on their own: everything is told, and marks come at once, in whole points."""

from collections.abc import Callable
from pathlib import Path

from .dossiers.named import NamedCase
from .dossiers.self_paced import case_number, self_paced_case
from .exercise import Exercise
from .marks_so_far import MarksSoFar, in_whole_points
from .report.report import Report


def exercise_alone(named: NamedCase, folder: Path, show: Callable[[Report], None]) -> Exercise:
    """Return the exercise with the case that the learner is at in this folder."""
    marks = MarksSoFar(f"case {case_number(folder)}")
    opened = self_paced_case(named, folder)
    return Exercise(opened, show, lambda mark: show(in_whole_points(mark).report()), marks=marks)
