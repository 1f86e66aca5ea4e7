"""Exhibits: the small table and the picture beside a mark's findings."""

from dataclasses import dataclass
from html import escape
from typing import Protocol

CELL = "padding:.15em .75em .15em 0;text-align:left"


class Exhibit(Protocol):
    """Something to look at, with a text twin."""

    def html(self) -> str:
        """Return it for a page."""

    def text(self) -> str:
        """Return it for who cannot see it."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def html(self) -> str:
        """Return the table; its first column names the rows."""
        head = "".join(f'<th scope="col" style="{CELL}">{escape(word)}</th>' for word in self.header)
        body = "".join(f"<tr>{_row(row)}</tr>" for row in self.rows)
        caption = f'<caption style="caption-side:top;text-align:left;color:inherit">{escape(self.caption)}</caption>'
        table = f"{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody>"
        return f'<div style="overflow-x:auto"><table style="margin:.5em 0;width:auto">{table}</table></div>'

    def text(self) -> str:
        """Return one line for each row."""
        return "\n".join([self.caption, *(" | ".join(row) for row in (self.header, *self.rows))])


def _row(row: tuple[str, ...]) -> str:
    first, *others = row
    cells = "".join(f'<td style="{CELL}">{escape(word)}</td>' for word in others)
    return f'<th scope="row" style="{CELL};font-weight:normal">{escape(first)}</th>{cells}'
