"""What a student sees of the marking: no hidden tests, and the marks when the instructor allows it."""

from pathlib import Path
from typing import Any

from nbconvert.exporters import Exporter
from nbconvert.preprocessors import CSSHTMLHeaderPreprocessor
from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.api import Gradebook
from nbgrader.preprocessors import ClearHiddenTests, ClearMarkScheme
from traitlets import Enum

from ..dates.telling import utc_now
from ..feedback_page.page import feedback_page
from ..report.output import UNTOLD
from .copied_once import CopiedOnce
from .due_dates import course_zone, due_of
from .handed_in import handed_in
from .knows_course import KnowsCourse
from .page_part import PagePart
from .pages.feedback_template import without_fonts
from .pages.page import Safe, SubmissionPage
from .record import RecordedCell, RecordedExercise, recorded_cells, recorded_exercise
from .untold_scores import HideScores

AFTER_DEADLINE, FULL = "after the deadline", "full"
Resources = dict[str, Any]


class ShowFindings(KnowsCourse, PagePart):
    """Leaves the marks of the kit's test cells in the feedback, or takes them out.

    Before they are told, a page is a function of the student's answers and of what the student was given. What the
    checks say remains (they do not know the other side's points), and what a person has commented.
    """

    diagnosis = Enum(
        [AFTER_DEADLINE, FULL, "hints"],
        default_value=AFTER_DEADLINE,
        help=(
            "What the feedback tells: 'full', the marks with all findings; 'hints', only what the checks in the "
            "notebook say, too; or 'after the deadline': hints before the student's due date, with the extension, "
            "everything after it and where there is none."
        ),
    ).tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:  # type: ignore[type-arg]
        """Choose for every mark in the notebook; where marks are not told, mark schemes are left out, too."""
        marked = [cell for cell in nb.cells if any(map(_is_mark, cell.get("outputs", ())))]
        if not marked or recorded_exercise(resources) is None:
            return _without_untold(nb), resources
        about = resources["nbgrader"]
        with Gradebook(about["db_url"]) as gradebook:
            full = self.is_full(gradebook, about["assignment"], about["student"])
        for cell in marked:
            _leave(cell, full=full)
        if full:
            return nb, resources
        resources[HideScores.ASKED] = True
        return HideMarkSchemes(parent=self).preprocess(nb, resources)

    def is_full(self, gradebook: Gradebook, assignment: str, student: str) -> bool:
        """Return whether a student's feedback shows the full diagnosis now: not while that student may hand in."""
        if self.diagnosis != AFTER_DEADLINE:
            return bool(self.diagnosis == FULL)
        due = due_of(gradebook, Path(self.course.root), assignment, student)
        return due is None or due <= utc_now()


def _is_mark(output: NotebookNode) -> bool:
    return isinstance(output.get("data", {}).get(UNTOLD), dict)


def _without_untold(nb: NotebookNode) -> NotebookNode:
    """Take out what only the kit's test cells say, of any form, where a student's code has written it."""
    for output in (output for cell in nb.cells for output in cell.get("outputs", ())):
        output.get("data", {}).pop(UNTOLD, None)
    return nb


def _leave(cell: NotebookNode, *, full: bool) -> None:
    """Leave a test cell's marks in its outputs, or what stands in their place; then its value goes, too."""
    for output in filter(_is_mark, cell.outputs):
        untold = output.data.pop(UNTOLD)
        output.data = output.data if full else untold
    if not full:
        cell.outputs = [output for output in cell.outputs if _is_told(output)]


def _is_told(output: NotebookNode) -> bool:
    """Return whether something of an output may be told before marks are."""
    return output.output_type != "execute_result" and bool(output.get("data"))


class HideMarkSchemes(PagePart, ClearMarkScheme):
    """Takes mark schemes out of instructors' cells: they may say what matters to the other side."""

    def preprocess_cell(
        self, cell: NotebookNode, resources: Resources, cell_index: int
    ) -> tuple[NotebookNode, Resources]:
        """Leave a student's own text as it is, whatever it looks like."""
        return super().preprocess_cell(cell, resources, cell_index) if utils.is_locked(cell) else (cell, resources)


class FeedbackPage(CopiedOnce, SubmissionPage):
    """nbgrader's feedback page; that of the kit's exercises runs nothing and loads nothing from anywhere."""

    formulas = True  # of an ordinary assignment: nbgrader's template loads MathJax there, with its Safe extension
    edits = {"bootstrap.min.css": without_fonts}  # noqa: RUF012  # traitlets' classes are configured like this

    def _page(
        self, nb: NotebookNode, safe: Safe, resources: Resources | None, *, typed: bool, **kw: Any
    ) -> tuple[str, Resources]:
        """Return the page: nbgrader's of an ordinary assignment, the kit's own of an exercise."""
        exercise = self.exercise_of(resources)
        if exercise is None:
            return super()._page(nb, safe, resources, typed=typed, **kw)
        told, resources = Exporter.from_notebook_node(self, safe(nb, typed=typed), resources)
        about = resources["nbgrader"]
        with Gradebook(about["db_url"]) as gradebook:
            by = handed_in(gradebook, about, course_zone(self.config))
        return feedback_page(told, exercise, about, by), resources

    def exercise_of(self, resources: Resources | None) -> RecordedExercise | None:
        """Return the record of the notebook that nbgrader is converting, or None if it is not the kit's."""
        return recorded_exercise(resources) if resources and "nbgrader" in resources else None

    def records_of(self, resources: Resources | None) -> tuple[RecordedCell, ...]:
        """Return the gradebook's cells of the notebook that nbgrader is converting."""
        return recorded_cells(resources) if resources and "nbgrader" in resources else ()

    def names(self, resources: Resources) -> tuple[str, str]:
        """Return the names of the assignment and of the notebook that are shown."""
        return resources["nbgrader"]["assignment"], resources["nbgrader"]["notebook"]


class OrdinaryStyles(CSSHTMLHeaderPreprocessor):
    """nbconvert's styles, which the kit's own page has no use for."""

    def preprocess(self, nb: NotebookNode, resources: Resources) -> tuple[NotebookNode, Resources]:
        """Add them to the page of any other notebook."""
        return (nb, resources) if recorded_exercise(resources) else super().preprocess(nb, resources)


class HideTests(PagePart, ClearHiddenTests):
    """Takes hidden tests out of the feedback, source and traceback (nbgrader #917, #1363), from instructors' cells."""

    def preprocess_cell(
        self, cell: NotebookNode, resources: Resources, cell_index: int
    ) -> tuple[NotebookNode, Resources]:
        """Leave a student's own text as it is, whatever it looks like."""
        if not utils.is_grade(cell) or utils.is_solution(cell):
            return cell, resources
        before = cell.source
        cell, resources = super().preprocess_cell(cell, resources, cell_index)
        if cell.source != before:
            for output in cell.get("outputs", ()):
                if output.output_type == "error":
                    is_told = output.ename != "AssertionError" or output.evalue in cell.source
                    output.evalue = output.evalue if is_told else "a hidden test failed"
                    output.traceback = [f"{output.ename}: {output.evalue}"]
        return cell, resources
