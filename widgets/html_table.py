"""A table as a cell's output."""

from collections.abc import Iterable, Sequence
from html import escape

LEFT = "style='text-align:left'"


def html_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table that scrolls, by keyboard too, where it is too wide; rows are of HTML and begin with their name.

    It is named by its heads.
    """
    head = "".join(f"<th scope='col' {LEFT}>{escape(name)}</th>" for name in heads)
    body = "".join(
        f"<tr><th scope='row' {LEFT}>{first}</th>{''.join(f'<td {LEFT}>{cell}</td>' for cell in rest)}</tr>"
        for first, *rest in rows
    )
    return (
        f"<div style='overflow-x:auto' tabindex='0' role='group' aria-label='{escape(', '.join(heads))}'>"
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )
