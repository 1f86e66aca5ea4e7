"""The parts of the page, as its template takes them: sections, tables, and texts side by side."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..submission.printable import printable


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption; its first column names the rows."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text in parts, each with whether another text shares it, and who wrote it."""

    whose: str
    parts: tuple[tuple[bool, str], ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Texts that are alike, with a sentence of how much."""

    heading: str
    said: str
    texts: tuple[MarkedText, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, its sentences and what it shows."""

    heading: str
    said: tuple[str, ...]
    table: Table | None = None
    pairs: tuple[Pair, ...] = ()

    @property
    def name(self) -> str:
        """How the page calls it."""
        return self.heading.lower().replace(" ", "-")


def table(caption: str, header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Table:
    """Return a table of printable words."""
    return Table(caption, header, tuple(tuple(printable(word) for word in row) for row in rows))
