"""Who is late: nbgrader's penalties, after the gradebook has the time of the submission and the student's extension."""

from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.preprocessors import AssignLatePenalties
from traitlets.config import Configurable

from .due_dates import settle_extension
from .knows_course import KnowsCourse
from .time_stamps import time_of


class SettleLateness(KnowsCourse, AssignLatePenalties):
    """nbgrader's penalties; nbgrader itself keeps an older time where a submission's stamp tells none any more."""

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Note the time and the extension of the submission, then give the penalty."""
        about, course = resources["nbgrader"], self.course
        submitted = course.format_path(course.submitted_directory, about["student"], about["assignment"])
        with Gradebook(about["db_url"]) as gradebook:
            submission = gradebook.find_submission(about["assignment"], about["student"])
            submission.timestamp = time_of(submitted)
            settle_extension(gradebook, Path(course.root), submission)
            gradebook.db.commit()
        return super().preprocess(nb, resources)

    def give_again(self, gradebook: Gradebook, assignment: str, student: str) -> None:
        """Give a submission its penalty by the marks there are now: a person may have given some since."""
        submission = gradebook.find_submission(assignment, student)
        seconds = submission.total_seconds_late
        self.init_plugin()
        for notebook in submission.notebooks:
            given = self.plugin_inst.late_submission_penalty(student, notebook.score, seconds) if seconds > 0 else 0
            notebook.late_submission_penalty = given and self._check_late_penalty(notebook, given)
        gradebook.db.commit()


def settle_penalties(gradebook: Gradebook, course: Path, assignment: str, settings: Configurable) -> None:
    """Give late submissions their penalties by the marks, the extensions and the settings that there are now."""
    lateness = SettleLateness(parent=settings)
    due = gradebook.find_assignment(assignment).duedate
    for submission in gradebook.assignment_submissions(assignment):
        is_late = bool(due and submission.timestamp and submission.timestamp > due)
        if is_late or submission.late_submission_penalty:
            settle_extension(gradebook, course, submission)
            lateness.give_again(gradebook, assignment, submission.student_id)
