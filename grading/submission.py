"""A submitted notebook, read as hostile input: of each cell its type, its source and its id, nothing else."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..negotiation import NegotiationError

LARGEST_FILE = 20_000_000
LONGEST_SOURCE = 100_000
CELL_TYPES = ("code", "markdown", "raw")


@dataclass(frozen=True, slots=True)
class SubmittedCell:
    """What counts of a cell: outputs, attachments and all other metadata are not read."""

    cell_type: str
    source: str
    grade_id: str | None


def read_submission(path: Path) -> list[SubmittedCell]:
    """Return the cells of a submitted notebook; raise NegotiationError with one sentence if it is none."""
    if path.is_symlink():
        raise NegotiationError(f"{path.name} is a link, so it was not read; submit the notebook itself.")
    size = path.stat().st_size
    if size > LARGEST_FILE:
        raise NegotiationError(
            f"{path.name} is {size / 1e6:,.0f} MB large, so it was not read; clear its outputs and submit again."
        )
    try:
        data = json.loads(path.read_bytes().decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise NegotiationError(
            f"{path.name} is not a notebook (it is not JSON), so there was nothing to mark; "
            "open it in Jupyter, save it and submit again."
        ) from None
    cells = _cells(data)
    if cells is None:
        raise NegotiationError(f"{path.name} is not a notebook (it has no cells), so there was nothing to mark.")
    return cells


def _cells(data: Any) -> list[SubmittedCell] | None:
    """Return the cells of a notebook of format 4, or of the older format 3."""
    if not isinstance(data, dict):
        return None
    sheets = data["worksheets"] if isinstance(data.get("worksheets"), list) else [data]
    found = [sheet.get("cells") for sheet in sheets if isinstance(sheet, dict)]
    if not any(isinstance(cells, list) for cells in found):
        return None
    return [_cell(cell) for cells in found if isinstance(cells, list) for cell in cells if isinstance(cell, dict)]


def _cell(cell: dict[str, Any]) -> SubmittedCell:
    cell_type = cell.get("cell_type")
    source = cell.get("source", cell.get("input"))
    lines = source if isinstance(source, list) else [source]
    return SubmittedCell(
        cell_type=cell_type if cell_type in CELL_TYPES else "raw",
        source=_text("".join(line for line in lines if isinstance(line, str))),
        grade_id=_grade_id(cell.get("metadata")),
    )


def _text(source: str) -> str:
    """Return a source that can be written and shown: no NULs, no half characters, not endless."""
    clean = source.replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8")
    if len(clean) <= LONGEST_SOURCE:
        return clean
    return f"{clean[:LONGEST_SOURCE]}\n(cut here: the submitted cell has {len(clean):,} characters)"


def _grade_id(metadata: Any) -> str | None:
    nbgrader = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    grade_id = nbgrader.get("grade_id") if isinstance(nbgrader, dict) else None
    return grade_id if isinstance(grade_id, str) else None
