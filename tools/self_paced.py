"""Exercises for learners without a course: marks shown, mark schemes to read; derived from the exercises.

`python -m tools.self_paced` says which are not up to date; with --write, it brings them up to date.
"""

import re
import sys
from pathlib import Path

import nbformat
from biggerpie.grading.dossiers.named import ALONE, LINE
from biggerpie.grading.nbgrader_adapter.name_exercise import NameExercise
from biggerpie.grading.nbgrader_adapter.noted_source import NoteSource
from biggerpie.grading.nbgrader_adapter.settings import configure_preprocessors
from biggerpie.grading.nbgrader_adapter.write_dossiers import WriteDossiers
from nbformat import NotebookNode
from nbgrader.preprocessors import SaveCells
from traitlets.config import Config

from .canonical import PROTECTED

EXERCISES = Path(__file__).parents[1] / "exercises"
SELF_PACED = EXERCISES / "self-paced"
COURSE_ONLY = "course-only"
OF_A_COURSE = (SaveCells, NameExercise, WriteDossiers, NoteSource)
TESTS = re.compile(r"^### (?:BEGIN|END) HIDDEN TESTS\n?", re.MULTILINE)
SCHEME = re.compile(r"<!-- (BEGIN|END) MARK SCHEME -->")
DETAILS = {"BEGIN": "<details><summary>When you have written: how it would be marked</summary>", "END": "</details>"}


def all_self_paced() -> dict[Path, bytes]:
    """Return what every self-paced exercise should hold, by its file."""
    sources = sorted(EXERCISES.glob("*/exercise.ipynb"))
    return {SELF_PACED / source.parent.name / source.name: self_paced(source) for source in sources}


def self_paced(source: Path) -> bytes:
    """Return an exercise as a learner without a course gets it: with the full diagnosis, and cases without end.

    Cells tagged `course-only` are left out, and only answers can be changed. Its metadata tell JupyterLab that nobody
    collects it: there is nothing to validate.
    """
    notebook = nbformat.reads(source.read_text(encoding="utf-8"), as_version=4)
    notebook.cells = [_told(cell) for cell in notebook.cells if COURSE_ONLY not in cell.metadata.get("tags", ())]
    config = Config()
    configure_preprocessors(config)
    resources = {"nbgrader": {"assignment": source.parent.name}}
    for preprocessor in config.GenerateAssignment.preprocessors:
        if preprocessor not in OF_A_COURSE:
            notebook, _ = preprocessor(config=config).preprocess(notebook, resources)
    for cell in notebook.cells:
        if not cell.metadata.get("nbgrader", {}).get("solution"):
            cell.metadata.update(PROTECTED)
    notebook.metadata["biggerpie"] = {"alone": source.parent.name}
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


def main() -> int:
    """Say which self-paced exercises are not what their sources make; with --write, mend them."""
    write = "--write" in sys.argv
    wanted = all_self_paced()
    stray = sorted(set(SELF_PACED.glob("*/*.ipynb")) - set(wanted))
    wrong = [file for file, content in wanted.items() if not file.is_file() or file.read_bytes() != content]
    for file in [*wrong, *stray]:
        print(f"{'mended' if write else 'not up to date'}: {file.relative_to(EXERCISES)}")
    if write:
        for file in wrong:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(wanted[file])
        for file in stray:
            file.unlink()
    return 0 if write else len(wrong) + len(stray)


if __name__ == "__main__":
    sys.exit(main())
