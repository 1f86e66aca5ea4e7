"""A submitted notebook, read as hostile input: of each cell its type, its source, its id and pasted pictures."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from ...answers.answer import find_answer
from ...negotiation import NegotiationError
from ...negotiation.letters import whole_letters
from ..dossiers.ids import TYPED
from .budget import LARGEST_SUBMISSION, size_in_words
from .without_outputs import without_outputs

LARGEST_CONTENT = 20_000_000
MOST_VALUES = 500_000  # lists, tables and what they hold, of which each takes more memory than its text
MOST_CELLS = 300
LONGEST_SOURCE = 12_000
LONGEST_TEXT = 120_000
KINDS = ("code", "markdown")
BEGINNINGS = {"PK\3\4": "a zip archive or a Word file", "%PDF": "a PDF", "{\\rtf": "a text of a word processor"}
BEGINNINGS |= dict.fromkeys(("<!DOCTYPE", "<!doctype", "<html"), "a page that a browser saved")
Table = dict[str, Any]


@dataclass(frozen=True, slots=True)
class SubmittedCell:
    """What counts of a cell, as it was typed: outputs and all other metadata are not read.

    Nothing of it may be shown before `restored` has rewritten it.
    """

    cell_type: str
    source: str
    grade_id: str | None
    attachments: object = None


def read_submission(path: Path) -> list[SubmittedCell]:
    """Return the cells of a submitted notebook; raise NegotiationError with one sentence if it is none."""
    return read_counted(path)[0]


def read_counted(path: Path) -> tuple[list[SubmittedCell], int]:
    """Return the cells of a submitted notebook, and how many more it has than are read.

    Raises NegotiationError with one sentence if it is no notebook.
    """
    tables = _read_tables(path)
    cells = _within_limits(tables)
    return cells, len(tables) - len(cells)


def said_of_left_out(left_out: int) -> str:
    """Return a sentence on the cells of a notebook that are not read, "" where there are none."""
    if not left_out:
        return ""
    cells = f"{left_out:,} more {'cell' if left_out == 1 else 'cells'} of this notebook"
    return (
        f"{cells} {'is' if left_out == 1 else 'are'} not shown, nor marked: it holds more than {MOST_CELLS} cells or "
        f"{LONGEST_TEXT:,} characters."
    )


def _read_tables(path: Path) -> list[Table]:
    if path.is_symlink() or not path.is_file():
        raise NegotiationError(f"{path.name} is no ordinary file, so it was not read; submit the notebook itself.")
    content = ""
    try:
        content = _content(path)
        data = json.loads(content, parse_int=str, parse_float=str, parse_constant=str, strict=False)  # no number counts
    except NegotiationError:
        raise
    except (ValueError, RecursionError):
        raise NegotiationError(
            f"{path.name} is not a notebook (it is not JSON){_but_a(content)}, so there was nothing to mark; "
            "submit the file that Jupyter saved."
        ) from None
    except OSError as error:
        raise NegotiationError(f"{path.name} could not be read ({error.strerror}), so nothing was marked.") from None
    tables = _tables(data)
    if tables is None:
        raise NegotiationError(f"{path.name} is not a notebook (it has no cells), so there was nothing to mark.")
    return tables


def _but_a(content: str) -> str:
    """Return what the beginning of a file says that it is instead, "" where it says nothing."""
    return next((f" but {what}" for first, what in BEGINNINGS.items() if content.startswith(first)), "")


def typed_student(notebook: NotebookNode) -> str:
    """Return the id that was typed last after `%student` in a notebook's code, or "" where none was."""
    code = (cell.source for cell in notebook.cells if cell.cell_type == "code" and not find_answer(cell.source))
    typed = [found["student"] for source in code for found in TYPED.finditer(source)]
    return typed[-1] if typed else ""


def _content(path: Path) -> str:
    """Return a notebook's text without its outputs, in whatever kind of UTF it is; what is no text becomes U+FFFD."""
    if (size := path.stat().st_size) > LARGEST_SUBMISSION:
        raise NegotiationError(f"{path.name} is {size_in_words(size)} large, so it was not read; clear its outputs.")
    content = without_outputs(path.read_bytes())
    if len(content) > LARGEST_CONTENT:
        raise NegotiationError(
            f"{path.name} is {size_in_words(len(content))} large even without its outputs, so it was not read; "
            "take out what is not your answer, and submit again."
        )
    if sum(map(content.count, (b"[", b"{", b","))) > MOST_VALUES:
        raise NegotiationError(
            f"{path.name} holds more than {MOST_VALUES:,} values even without its outputs, so it was not read; "
            "take out what is not your answer, and submit again."
        )
    return content.decode(json.detect_encoding(content), "replace")


def _tables(data: Any) -> list[Table] | None:
    """Return the cells of a notebook of format 4, or of the older format 3, as they stand there."""
    if not isinstance(data, dict):
        return None
    sheets = data.get("worksheets")
    found = [sheet.get("cells") for sheet in [data, *(sheets if isinstance(sheets, list) else [])] if _is_table(sheet)]
    lists = [cells for cells in found if isinstance(cells, list)]
    return [cell for cells in lists for cell in cells if _is_table(cell)] if lists else None


def _is_table(value: Any) -> bool:
    return isinstance(value, dict)


def _within_limits(tables: list[Table]) -> list[SubmittedCell]:
    """Keep a notebook to what a person writes: where it holds more, cells with an id go first, then answers."""
    ranked = sorted(range(len(tables)), key=lambda n: (not _grade_id(tables[n]), not find_answer(_source(tables[n]))))
    kept, length = {}, 0
    for number in ranked[:MOST_CELLS]:
        cell = _cell(tables[number])
        length += len(cell.source)
        if length <= LONGEST_TEXT:
            kept[number] = cell
    return [kept[number] for number in sorted(kept)]


def _cell(cell: Table) -> SubmittedCell:
    kind = cell.get("cell_type")
    return SubmittedCell(
        kind if kind in KINDS else "raw", _text(_source(cell)), _grade_id(cell), cell.get("attachments")
    )


def _source(cell: Table) -> str:
    source = cell.get("source", cell.get("input"))
    return "".join(_texts_in(source))


def _texts_in(value: Any) -> Iterator[str]:
    """Yield the texts in a value at any depth, in order: nbformat knows a text or a list, a submission may hold any."""
    waiting = [value]
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            yield part
        elif isinstance(part, list | dict):
            waiting += reversed(part if isinstance(part, list) else list(part.values()))


def _text(source: str) -> str:
    """Return a source that can be written and shown: no NULs, no half characters, one kind of line end, an end."""
    clean = whole_letters(source.replace("\0", "\ufffd"))
    clean = clean.replace("\r\n", "\n").replace("\r", "\n")
    if len(clean) <= LONGEST_SOURCE:
        return clean
    said = f"\n(cut here: the submitted cell has {len(clean):,} characters)"
    return clean[: LONGEST_SOURCE - len(said)] + said  # nbgrader reads it twice, and it must not be cut again


def _grade_id(cell: Table) -> str | None:
    metadata = cell.get("metadata")
    nbgrader = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    grade_id = nbgrader.get("grade_id") if isinstance(nbgrader, dict) else None
    return grade_id if isinstance(grade_id, str) else None
