"""What nbgrader runs in place of its own parts; other notebooks get nbgrader's own behaviour."""

from collections.abc import Callable, Collection
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import ClearSolutions, NbGraderPreprocessor, OverwriteCells

from ...answers.answer import find_answer
from ...negotiation import NegotiationError
from ..dossiers.dossier import drawn_alike, drawn_case
from ..dossiers.graded import classmates, graded_case, graded_places, worked_under
from ..dossiers.places import Places
from ..dossiers.pool import tidy
from ..dossiers.worked_as import proposed_line
from ..marking import FaultyTestCellError, mark_notebook
from ..sound_exercise import about_python, require_equal_points
from ..submission.notebook import read_counted, said_of_left_out, typed_student
from .record import RecordedExercise, drafted_exercise, recorded_exercise
from .restore import restored, restored_before
from .sandboxed_execute import SandboxedExecute
from .write_dossiers import class_list

Resources = dict[str, Any]
ANOTHERS_ID = (
    "the notebook was worked on as {other}, who is another student, and handed in by {student!r}, on whose case it "
    "is marked; ask how that came about."
)
ANOTHERS_CASE = (
    "the notebook was worked on as {other}, which opens the case of {whose!r}, and handed in by {student!r}, on "
    "whose case it is marked; no line in worked-as.csv changes that. Ask how that came about."
)
WRONG_ID = "the notebook was worked on as {other}, but handed in by {student!r}, on whose case it is marked; "
SLIP = "if that was a slip, write '{line}' into worked-as.csv in the course folder and grade again."
NO_SLIP = "no line for worked-as.csv is proposed, for that is no plain id. Ask how that came about."
LONGEST_ID = 60


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
            notebook = restored_before(path) if again else self._restored(path, exercise)
        except NegotiationError as problem:
            notebook = restored(exercise, [], remark=f"**{escape(str(problem))}**")
            self.log.warning("%s: %s", path.parent, problem, extra={"tell": str(problem)})
        resources = {**(resources or {}), "metadata": {"name": path.stem, "path": str(path.parent)}}
        return self.from_notebook_node(notebook, resources, **kw)

    def _restored(self, path: Path, exercise: RecordedExercise) -> NotebookNode:
        """Return the notebook to mark; where it holds more than is read, its last cell and the log say so."""
        cells, left_out = read_counted(path)
        said = said_of_left_out(left_out)
        if said:
            self.log.warning("%s: %s", path.parent, said, extra={"tell": said})
        return restored(exercise, cells, ending=said and f"**{said}**")

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
        identity = about["student"]
        if exercise.named.has_variants:
            identity = self._identity(course, about, tidy(typed_student(nb)))
        mark_notebook(nb, exercise, graded_case(course, about["assignment"], exercise.named, identity))
        return nb, resources

    def _identity(self, course: Path, about: Resources, typed: str) -> str:
        """Return the id on whose case a submission is marked, and tell what is odd about it."""
        student, exercise = tidy(about["student"]), about["assignment"]
        students = partial(classmates, course, exercise, partial(class_list, about["db_url"]))
        identity, refused = worked_under(course, exercise, student, students)
        said = [refused, _another_id(graded_places(course, exercise), student, identity, typed, students)]
        for sentence in filter(None, said):
            self.log.warning("%s: %s", student, sentence, extra={"tell": sentence})
        return identity


def _another_id(
    places: Places, student: str, identity: str, typed: str, students: Callable[[], Collection[str]]
) -> str:
    """Return a sentence where the notebook was worked on under an id that opens another case; "" where it was not."""
    if not typed or places.number_of(typed) in {places.number_of(student), places.number_of(identity)}:
        return ""
    whose = places.whose(typed, {tidy(other) for other in students()} - {student})
    shown = ascii(typed if len(typed) <= LONGEST_ID else f"{typed[:LONGEST_ID]}…")
    if whose:
        return (ANOTHERS_ID if whose == typed else ANOTHERS_CASE).format(other=shown, student=student, whose=whose)
    line = proposed_line(student, typed)
    return WRONG_ID.format(other=shown, student=student) + (SLIP.format(line=line) if line else NO_SLIP)


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
                _try(resources["nbgrader"]["assignment"], exercise)
        except NegotiationError as problem:
            self.log.error("%s", problem)  # noqa: TRY400  # nbgrader logs the traceback itself
            raise
        return nb, resources


def _try(name: str, exercise: RecordedExercise) -> None:
    named = exercise.named
    tried = drawn_case(named, "a trial") if named.has_variants else drawn_alike(named)
    try:
        mark_notebook(restored(exercise, []), exercise, tried)
    except FaultyTestCellError as problem:
        raise NegotiationError(about_python(name, exercise) or str(problem)) from problem
    require_equal_points(name, exercise)


class KeepForms(ClearSolutions):
    """Leaves the blank form of an `%%answer` cell for the student; clears solutions everywhere else."""

    def preprocess_cell(
        self, cell: NotebookNode, resources: Resources, cell_index: int
    ) -> tuple[NotebookNode, Resources]:
        """Return a form unchanged: it holds no solution, because the model computes what is best."""
        if find_answer(cell.source):
            return cell, resources
        return super().preprocess_cell(cell, resources, cell_index)
