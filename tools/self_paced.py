"""Exercises for learners without a course: marks shown, mark schemes to read; derived from the exercises.

`python -m tools.self_paced` says which are not up to date; with --write, it brings them up to date. A translated
exercise is the English one with the texts of `exercises/LANGUAGE/NAME.md`, see [translated](translated.py).
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
from nbformat.v4 import new_code_cell, new_markdown_cell
from nbgrader.preprocessors import SaveCells
from traitlets.config import Config

from .canonical import PROTECTED
from .translated import translated

EXERCISES = Path(__file__).parents[1] / "exercises"
SELF_PACED = EXERCISES / "self-paced"
EXERCISE = "exercise.ipynb"
COURSE_ONLY = "course-only"
OF_A_COURSE = (SaveCells, NameExercise, WriteDossiers, NoteSource)
ITEM = re.compile(r"^- (\d+) marks: (?:\((\d+) for each)?", re.MULTILINE)
TESTS = re.compile(r"^### (?:BEGIN|END) HIDDEN TESTS\n?", re.MULTILINE)
SCHEME = re.compile(r"\n*<!-- BEGIN MARK SCHEME -->\n(.*?)\n<!-- END MARK SCHEME -->", re.DOTALL)
DETAILS = """## How good is your text?

<details><summary>When you have written: how it would be marked</summary>
{}
</details>"""
TO_THE_MAP = "\n\n[Back to the course map](../../lessons/00-welcome.ipynb)"
OWN_MARK = "from biggerpie.widgets import SelfMark\nSelfMark([{}], marks)"


def all_self_paced() -> dict[Path, bytes]:
    """Return what every self-paced exercise should hold, by its file."""
    sources = sorted(EXERCISES.glob("*/exercise.ipynb"))
    english = {SELF_PACED / source.parent.name / source.name: self_paced(source) for source in sources}
    told = {
        SELF_PACED / text.parent.name / text.stem / EXERCISE: translated(
            english[SELF_PACED / text.stem / EXERCISE], text
        )
        for text in sorted(EXERCISES.glob("*/*.md"))
    }
    return english | told


def self_paced(source: Path) -> bytes:
    """Return an exercise as a learner without a course gets it: with the full diagnosis, and cases without end.

    Cells tagged `course-only` are left out, and only answers can be changed. Its metadata tell JupyterLab that nobody
    collects it: there is nothing to validate.
    """
    notebook = nbformat.reads(source.read_text(encoding="utf-8"), as_version=4)
    notebook.cells = [_told(cell) for cell in _for_oneself(notebook.cells)]
    notebook.cells[0].source += TO_THE_MAP
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


def _for_oneself(cells: list[NotebookNode]) -> list[NotebookNode]:
    """Leave out what belongs to a course, and put each mark scheme below the answer that is marked by it."""
    kept: list[NotebookNode] = []
    scheme = ""
    for cell in cells:
        if COURSE_ONLY in cell.metadata.get("tags", ()):
            continue
        kept.append(cell)
        if cell.cell_type == "markdown" and (found := SCHEME.search(cell.source)):
            scheme, cell.source = found[1], SCHEME.sub("", cell.source)
        elif scheme and cell.cell_type == "markdown" and cell.metadata.get("nbgrader", {}).get("solution"):
            kept += _own_mark(cell, scheme)
            scheme = ""
    return kept


def _own_mark(answer: NotebookNode, scheme: str) -> list[NotebookNode]:
    """Return the scheme, to be opened, and the cell in which the learner marks by it."""
    items = [(int(points), int(each or points)) for points, each in ITEM.findall(scheme)]
    if sum(points for points, _ in items) != answer.metadata.nbgrader.points:
        raise ValueError(f"the items of the mark scheme of {answer.id} do not sum to its points.")
    said = (f"({points}, {points // each})" if each < points else str(points) for points, each in items)
    shown = new_markdown_cell(DETAILS.format(scheme), id=f"{answer.id}-scheme", metadata=PROTECTED)
    return [shown, new_code_cell(OWN_MARK.format(", ".join(said)), id=f"{answer.id}-own-mark", metadata=PROTECTED)]


def _told(cell: NotebookNode) -> NotebookNode:
    """Show the marks that a course hides."""
    if cell.cell_type == "code":
        told = TESTS.sub("", cell.source).rstrip("\n")
        told += ";" if told != cell.source else ""  # Jupyter need not show the points once more
        cell.source = LINE.sub(lambda line: f"{line[0].rstrip()} {ALONE}", told)
    return cell


def main() -> int:
    """Say which self-paced exercises are not what their sources make; with --write, mend them."""
    write = "--write" in sys.argv
    wanted = all_self_paced()
    stray = sorted(set(SELF_PACED.rglob("*.ipynb")) - set(wanted))
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
