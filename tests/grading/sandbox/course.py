"""A course of honest students, thieves and bombers, and its marks with and without the sandbox."""

from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from nbgrader.api import Gradebook

from ..nbgrader_adapter.test_ordinary_assignments import KERNEL, about
from ..test_class_of_thirty import nbgrader

LIMITS = """
c.MarkAnswers.sandbox = True
c.MarkAnswers.timeout = 3
c.MarkAnswers.iopub_timeout = 2
c.MarkAnswers.sandbox_seconds = 8
c.MarkAnswers.sandbox_memory_mb = 400
c.MarkAnswers.sandbox_processes = 40
c.MarkAnswers.sandbox_files_mb = 20
c.MarkAnswers.sandbox_output_mb = 1
"""
RIGHT = "from pathlib import Path\ns = sum(map(int, Path('data.csv').read_text().split(',')))"


@dataclass(frozen=True)
class Run:
    """A marked course, before and after its sandbox was switched on."""

    course: Path
    without: dict[str, float]
    within: dict[str, float]
    log: str
    thefts_without: str

    def outputs(self, student: str) -> str:
        """What a student's cells show after they ran in the sandbox."""
        return outputs(self.course, student)


def outputs(course: Path, student: str) -> str:
    notebook = nbformat.read(course / "autograded" / student / "sums" / "sums.ipynb", as_version=4)
    return str([cell.outputs for cell in notebook.cells if cell.cell_type == "code"])


def scores(course: Path, assignment: str = "sums") -> dict[str, float]:
    with Gradebook(f"sqlite:///{course}/gradebook.db") as gradebook:
        return {s.student_id: s.score for s in gradebook.assignment_submissions(assignment)}


def release(course: Path) -> nbformat.NotebookNode:
    """Make the assignment, which brings a file of data, and return what students get."""
    cells = [
        new_markdown_cell("# Sums"),
        new_code_cell(f"### BEGIN SOLUTION\n{RIGHT}\n### END SOLUTION", metadata=about("s", solution=True)),
        new_code_cell("assert s == 6", metadata=about("t", grade=True, locked=True, points=2)),
        new_code_cell("assert s > 5", metadata=about("u", grade=True, locked=True, points=1)),
    ]
    place = course / "source" / "sums"
    place.mkdir()
    (place / "data.csv").write_text("1,2,3")
    nbformat.write(new_notebook(cells=cells, metadata=KERNEL), place / "sums.ipynb")
    nbgrader(course, "generate_assignment", "sums")
    return nbformat.read(course / "release" / "sums" / "sums.ipynb", as_version=4)


def submit(course: Path, student: str, *code: str) -> None:
    """Hand in a notebook whose answer is the last code; the others stand in cells of the student's own."""
    notebook = nbformat.read(course / "release" / "sums" / "sums.ipynb", as_version=4)
    notebook.cells[1].source = code[-1]
    notebook.cells[1:1] = [new_code_cell(more) for more in code[:-1]]
    place = course / "submitted" / student / "sums"
    place.mkdir(parents=True)
    nbformat.write(notebook, place / "sums.ipynb")
