"""An exercise's cells as students got them: nbgrader takes hidden tests and mark schemes out."""

from collections.abc import Mapping

from nbgrader.preprocessors import ClearHiddenTests, ClearMarkScheme

from .open_course import OpenCourse
from .pages.handed_out import UNREADABLE, source_texts
from .record import RecordedExercise
from .restore import restored


def texts_handed_out(course: OpenCourse, exercise: RecordedExercise) -> Mapping[str, str]:
    """Return the text of each cell that nbgrader knows, by the cell's name."""
    notebook = restored(exercise, [])
    for clear in (ClearHiddenTests(parent=course.app), ClearMarkScheme(parent=course.app)):
        for number, cell in enumerate(notebook.cells):
            notebook.cells[number], _ = clear.preprocess_cell(cell, {}, number)
    return {cell.metadata.nbgrader.grade_id: cell.source for cell in notebook.cells}


def all_texts_handed_out(course: OpenCourse, assignment: str, notebooks: tuple[str, ...]) -> frozenset[str]:
    """Return the texts of all cells of the source, with those that no gradebook holds; none where it is gone."""
    try:
        texts = [text for notebook in notebooks for text in source_texts(course.app.coursedir, assignment, notebook)]
    except UNREADABLE:
        return frozenset()
    return frozenset(text.strip() for text in texts)
