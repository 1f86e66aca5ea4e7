"""An exercise for learners on their own: made without a course, with the marks shown and the mark schemes to read."""

import re
from importlib import resources

import nbformat
from nbformat import NotebookNode
from nbgrader.preprocessors import SaveCells
from traitlets.config import Config

from ..dossiers.named import ALONE, LINE
from .settings import configure_preprocessors
from .write_dossiers import WriteDossiers

COURSE_ONLY = "course-only"
TESTS = re.compile(r"^### (?:BEGIN|END) HIDDEN TESTS\n?", re.MULTILINE)
SCHEME = re.compile(r"<!-- (BEGIN|END) MARK SCHEME -->")
DETAILS = {"BEGIN": "<details><summary>When you have written: how it would be marked</summary>", "END": "</details>"}


def exercise_alone(name: str) -> bytes:
    """Return the exercise as a learner without a course gets it: with the full diagnosis, and cases without end.

    Cells tagged `course-only` are left out.
    """
    source = resources.files("biggerpie.exercises").joinpath(name, "exercise.ipynb").read_text(encoding="utf-8")
    notebook = nbformat.reads(source, as_version=4)
    notebook.cells = [_told(cell) for cell in notebook.cells if COURSE_ONLY not in cell.metadata.get("tags", ())]
    config = Config()
    configure_preprocessors(config)
    for preprocessor in config.GenerateAssignment.preprocessors:
        if preprocessor not in (SaveCells, WriteDossiers):
            notebook, _ = preprocessor(config=config).preprocess(notebook, {})
    return (nbformat.writes(notebook) + "\n").encode()


def _told(cell: NotebookNode) -> NotebookNode:
    """Show what a course hides: the marks, and how written answers are marked."""
    if cell.cell_type == "code":
        told = TESTS.sub("", cell.source).rstrip("\n")
        told += ";" if told != cell.source else ""  # Jupyter need not show the points once more
        cell.source = LINE.sub(lambda line: f"{line[0].rstrip()} {ALONE}", told)
    else:
        cell.source = SCHEME.sub(lambda part: DETAILS[part[1]], cell.source)
    return cell
