"""Restoring a submission: the instructor's cells as recorded, and between them what the student wrote.

A student's Markdown is rewritten here, so that only what is harmless reaches nbgrader, its pages and JupyterLab.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode, from_dict

from ...answers.answer import find_answer
from ..markdown.as_typed import as_typed
from ..markdown.rewritten import SafeTexts
from ..submission.notebook import SubmittedCell
from .record import RecordedCell, RecordedExercise

TYPED = "biggerpie_typed"  # in the metadata of Markdown that holds an answer: the letters that are marked
WAITS = "biggerpie_waits"  # in the metadata of a graded cell: why a person must look at it
FORMAT = {"nbformat": 4, "nbformat_minor": 5}
KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}


def restored(
    exercise: RecordedExercise, submitted: Iterable[SubmittedCell], remark: str = "", ending: str = ""
) -> NotebookNode:
    """Return the notebook to mark: every recorded cell exactly once, the rest as plain cells.

    A recorded cell takes the student's source only where students may write. A submitted cell with an
    unknown id, or one used before, loses it and keeps its text. A recorded cell that was deleted comes
    back as it was, after the cell that preceded it. `remark` becomes the first cell, `ending` the last.
    """
    cells, texts = list(submitted), SafeTexts()
    keepers = keepers_of(exercise, cells)
    by_position = {position: name for name, position in keepers.items() if position is not None}
    records = {record.name: record for record in exercise.cells}
    placed = [
        _recorded_cell(records[by_position[position]], cell, texts)
        if position in by_position
        else _plain_cell(cell, texts)
        for position, cell in enumerate(cells)
    ]
    previous = -1
    for record in exercise.cells:
        if keepers[record.name] is None:
            placed.insert(previous + 1, _recorded_cell(record, None, texts))
        previous = _position(placed, record.name)
    if remark:
        placed.insert(0, _plain_cell(SubmittedCell("markdown", remark, None), texts))
    if ending:
        placed.append(_plain_cell(SubmittedCell("markdown", ending, None), texts))
    for number, cell in enumerate(placed, 1):
        cell["id"] = f"cell-{number}"
    return from_dict({"cells": placed, "metadata": KERNEL, **FORMAT})


def restored_before(path: Path) -> NotebookNode:
    """Return a notebook that `restored` made and nbgrader wrote, in a place to which no student can write."""
    notebook = nbformat.read(path, as_version=FORMAT["nbformat"])
    return from_dict({"cells": notebook.cells, "metadata": KERNEL, **FORMAT})


def typed_source(cell: NotebookNode) -> str:
    """Return what the student typed into a restored cell, where an answer may be; not to be shown as Markdown."""
    return str(cell.metadata.get(TYPED, cell.source))


def typed_texts(exercise: RecordedExercise, submitted: Iterable[SubmittedCell]) -> dict[str, str]:
    """Return the text of each recorded cell as the student typed it, not to be shown as Markdown."""
    cells = list(submitted)
    keepers = keepers_of(exercise, cells)
    sources = {record.name: record.source for record in exercise.cells}
    return {name: sources[name] if position is None else cells[position].source for name, position in keepers.items()}


def keepers_of(exercise: RecordedExercise, cells: list[SubmittedCell]) -> dict[str, int | None]:
    """Return for each recorded cell the position of the submitted cell that counts for it, None where there is none."""
    return {record.name: _keeper(record, cells) for record in exercise.cells}


def _keeper(record: RecordedCell, cells: list[SubmittedCell]) -> int | None:
    """Return the position of the cell that counts for a record: the first of its id that the student changed."""
    same_id = [position for position, cell in enumerate(cells) if cell.grade_id == record.name]
    changed = [position for position in same_id if cells[position].source.strip() != record.source.strip()]
    return next(iter(changed + same_id), None)


def _recorded_cell(record: RecordedCell, cell: SubmittedCell | None, texts: SafeTexts) -> NotebookNode:
    about = {"nbgrader": record.metadata()}
    is_blank = cell is None or not (cell.source.strip() or cell.attachments)
    if cell is None or is_blank or not record.solution or cell.source == record.source:
        # The instructor's own text stays to the letter: by it nbgrader sees that nothing was answered.
        return _new(record.cell_type, record.source, about)
    if record.cell_type == "code":
        return _new("code", cell.source, about)
    return _markdown(cell, about, texts)


def _plain_cell(cell: SubmittedCell, texts: SafeTexts) -> NotebookNode:
    return _new("code", cell.source, {}) if cell.cell_type == "code" else _markdown(cell, {}, texts)


def _markdown(cell: SubmittedCell, metadata: dict[str, Any], texts: SafeTexts) -> NotebookNode:
    """Return a Markdown cell that may be shown; what the student did not write as Markdown stands as it was typed."""
    if find_answer(cell.source):
        metadata = {**metadata, TYPED: cell.source}
    if cell.cell_type != "markdown":
        return _new("markdown", as_typed(cell.source) if cell.source else "", metadata)
    source, kept = texts.safe(cell.source, cell.attachments)
    made = _new("markdown", source, metadata)
    return from_dict({**made, "attachments": kept}) if kept else made


def _new(cell_type: str, source: str, metadata: dict[str, Any]) -> NotebookNode:
    """Return a cell; nbformat's own constructors would check each against the whole schema."""
    made: dict[str, Any] = {"cell_type": cell_type, "source": source, "metadata": metadata}
    if cell_type == "code":
        made |= {"outputs": [], "execution_count": None}
    return from_dict(made)


def _position(placed: list[NotebookNode], name: str) -> int:
    return next(p for p, cell in enumerate(placed) if cell.metadata.get("nbgrader", {}).get("grade_id") == name)
