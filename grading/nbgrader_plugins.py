"""What nbgrader runs in place of its own parts; other notebooks get nbgrader's own behaviour."""

from html import escape
from pathlib import Path
from typing import Any

from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import ClearSolutions, NbGraderPreprocessor, OverwriteCells

from ..negotiation import NegotiationError
from .answers import find_answer
from .dossiers.dossier import drawn_alike, drawn_case
from .dossiers.graded import graded_case, worked_as
from .dossiers.pool import tidy
from .marking import mark_notebook
from .record import drafted_exercise, recorded_exercise
from .restore import restored, restored_before
from .sandbox.execute import SandboxedExecute
from .submission import read_submission, typed_student

Resources = dict[str, Any]
ANOTHERS_ID = (
    "the notebook was worked on as {other!r}, who is another student, and handed in by {student!r}, on whose case it "
    "is marked; ask how that came about."
)
WRONG_ID = (
    "the notebook was worked on as {other!r}, but handed in by {student!r}, on whose case it is marked; if that was a "
    "slip, write '{student},{other}' into worked-as.csv in the course folder and grade again."
)


class SubmissionExporter(NotebookExporter):
    """Reads a submission of the kit's as data, so that nothing in the file can stop or steer the marking."""

    def from_filename(self, filename: str, resources: Resources | None = None, **kw: Any) -> tuple[str, Resources]:
        """Return the restored notebook as JSON; an unreadable one counts as empty, and says so."""
        exercise = recorded_exercise(resources) if resources else None
        if exercise is None:
            return super().from_filename(filename, resources=resources, **kw)
        path = Path(filename)
        try:
            again = self._is_restored(path, resources)
            notebook = restored_before(path) if again else restored(exercise, read_submission(path))
        except NegotiationError as problem:
            notebook = restored(exercise, [], remark=f"**{escape(str(problem))}**")
            self.log.warning("%s: %s", path.parent, problem, extra={"tell": str(problem)})
        resources = {**(resources or {}), "metadata": {"name": path.stem, "path": str(path.parent)}}
        return self.from_notebook_node(notebook, resources, **kw)

    def _is_restored(self, path: Path, resources: Resources | None) -> bool:
        """Return whether nbgrader reads again what this exporter wrote a moment ago, which only graders can change."""
        course, about = CourseDirectory(parent=self), (resources or {})["nbgrader"]
        place = course.format_path(course.autograded_directory, about["student"], about["assignment"])
        return path.parent == Path(place)


class MarkAnswers(SandboxedExecute):
    """Marks the kit's exercises without executing them; executes any other notebook, on request in a sandbox."""

    def preprocess(
        self, nb: NotebookNode, resources: Resources, *args: Any, **kw: Any
    ) -> tuple[NotebookNode, Resources]:
        """Write the marks and findings into the test cells' outputs."""
        exercise = recorded_exercise(resources)
        if exercise is None:
            return super().preprocess(nb, resources, *args, **kw)
        about, course = resources["nbgrader"], Path(CourseDirectory(parent=self).root)
        student = about["student"]
        if (other := typed_student(nb)) and tidy(other) != worked_as(course).get(tidy(student), tidy(student)):
            said = (ANOTHERS_ID if _is_enrolled(about["db_url"], other) else WRONG_ID).format(
                other=other, student=student
            )
            self.log.warning("%s: %s", student, said, extra={"tell": said})
        mark_notebook(nb, exercise, graded_case(course, about["assignment"], exercise.named, student))
        return nb, resources


def _is_enrolled(db_url: str, student: str) -> bool:
    with Gradebook(db_url) as gradebook:
        return any(known.id == student for known in gradebook.students)


class OverwriteOthers(OverwriteCells):
    """Overwrites locked cells as nbgrader does, but not in the kit's exercises: those are restored already."""

    def preprocess(self, nb: NotebookNode, resources: Resources) -> tuple[NotebookNode, Resources]:
        """Leave a restored notebook as it is."""
        return (nb, resources) if recorded_exercise(resources) else super().preprocess(nb, resources)


class TryTests(NbGraderPreprocessor):
    """Tries an exercise's test cells when it is generated, so that a faulty one is found before it is handed out."""

    def preprocess(self, nb: NotebookNode, resources: Resources) -> tuple[NotebookNode, Resources]:
        """Mark the exercise as if nobody had answered; raise what is wrong with a test cell."""
        try:
            if exercise := drafted_exercise(nb):
                named = exercise.named
                tried = drawn_case(named, "a trial") if named.has_variants else drawn_alike(named)
                mark_notebook(restored(exercise, []), exercise, tried)
        except NegotiationError as problem:
            self.log.error("%s", problem)  # noqa: TRY400  # nbgrader logs the traceback itself
            raise
        return nb, resources


class KeepForms(ClearSolutions):
    """Leaves the blank form of an `%%answer` cell for the student; clears solutions everywhere else."""

    def preprocess_cell(
        self, cell: NotebookNode, resources: Resources, cell_index: int
    ) -> tuple[NotebookNode, Resources]:
        """Return a form unchanged: it holds no solution, because the model computes what is best."""
        if find_answer(cell.source):
            return cell, resources
        return super().preprocess_cell(cell, resources, cell_index)
