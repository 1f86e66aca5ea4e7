"""What nbgrader runs in place of its own parts; other notebooks get nbgrader's own behaviour."""

from dataclasses import asdict, replace
from html import escape
from pathlib import Path
from typing import Any

from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode, from_dict
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import ClearSolutions, NbGraderPreprocessor, OverwriteCells

from ...answers.answer import find_answer
from ...negotiation import NegotiationError
from ..dossiers.dossier import drawn_alike, drawn_case
from ..dossiers.graded import graded_case
from ..dossiers.ids import tidy
from ..dossiers.own_case import require_usable
from ..kit_version import kit_version
from ..marking import FaultyTestCellError, mark_notebook
from ..sound_exercise import about_python, require_equal_points
from ..submission.notebook import read_counted, said_of_left_out
from ..waiting import let_all_wait, let_wait, said_of_nothing
from .copied_once import CopiedOnce
from .elsewhere import handed_out_lines, with_own_cells, written_elsewhere
from .knows_course import KnowsCourse
from .pages.handed_out import given_texts
from .record import RecordedExercise, drafted_exercise, recorded_exercise
from .restore import TYPED, WAITS, restored, restored_before
from .reunited import reunited, said_of_deleted
from .sandboxed_execute import SandboxedExecute
from .whose_case import BelongsElsewhereError, refuse_from_elsewhere, to_mark

Resources = dict[str, Any]
RECORD = "biggerpie"
"""Where a marked notebook's metadata say what it is."""


class SubmissionExporter(KnowsCourse, CopiedOnce, NotebookExporter):
    """Reads a submission of the kit's as data, so that nothing in the file can stop or steer the marking."""

    def from_filename(self, filename: str, resources: Resources | None = None, **kw: Any) -> tuple[str, Resources]:
        """Return the restored notebook as JSON; an unreadable one counts as empty, and says so."""
        exercise = recorded_exercise(resources) if resources else None
        if exercise is None:
            return super().from_filename(filename, resources=resources, **kw)
        path = Path(filename)
        try:
            again = self._is_restored(path, resources)
            notebook = restored_before(path) if again else self._restored(path, exercise, (resources or {})["nbgrader"])
        except BelongsElsewhereError:
            raise
        except NegotiationError as problem:
            notebook = restored(exercise, [], remark=f"**{escape(str(problem))}**")
            let_all_wait(notebook, exercise, str(problem))
            self.log.warning("%s: %s", path.parent, problem, extra={"tell": str(problem), "unread": True})
        resources = {**(resources or {}), "metadata": {"name": path.stem, "path": str(path.parent)}}
        return self.from_notebook_node(notebook, resources, **kw)

    def _restored(self, path: Path, exercise: RecordedExercise, about: Resources) -> NotebookNode:
        """Return the notebook to mark, with what stands outside of its answers; where anything is odd, the log says so.

        Where it holds more than is read, its last cell says so, too.
        """
        submitted, left_out = read_counted(path)
        alone = refuse_from_elsewhere(submitted, exercise, self.course, about["assignment"])
        lines = handed_out_lines(exercise, given_texts(self.course, about["assignment"], about["notebook"]))
        cells = reunited(exercise, submitted, lines)
        elsewhere = written_elsewhere(exercise, cells, lines)
        said = said_of_left_out(left_out)
        notebook = restored(exercise, with_own_cells(cells, elsewhere), ending=said and f"**{said}**")
        waiting = let_wait(notebook, exercise, elsewhere, "in cells that are not read" if left_out else "")
        odd = (alone, said, said_of_deleted(exercise, cells), said_of_nothing(notebook, exercise))
        told = dict.fromkeys(odd, False) | dict.fromkeys(waiting, True)
        for sentence, waits in told.items():
            if sentence:
                self.log.warning("%s: %s", path.parent, sentence, extra={"tell": sentence, "waits": waits})
        return notebook

    def _is_restored(self, path: Path, resources: Resources | None) -> bool:
        """Return whether nbgrader reads again what this exporter wrote a moment ago, which only graders can change."""
        course, about = self.course, (resources or {})["nbgrader"]
        place = course.format_path(course.autograded_directory, about["student"], about["assignment"])
        return path.parent == Path(place)


class MarkAnswers(KnowsCourse, SandboxedExecute):
    """Marks the kit's exercises without executing them; executes any other notebook, on request in a sandbox."""

    def preprocess(
        self, nb: NotebookNode, resources: Resources, *args: Any, **kw: Any
    ) -> tuple[NotebookNode, Resources]:
        """Write the marks and findings into the test cells' outputs."""
        exercise = recorded_exercise(resources)
        if exercise is None:
            return super().preprocess(nb, resources, *args, **kw)
        about, coursedir = resources["nbgrader"], self.course
        identity = student = tidy(about["student"])
        if exercise.named.has_variants:
            identity, told = to_mark(nb, exercise, coursedir, about).identity_of(student)
            for sentence in told:
                self.log.warning("%s: %s", student, sentence, extra={"tell": sentence})
        case = graded_case(Path(coursedir.root), about["assignment"], exercise.named, identity)
        for sentence in mark_notebook(nb, exercise, case):
            self.log.warning("%s: %s", student, sentence, extra={"tell": sentence, "waits": True})
        nb.metadata[RECORD] = self._record(exercise, coursedir, about, identity)
        return nb, resources

    def _record(
        self, exercise: RecordedExercise, coursedir: CourseDirectory, about: Any, identity: str
    ) -> NotebookNode:
        """Return what the marked notebook says of itself: exercise, course, case, whose, and the kit that marked it."""
        origin = replace(exercise.named.origin, exercise=about["assignment"], course=coursedir.course_id)
        whose = {"student": about["student"], "case_of": identity}
        return from_dict({**asdict(origin), "case": exercise.named.words_of_case(), **whose, "kit": kit_version()})


class OverwriteOthers(OverwriteCells):
    """Overwrites locked cells as nbgrader does, but not in the kit's exercises: those are restored already."""

    def preprocess(self, nb: NotebookNode, resources: Resources) -> tuple[NotebookNode, Resources]:
        """Leave a restored notebook as it is; take out of any other what only the kit may say of a cell."""
        if recorded_exercise(resources):
            return nb, resources
        for cell in nb.cells:
            for said in (TYPED, WAITS):
                cell.metadata.pop(said, None)
        return super().preprocess(nb, resources)


class TryTests(NbGraderPreprocessor):
    """Tries an exercise's test cells when it is generated, so that a faulty one is found before it is handed out."""

    def preprocess(self, nb: NotebookNode, resources: Resources) -> tuple[NotebookNode, Resources]:
        """Mark the exercise as if nobody had answered; raise what is wrong with a test cell."""
        try:
            if exercise := drafted_exercise(nb):
                require_usable(Path(CourseDirectory(parent=self).root), exercise.named)
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
