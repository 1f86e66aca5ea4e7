"""An ordinary assignment's notebook as a page may show it: remade from an allow-list, whoever wrote it."""

from collections.abc import Iterable, Mapping
from typing import Any

from nbformat import NotebookNode, from_dict

from ...markdown.as_typed import as_typed
from ...markdown.pictures import SIGNATURES, Attachments
from ..record import RecordedCell, grade_id_of
from .code import PYTHON
from .ordinary_html import Room
from .ordinary_outputs import Output, safe_outputs, text_of

FORMAT = {"nbformat": 4, "nbformat_minor": 5}
LARGEST_COUNT = 1_000_000


def ordinary_notebook(
    notebook: NotebookNode, records: Iterable[RecordedCell], room: Room, *, formulas: bool, typed: bool
) -> NotebookNode:
    """Return the notebook with code, Markdown and plain outputs, and of nbgrader's metadata what the gradebook holds.

    A cell has the fields for points and comments that its id has in the gradebook, the first of each id only.
    With `typed`, texts and outputs stand there as they were typed. `formulas` says whether the page can show LaTeX.
    """
    roles = {record.name: record for record in records}
    cells: list[Output] = []
    for number, cell in enumerate(notebook.cells, 1):
        record = roles.pop(grade_id_of(cell), None)
        about = {"id": f"cell-{number}", "metadata": {"nbgrader": record.metadata()} if record else {}}
        if cell.get("cell_type") == "code":
            outputs = safe_outputs(cell.get("outputs"), room, formulas=formulas, typed=typed)
            count = _count(cell.get("execution_count"))
            cells.append({**about, **_code(text_of(cell.get("source"))), "outputs": outputs, "execution_count": count})
        else:
            cells.append({**about, **_text(cell, typed=typed)})
    return from_dict({"cells": cells, "metadata": {}, **FORMAT})


def is_python(notebook: NotebookNode) -> bool:
    """Return whether the notebook says that its code is Python's, or nothing about it."""
    language = notebook.metadata.get("language_info")
    named = language if isinstance(language, Mapping) else {}
    return named.get("pygments_lexer", named.get("name", PYTHON[0])) in PYTHON


def _code(source: str) -> Output:
    return {"cell_type": "code", "source": source}


def _text(cell: NotebookNode, *, typed: bool) -> Output:
    source = text_of(cell.get("source"))
    if cell.get("cell_type") != "markdown" or typed:
        return {"cell_type": "markdown", "source": as_typed(source) if source else ""}
    pictures = _pictures(cell.get("attachments"))
    return {"cell_type": "markdown", "source": source, **({"attachments": pictures} if pictures else {})}


def _pictures(given: Any) -> Attachments:
    """Return the pasted PNG, JPEG and GIF pictures; what is no base64 of theirs is no picture for a browser either."""
    attachments = given if isinstance(given, Mapping) else {}
    found = {}
    for name, data in attachments.items():
        kinds = [kind for kind in SIGNATURES if isinstance(data, Mapping) and text_of(data.get(kind))]
        if kinds:
            found[str(name)] = {kinds[0]: "".join(text_of(data[kinds[0]]).split())}
    return found


def _count(value: Any) -> int | None:
    return value if isinstance(value, int) and 0 <= value <= LARGEST_COUNT else None
