"""A student's answer as the page shows it: what it is about beside what was chosen, a text, or what was typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from markupsafe import Markup
from nbformat import NotebookNode

from ...answers.answer import find_answer
from ..markdown.as_typed import plain_text
from ..nbgrader_adapter.record import RecordedCell
from ..nbgrader_adapter.rendered import rendered

MOST_ROWS, LONGEST_KEY = 60, 80
LONGEST_OPEN = 3_000  # letters of what was typed; more is folded away
Row = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    """An answer in one of three forms: rows of a key and a value, a text as HTML, or what was typed."""

    rows: tuple[Row, ...] = ()
    html: Markup | None = None
    typed: str = ""

    @property
    def is_long(self) -> bool:
        """Whether what was typed would fill pages."""
        return len(self.typed) > LONGEST_OPEN


def shown_answer(cell: NotebookNode, record: RecordedCell) -> ShownAnswer:
    """Return what a solution cell holds beyond what was handed out; nothing where that is all."""
    if cell.source.strip() == record.source.strip():
        return ShownAnswer()
    if cell.cell_type == "markdown":
        own = cell.source.removeprefix(record.source).lstrip("\n")
        return ShownAnswer(html=text_html({**cell, "source": own}))
    found = find_answer(cell.source)
    text = plain_text((found.text if found else None) or cell.source)
    given = {line.strip() for line in record.source.splitlines() if line.lstrip().startswith("#")}
    lines = [line for line in text.splitlines() if line.strip() and line.strip() not in given]
    rows = tuple((key.strip(), value.strip()) for key, colon, value in (line.partition(":") for line in lines) if colon)
    is_table = len(rows) == len(lines) <= MOST_ROWS and all(len(key) <= LONGEST_KEY for key, _ in rows)
    return ShownAnswer(rows=rows) if is_table else ShownAnswer(typed="\n".join(lines))


def text_html(cell: Mapping[str, Any]) -> Markup:
    """Return a cell's Markdown, which was made safe before, as HTML."""
    return Markup(rendered(cell["source"], cell.get("attachments", {})))  # noqa: S704  # safe_notebook wrote it


@lru_cache(maxsize=256)
def given_html(source: str) -> Markup:
    """Return Markdown without pictures as HTML; a class has the same questions, so they are rendered once."""
    return Markup(rendered(source, {}))  # noqa: S704  # an instructor's, or what safe_notebook wrote
