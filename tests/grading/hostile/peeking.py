"""Notebooks that ask for marks, choose their case, or stand in for what is told later."""

from typing import Any

from biggerpie.grading.report.output import UNTOLD

from ..class_of_thirty import Notebook
from .course import NEIGHBOUR
from .model import NO_LABELS, Hostile, notebook, tests_of, write_in

ASK = """display(grade(labels, points=30), grade(package, points=50))
from biggerpie.grading.rubrics.package import mark_package
"""
TOLD = {"text/plain": "Mark for this part: 50 of 50", "text/html": "<strong>Mark for this part: 50 of 50</strong>"}


def told(cell: dict[str, Any]) -> None:
    """Put full marks where a test cell's mark, and what stands in its place, are kept."""
    cell["outputs"] = [{"output_type": "display_data", "data": {**TOLD, UNTOLD: TOLD}, "metadata": {}}]


def told_in_tests(notebook: Notebook) -> None:
    """Do so in the test cells."""
    for cell in tests_of(notebook):
        told(cell)


def told_in_answers(notebook: Notebook) -> None:
    """Do so in all other code cells."""
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code" and cell not in tests_of(notebook):
            told(cell)


def line(begins: str, source: str):
    """Write another line in the place of a magic."""

    def edit(notebook: Notebook) -> None:
        for cell in notebook["cells"]:
            if "".join(cell["source"]).startswith(begins):
                cell["source"] = source

    return edit


SUBMISSIONS: tuple[Hostile, ...] = (
    notebook("marks asked for in an answer", "read", lambda n: write_in(n, "labels", ASK), NO_LABELS, right=0),
    notebook(
        "check turned into grade", "read", lambda n: [write_in(n, c, ASK) for c in ("mark-labels", "mark-package")]
    ),
    notebook("marks told in advance in test cells", "forge", told_in_tests),
    notebook("marks told in advance in answers", "forge", told_in_answers),
    notebook("a case for oneself", "forge", line("%case", "%case picture-book illustrator --alone")),
    notebook("another side of the case", "forge", line("%case", "%case job-offer employer")),
    notebook("a neighbour's id", "read", line("%student", f"%student {NEIGHBOUR}")),
    notebook(
        "an id that is code", "read", line("%student", "%student {open('gradebook.db')}\n!cat ../../../gradebook.db")
    ),
)
