"""What the gradebook knows of an exercise, and of a student's marks for it."""

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.apps.baseapp import NbGrader
from nbgrader.preprocessors import ClearHiddenTests, ClearMarkScheme

from ...negotiation import NegotiationError
from ..dossiers.dossier import Opened
from ..dossiers.graded import graded_case, worked_under
from ..dossiers.named import NamedCase
from ..nbgrader_adapter.pages.handed_out import UNREADABLE, source_texts
from ..nbgrader_adapter.record import RecordedExercise, recorded_exercise
from ..nbgrader_adapter.restore import restored
from ..nbgrader_adapter.standing import generated
from ..nbgrader_adapter.write_dossiers import class_list
from .cells import Given
from .marks import Marks, marks_so_far


@dataclass(frozen=True, slots=True)
class Recorded:
    """An exercise as it was generated; `exercise` is None if it is not the kit's or was not generated here."""

    app: NbGrader
    notebooks: tuple[str, ...] = ()
    exercise: RecordedExercise | None = None
    given: Given = field(default_factory=Given)
    due: str = ""

    @property
    def course(self) -> Path:
        """The course's folder."""
        return Path(self.app.coursedir.root)

    def opened(self, student: str, exercise: str, named: NamedCase) -> Opened:
        """Return the case that a student is marked on; raise NegotiationError if it is unknown."""
        if named.has_variants:
            students = partial(class_list, self.app.coursedir.db_url)
            student, _ = worked_under(self.course, exercise, student, students)
        return graded_case(self.course, exercise, named, student)

    def marks(self, student: str, exercise: str) -> Marks | None:
        """Return the marks that the gradebook holds for a submission, None where it holds none."""
        with Gradebook(self.app.coursedir.db_url) as gradebook:
            return marks_so_far(gradebook, student, exercise)


def recorded(app: NbGrader, name: str) -> Recorded:
    """Return what the gradebook knows of an exercise."""
    try:
        with Gradebook(app.coursedir.db_url) as gradebook:
            notebooks = generated(gradebook, name).notebooks
            due = gradebook.find_assignment(name).duedate
        exercise = _kit_exercise(app, name, notebooks)
    except (NegotiationError, MissingEntry):
        return Recorded(app)
    given = _given(app, name, notebooks, exercise) if exercise else Given()
    return Recorded(app, notebooks, exercise, given, f"{due:%Y-%m-%d %H:%M:%S} UTC" if due else "")


def _kit_exercise(app: NbGrader, name: str, notebooks: tuple[str, ...]) -> RecordedExercise | None:
    about = ({"db_url": app.coursedir.db_url, "assignment": name, "notebook": Path(n).stem} for n in notebooks)
    return next(filter(None, (recorded_exercise({"nbgrader": one}) for one in about)), None)


def _given(app: NbGrader, name: str, notebooks: tuple[str, ...], exercise: RecordedExercise) -> Given:
    """Return each cell's text as students got it: nbgrader takes hidden tests and mark schemes out."""
    notebook = restored(exercise, [])
    for clear in (ClearHiddenTests(parent=app), ClearMarkScheme(parent=app)):
        for number, cell in enumerate(notebook.cells):
            notebook.cells[number], _ = clear.preprocess_cell(cell, {}, number)
    texts = {cell.metadata.nbgrader.grade_id: cell.source for cell in notebook.cells}
    records = {record.name: record for record in exercise.cells}
    return Given(records, texts, _unrecorded(app, name, notebooks))


def _unrecorded(app: NbGrader, name: str, notebooks: tuple[str, ...]) -> frozenset[str]:
    """Return the text of the source's cells; the gradebook holds only those that nbgrader knows by name."""
    try:
        texts = [text for notebook in notebooks for text in source_texts(app.coursedir, name, notebook)]
    except UNREADABLE:  # then it is not told what was given
        return frozenset()
    return frozenset(text.strip() for text in texts)
