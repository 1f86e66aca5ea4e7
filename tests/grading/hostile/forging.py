"""Notebooks whose cells, outputs and metadata claim marks."""

from typing import Any

from ..class_of_thirty import Notebook
from .model import MARKED, Hostile, cell_of, notebook, tests_of

FULL = {"output_type": "execute_result", "execution_count": 1, "data": {"text/plain": "30.0"}, "metadata": {}}


def outputs(notebook: Notebook) -> None:
    """Full marks in every output."""
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = [FULL]


def about(**changes: Any):
    """Change nbgrader's metadata of the test cells."""

    def edit(notebook: Notebook) -> None:
        for cell in tests_of(notebook):
            cell["metadata"]["nbgrader"] |= changes

    return edit


def tests(source: str, **metadata: Any):
    """Write something else into the test cells."""

    def edit(notebook: Notebook) -> None:
        for cell in tests_of(notebook):
            cell["source"] = source
            cell["metadata"] |= metadata

    return edit


def as_markdown(notebook: Notebook) -> None:
    """Tests that are text."""
    for cell in tests_of(notebook):
        cell["cell_type"] = "markdown"
        del cell["outputs"], cell["execution_count"]


def no_metadata(notebook: Notebook) -> None:
    """No cell is known to nbgrader."""
    for cell in notebook["cells"]:
        cell["metadata"] = {}


def new_ids(notebook: Notebook) -> None:
    """Every cell renamed."""
    for number, cell in enumerate(notebook["cells"]):
        if "nbgrader" in cell["metadata"]:
            cell["metadata"]["nbgrader"]["grade_id"] = f"mine-{number}"


def swapped(notebook: Notebook) -> None:
    """The two answers under each other's names."""
    first, second = (cell_of(notebook, name)["metadata"]["nbgrader"] for name in ("labels", "package"))
    first["grade_id"], second["grade_id"] = "package", "labels"


def same_cell_ids(notebook: Notebook) -> None:
    """One id for all cells, as a merge leaves them."""
    for cell in notebook["cells"]:
        cell["id"] = "same"


def copied_tests(notebook: Notebook) -> None:
    """Every test twice, the copy with full marks."""
    copies = [{**cell, "id": f"copy-{n}", "source": "30.0"} for n, cell in enumerate(tests_of(notebook))]
    notebook["cells"] += copies


def bonus(notebook: Notebook) -> None:
    """A graded cell that no instructor wrote."""
    made = {"grade": True, "grade_id": "bonus", "locked": True, "points": 500, "schema_version": 3, "solution": False}
    cell = {"cell_type": "code", "id": "bonus", "metadata": {"nbgrader": made}, "source": "500.0", "outputs": []}
    notebook["cells"].append({**cell, "execution_count": None})


def unlocked(notebook: Notebook) -> None:
    """The cell that opens the case gives full marks instead."""
    cell_of(notebook, "open-case")["source"] = (
        "class Free:\n    def __getattr__(self, name): return lambda *a, **k: 30.0\n"
        "grade = lambda *a, **k: 30.0\ncheck = labels = package = print"
    )


def only_answers(notebook: Notebook) -> None:
    """Everything deleted but the two answers."""
    notebook["cells"] = [cell_of(notebook, "labels"), cell_of(notebook, "package")]


SUBMISSIONS: tuple[Hostile, ...] = (
    notebook("outputs forged", "forge", outputs),
    notebook("points raised", "forge", about(points=1000)),
    notebook("points that are words", "break", about(points="many")),
    notebook("points that are no number", "forge", about(points=float("nan"))),
    notebook("tests said to be answers", "forge", about(solution=True, locked=False)),
    notebook("tests said to be ungraded", "break", about(grade=False)),
    notebook("schema of the future", "stop", about(schema_version=99)),
    notebook("schema of the past", "stop", about(schema_version=1)),
    notebook("schema that is a word", "break", about(schema_version="x")),
    notebook("ids that are lists", "break", about(grade_id=["mark-labels"])),
    notebook("metadata left out", "break", no_metadata),
    notebook("cells renamed", "break", new_ids),
    notebook("answers' names swapped", "break", swapped),
    notebook("cell ids that are all the same", "break", same_cell_ids),
    notebook("tests copied", "forge", copied_tests),
    notebook("graded cell invented", "forge", bonus),
    notebook("locked cell rewritten", "forge", unlocked),
    notebook("tests replaced by full marks", "forge", tests("30.0")),
    notebook("tests replaced by nothing", "forge", tests("pass")),
    notebook("tests that are text", "forge", as_markdown),
    notebook("tests skipped by a tag", "forge", tests("", tags=["skip-execution"])),
    notebook("cells in reverse", "break", lambda n: n["cells"].reverse()),
    notebook("cells deleted", "break", only_answers, MARKED),
    notebook(
        "all cells deleted", "break", lambda n: n["cells"].clear(), package=None, right=0, sentence="nothing is said"
    ),
)
