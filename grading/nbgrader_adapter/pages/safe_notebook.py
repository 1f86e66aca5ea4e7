"""A notebook of the kit's as a page may show it, whoever wrote it and however old the kit was that marked it."""

from nbformat import NotebookNode, from_dict

from ...markdown.as_typed import as_typed
from ...markdown.pictures import Attachments
from ...markdown.rewritten import SafeTexts
from ..record import RecordedExercise

ADDED = "**Added by the student:**"
NOBODYS: frozenset[str] = frozenset()


def safe_notebook(
    notebook: NotebookNode, exercise: RecordedExercise, handed_out: frozenset[str] = NOBODYS, *, typed: bool = False
) -> NotebookNode:
    """Return the notebook with the instructor's cells as they are, and everything else rewritten.

    A cell that no student was handed out, by its text, is shown as the student's own: it could look like the
    exercise's otherwise, its mark scheme for instance.

    With `typed`, students' texts stand there as they were typed.
    """
    own = {record.source for record in exercise.cells if not record.solution}
    texts = SafeTexts()
    cells = []
    for cell in notebook.cells:
        safe = cell if cell.source in own else _safe(cell, texts, typed=typed)
        is_own = "nbgrader" in cell.metadata or cell.source.strip() in handed_out | {""}
        cells.append(safe if is_own else _added(safe))
    return from_dict({**notebook, "cells": cells})


def _added(cell: NotebookNode) -> NotebookNode:
    """Return a cell that says whose it is, with its text in a quote that it cannot end."""
    source = cell.source if cell.cell_type == "markdown" else as_typed(cell.source)
    quoted = "\n".join(f"> {line}" for line in source.split("\n"))
    about = {"metadata": {}, "cell_type": "markdown", "source": f"{ADDED}\n\n{quoted}"}
    attachments = {"attachments": cell.attachments} if "attachments" in cell else {}
    return from_dict({"id": cell.get("id", "added"), **about, **attachments})


def _safe(cell: NotebookNode, texts: SafeTexts, *, typed: bool) -> NotebookNode:
    if cell.cell_type == "code":
        return from_dict({**cell, "outputs": []})
    is_text = cell.cell_type == "markdown" and not typed
    nothing: Attachments = {}
    source, kept = texts.safe(cell.source, cell.get("attachments")) if is_text else (as_typed(cell.source), nothing)
    others = {name: value for name, value in cell.items() if name != "attachments"}
    attachments = {"attachments": kept} if kept else {}
    return from_dict({**others, "cell_type": "markdown", "source": source, **attachments})
