"""Restoring a submission: the instructor's cells as recorded, and between them what the student wrote."""

from collections.abc import Iterable
from typing import Any

from nbformat import NotebookNode, from_dict

from .record import RecordedCell, RecordedExercise
from .submission import SubmittedCell

FORMAT = {"nbformat": 4, "nbformat_minor": 5}
KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}


def restored(exercise: RecordedExercise, submitted: Iterable[SubmittedCell], remark: str = "") -> NotebookNode:
    """Return the notebook to mark: every recorded cell exactly once, the rest as plain cells.

    A recorded cell takes the student's source only where students may write. A submitted cell with an
    unknown id, or one used before, loses it and keeps its text. A recorded cell that was deleted comes
    back as it was, after the cell that preceded it. `remark` becomes the first cell.
    """
    cells = list(submitted)
    keepers = {record.name: _keeper(record, cells) for record in exercise.cells}
    by_position = {position: name for name, position in keepers.items() if position is not None}
    records = {record.name: record for record in exercise.cells}
    placed = [
        _recorded_cell(records[by_position[position]], cell) if position in by_position else _plain_cell(cell)
        for position, cell in enumerate(cells)
    ]
    previous = -1
    for record in exercise.cells:
        if keepers[record.name] is None:
            placed.insert(previous + 1, _recorded_cell(record, None))
        previous = _position(placed, record.name)
    if remark:
        placed.insert(0, _plain_cell(SubmittedCell("markdown", remark, None)))
    for number, cell in enumerate(placed, 1):
        cell["id"] = f"cell-{number}"
    return from_dict({"cells": placed, "metadata": KERNEL, **FORMAT})


def _keeper(record: RecordedCell, cells: list[SubmittedCell]) -> int | None:
    """Return the position of the cell that counts for a record: the first of its id that the student changed."""
    same_id = [position for position, cell in enumerate(cells) if cell.grade_id == record.name]
    changed = [position for position in same_id if cells[position].source.strip() != record.source.strip()]
    return next(iter(changed + same_id), None)


def _recorded_cell(record: RecordedCell, cell: SubmittedCell | None) -> NotebookNode:
    if cell is None or not record.solution:
        cell = SubmittedCell(record.cell_type, record.source, record.name)
    return _new(record.cell_type, cell, {"nbgrader": record.metadata()})


def _plain_cell(cell: SubmittedCell) -> NotebookNode:
    return _new(cell.cell_type, cell, {})


def _new(cell_type: str, cell: SubmittedCell, metadata: dict[str, Any]) -> NotebookNode:
    """Return a cell; nbformat's own constructors would check each against the whole schema."""
    made: dict[str, Any] = {"cell_type": cell_type, "source": cell.source, "metadata": metadata}
    if cell_type == "code":
        made |= {"outputs": [], "execution_count": None}
    elif cell.attachments:
        made["attachments"] = cell.attachments
    return from_dict(made)


def _position(placed: list[NotebookNode], name: str) -> int:
    return next(p for p, cell in enumerate(placed) if cell.metadata.get("nbgrader", {}).get("grade_id") == name)
