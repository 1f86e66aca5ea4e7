"""Exhibits: the small table and the picture beside a mark's findings."""

from dataclasses import dataclass
from typing import Protocol

from markupsafe import Markup

from ..templates import render


class Exhibit(Protocol):
    """Something to look at, with a text twin."""

    def html(self) -> Markup:
        """Return it for a page."""

    def text(self) -> str:
        """Return it in words, for those who cannot see it."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def html(self) -> Markup:
        """Return the table; its first column names the rows."""
        return render(__package__, "table.html", table=self)

    def text(self) -> str:
        """Return one line for each row."""
        return "\n".join([self.caption, *(" | ".join(row) for row in (self.header, *self.rows))])
