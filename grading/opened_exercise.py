"""The exercise that a `%case` line opens, in Jupyter and on the site: alone, of a course, or the same for everybody."""

from collections.abc import Callable
from pathlib import Path

from .dossiers.dossier import drawn_alike
from .dossiers.named import NamedCase
from .dossiers.self_paced import case_number, self_paced_case
from .dossiers.student import own_case
from .exercise import Exercise
from .marks_so_far import MarksSoFar, in_whole_points
from .report.report import Report


def opened_exercise(
    named: NamedCase, folder: Path, show: Callable[[Report], None], student: Callable[[], str]
) -> Exercise:
    """Return the exercise with the case that the one who works in this folder is at; `student` gives a student's id.

    A learner on their own is told all, with marks at once and in whole points; a student of a course gets no marks
    here. Raises NegotiationError as `student` and `own_case` do.
    """
    if named.alone:
        marks = MarksSoFar(f"case {case_number(folder)}")
        opened = self_paced_case(named, folder)

        def tell(report: Report) -> None:
            show(report.in_language(named.language))

        return Exercise(opened, tell, lambda mark: tell(in_whole_points(mark).report()), marks=marks)
    opened = own_case(named, student(), folder) if named.has_variants else drawn_alike(named)
    return Exercise(opened, show, lambda mark: show(mark.report()), gives_marks=not named.has_variants)
