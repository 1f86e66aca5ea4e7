"""What a student sees of the marking: no hidden tests, and of the other side what the instructor allows."""

from datetime import UTC, datetime
from typing import Any

from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.api import Gradebook
from nbgrader.preprocessors import ClearHiddenTests, ClearMarkScheme, NbGraderPreprocessor
from traitlets import Enum, List

from .mark import Diagnosis
from .mark_output import HINTS
from .pages.feedback_template import POLICY, with_policy, without_fonts
from .pages.page import SubmissionPage
from .pages.policy import FEEDBACK
from .record import RecordedExercise, recorded_exercise

AFTER_DEADLINE = "after the deadline"
Resources = dict[str, Any]


class PagePart(NbGraderPreprocessor):
    """What works on a feedback page; nbconvert sets this trait for all that do."""

    display_data_priority: Any = List().tag(config=True)


class ShowFindings(PagePart):
    """Leaves the full diagnosis of the kit's marks in the feedback, or the hints only."""

    diagnosis = Enum(
        [AFTER_DEADLINE, "full", "hints"],
        default_value=AFTER_DEADLINE,
        help=(
            "How much of the other side's points the feedback tells: 'full', 'hints', or 'after the deadline': "
            "hints before the assignment's due date, everything after it and where there is none."
        ),
    ).tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:  # type: ignore[type-arg]
        """Choose one of the two for every mark in the notebook; with hints, mark schemes are left out, too."""
        marks = [output for cell in nb.cells for output in cell.get("outputs", ()) if _has_hints(output)]
        if not marks:
            return nb, resources
        about = resources["nbgrader"]
        with Gradebook(about["db_url"]) as gradebook:
            full = self.is_full(gradebook, about["assignment"])
        for output in marks:
            hints = output.data.pop(HINTS)
            output.data = output.data if full else hints
        return (nb, resources) if full else HideMarkSchemes(parent=self).preprocess(nb, resources)

    def is_full(self, gradebook: Gradebook, assignment: str) -> bool:
        """Return whether an assignment's feedback shows the full diagnosis now."""
        if self.diagnosis != AFTER_DEADLINE:
            return bool(self.diagnosis == Diagnosis.FULL)
        due = gradebook.find_assignment(assignment).duedate
        return due is None or due <= datetime.now(UTC).replace(tzinfo=None)  # nbgrader keeps UTC without saying so


def _has_hints(output: NotebookNode) -> bool:
    return isinstance(output.get("data", {}).get(HINTS), dict)


class HideMarkSchemes(PagePart, ClearMarkScheme):
    """Takes mark schemes out of instructors' cells: they may say what matters to the other side."""

    def preprocess_cell(
        self, cell: NotebookNode, resources: Resources, cell_index: int
    ) -> tuple[NotebookNode, Resources]:
        """Leave a student's own text as it is, whatever it looks like."""
        return super().preprocess_cell(cell, resources, cell_index) if utils.is_locked(cell) else (cell, resources)


class FeedbackPage(SubmissionPage):
    """nbgrader's feedback page; that of the kit's exercises runs nothing and loads nothing from anywhere."""

    edits = {"index.html.j2": with_policy, "bootstrap.min.css": without_fonts}  # noqa: RUF012  # traitlets' classes are configured like this

    def exercise_of(self, resources: Resources | None) -> RecordedExercise | None:
        """Return the record of the notebook that nbgrader is converting, or None where it is not the kit's."""
        exercise = recorded_exercise(resources) if resources and "nbgrader" in resources else None
        if exercise and resources:
            resources[POLICY] = FEEDBACK
        return exercise


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
                    output.traceback = [f"{output.ename}: {output.evalue}"]
        return cell, resources
