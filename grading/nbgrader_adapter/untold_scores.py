"""Scores that are not told yet: the feedback page says so in each place where it shows one."""

from nbformat import NotebookNode
from nbgrader import utils

from .page_part import PagePart

LATER = "after the due date"


class HideScores(PagePart):
    """Takes all scores, and their sums, out of what nbgrader read from the gradebook.

    A person's comments stay. It stands after nbgrader's GetGrades, and works where `ShowFindings` asked for it.
    """

    ASKED = "biggerpie_hide_scores"

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:  # type: ignore[type-arg]
        """Write in the place of each score when it comes; a late penalty may be as large as the score, so it goes."""
        if resources.get(self.ASKED):
            for cell in nb.cells:
                if utils.is_grade(cell):
                    cell.metadata.nbgrader["score"] = LATER
            resources["nbgrader"] |= {"score": LATER, "late_penalty": 0}
        return nb, resources
