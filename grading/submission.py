"""A submitted notebook, read as hostile input: of each cell its type, its source, its id and pasted pictures."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..negotiation import NegotiationError
from .answers import find_answer
from .harmless import Attachments, as_typed, harmless_markdown, kept_pictures

LARGEST_FILE = 20_000_000
MOST_CELLS = 300
LONGEST_SOURCE = 12_000
LONGEST_TEXT = 120_000


@dataclass(frozen=True, slots=True)
class SubmittedCell:
    """What counts of a cell: outputs and all other metadata are not read."""

    cell_type: str
    source: str
    grade_id: str | None
    attachments: Attachments = field(default_factory=dict)


def read_submission(path: Path) -> list[SubmittedCell]:
    """Return the cells of a submitted notebook; raise NegotiationError with one sentence if it is none."""
    if path.is_symlink() or not path.is_file():
        raise NegotiationError(f"{path.name} is no ordinary file, so it was not read; submit the notebook itself.")
    size = path.stat().st_size
    if size > LARGEST_FILE:
        raise NegotiationError(
            f"{path.name} is {size / 1e6:,.0f} MB large, so it was not read; clear its outputs and submit again."
        )
    try:
        text = path.read_bytes().decode("utf-8-sig")
        data = json.loads(text, parse_int=str, parse_float=str, parse_constant=str)  # no number of a notebook counts
    except (ValueError, RecursionError):
        raise NegotiationError(
            f"{path.name} is not a notebook (it is not JSON), so there was nothing to mark; "
            "open it in Jupyter, save it and submit again."
        ) from None
    except OSError as error:
        raise NegotiationError(f"{path.name} could not be read ({error.strerror}), so nothing was marked.") from None
    cells = _cells(data)
    if cells is None:
        raise NegotiationError(f"{path.name} is not a notebook (it has no cells), so there was nothing to mark.")
    return _within_limits(cells)


def _cells(data: Any) -> list[SubmittedCell] | None:
    """Return the cells of a notebook of format 4, or of the older format 3."""
    if not isinstance(data, dict):
        return None
    sheets = data.get("worksheets")
    found = [sheet.get("cells") for sheet in [data, *(sheets if isinstance(sheets, list) else [])] if _is_table(sheet)]
    lists = [cells for cells in found if isinstance(cells, list)]
    return [_cell(cell) for cells in lists for cell in cells if _is_table(cell)] if lists else None


def _is_table(value: Any) -> bool:
    return isinstance(value, dict)


def _cell(cell: dict[str, Any]) -> SubmittedCell:
    source = cell.get("source", cell.get("input"))
    lines = source if isinstance(source, list) else [source]
    text = _text("".join(line for line in lines if isinstance(line, str)))
    grade_id = _grade_id(cell.get("metadata"))
    if cell.get("cell_type") == "code":
        return SubmittedCell("code", text, grade_id)
    if cell.get("cell_type") == "markdown":
        text, pictures = kept_pictures(harmless_markdown(text), cell.get("attachments"))
        return SubmittedCell("markdown", text, grade_id, pictures)
    return SubmittedCell("markdown", as_typed(text) if text else "", grade_id)


def _text(source: str) -> str:
    """Return a source that can be written and shown: no NULs, no half characters, one kind of line end, an end."""
    clean = source.replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8")
    clean = clean.replace("\r\n", "\n").replace("\r", "\n")
    if len(clean) <= LONGEST_SOURCE:
        return clean
    return f"{clean[:LONGEST_SOURCE]}\n(cut here: the submitted cell has {len(clean):,} characters)"


def _grade_id(metadata: Any) -> str | None:
    nbgrader = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    grade_id = nbgrader.get("grade_id") if isinstance(nbgrader, dict) else None
    return grade_id if isinstance(grade_id, str) else None


def _within_limits(cells: list[SubmittedCell]) -> list[SubmittedCell]:
    """Keep a notebook to what a person writes: where it holds more, cells with an id or an answer go first."""
    ranked = sorted(range(len(cells)), key=lambda n: not (cells[n].grade_id or find_answer(cells[n].source)))
    kept, length = [], 0
    for number in ranked[:MOST_CELLS]:
        length += len(cells[number].source)
        if length <= LONGEST_TEXT:
            kept.append(number)
    return [cells[number] for number in sorted(kept)]
