"""Exhibits: the small table and the picture beside a mark's findings."""

from dataclasses import dataclass
from typing import Protocol, Self

from markupsafe import Markup

from ...negotiation.sentence import in_language
from ..templates import render


class Exhibit(Protocol):
    """Something to look at, with a text twin."""

    def html(self) -> Markup:
        """Return it for a page."""

    def text(self) -> str:
        """Return it in words, for those who cannot see it."""

    def in_language(self, language: str) -> Self:
        """Return it as it is told in a language."""


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

    def in_language(self, language: str) -> "Table":
        """Return the table with every cell that has other words in the language's."""
        header, *rows = (tuple(in_language(cell, language) for cell in row) for row in (self.header, *self.rows))
        return Table(in_language(self.caption, language), header, tuple(rows))
