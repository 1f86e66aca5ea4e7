"""A sheet: rows of cells as they stand in a spreadsheet, read from CSV or xlsx and written to either."""

from dataclasses import dataclass

from ...negotiation import NegotiationError

MOST_ROWS, MOST_COLUMNS = 5_000, 200
Cell = str | int | float
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one sheet, without blank cells at their ends; `where` names it in messages."""

    where: str
    rows: tuple[Row, ...]


def trimmed(cells: list[Cell]) -> Row:
    """Return a row without blank cells at its end; a blank cell holds an empty text."""
    end = len(cells)
    while end and not str(cells[end - 1]).strip():
        end -= 1
    return tuple(cells[:end])


def require_small(where: str, rows: int, columns: int) -> None:
    """Refuse a sheet that is larger than any case."""
    if rows > MOST_ROWS or columns > MOST_COLUMNS:
        raise NegotiationError(
            f"{where}: the sheet is larger than {MOST_ROWS:,} rows and {MOST_COLUMNS} columns; a case is a page or two."
        )


def formula_sentence(where: str, cell: str) -> str:
    """Return what is said of a formula, which is never worked out."""
    return f"{where}, cell {cell}: formulas are not read; copy the cells, and paste them as values."
