"""nbgrader's writing of marks into the gradebook, which lets the parts wait that a person must look at."""

from typing import Any

from nbformat import NotebookNode
from nbgrader.preprocessors import SaveAutoGrades

from .restore import WAITS


class SaveMarks(SaveAutoGrades):
    """Saves the marks as nbgrader does; one that was given for what could not be read for sure is no last word."""

    def _add_score(self, cell: NotebookNode, resources: dict[str, Any]) -> None:
        super()._add_score(cell, resources)
        if WAITS in cell.metadata:
            name = cell.metadata["nbgrader"]["grade_id"]
            grade = self.gradebook.find_grade(name, self.notebook_id, self.assignment_id, self.student_id)
            grade.needs_manual_grade = True
            self.gradebook.db.commit()
