"""A notebook of the kit's as a page may show it, whoever wrote it and however old the kit was that marked it."""

from nbformat import NotebookNode, from_dict

from ..record import RecordedExercise
from ..shown.as_typed import as_typed
from ..shown.markdown import shown
from ..shown.pictures import Attachments, Pictures


def safe_notebook(
    notebook: NotebookNode, exercise: RecordedExercise, own_host: str = "", *, typed: bool = False
) -> NotebookNode:
    """Return the notebook with the instructor's cells as they are, and everything else written anew.

    No link of a student's leads to `own_host`. With `typed`, students' texts stand there as they were typed.
    """
    own = {record.source for record in exercise.cells if not record.solution}
    pictures = Pictures()
    cells = [cell if cell.source in own else _safe(cell, pictures, own_host, typed=typed) for cell in notebook.cells]
    return from_dict({**notebook, "cells": cells})


def _safe(cell: NotebookNode, pictures: Pictures, own_host: str, *, typed: bool) -> NotebookNode:
    if cell.cell_type == "code":
        return from_dict({**cell, "outputs": []})
    is_text = cell.cell_type == "markdown" and not typed
    nothing: Attachments = {}
    source, kept = (
        shown(cell.source, cell.get("attachments"), pictures, own_host) if is_text else (as_typed(cell.source), nothing)
    )
    others = {name: value for name, value in cell.items() if name != "attachments"}
    attachments = {"attachments": kept} if kept else {}
    return from_dict({**others, "cell_type": "markdown", "source": source, **attachments})
