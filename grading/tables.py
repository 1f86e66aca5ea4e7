"""Reading tables that people made with a spreadsheet: whatever letters, signs between columns and marks it writes."""

import csv
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from ..negotiation import NegotiationError, listing, plain
from ..negotiation.letters import visible

LARGEST = 20_000_000
BETWEEN_COLUMNS = ";\t|,"
NAMES_THE_SIGN = re.compile(r"\"?sep=([^\"\r])\"?\s*", re.IGNORECASE)
"""The line that Excel writes and reads before the headings."""
MOST_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: its number in the file, and its cells by their column."""

    number: int
    cells: dict[str, str]


def read_table(file: Path, columns: tuple[str, ...]) -> list[Row]:
    """Return the lines of a table that are not blank, each with a cell for those columns that the table has.

    The first of the columns must be there, and each line must say something else in it. Headings may be written with
    capitals and spaces; other columns are left out. Raises NegotiationError with one sentence that names the file,
    the line and what to do.
    """
    lines = _lines(file)
    number, headings = next(((n, cells) for n, cells in lines if any(cells)), (1, [""]))
    places = {_folded(heading): place for place, heading in reversed([*enumerate(headings)])}
    known = {column: places[_folded(column)] for column in columns if _folded(column) in places}
    if columns[0] not in known:
        found = listing([heading for heading in headings if heading][:MOST_SHOWN]) or "nothing"
        raise NegotiationError(
            f"line {number} of {file.name} has no column {columns[0]!r}, but {found}; write the names of the columns "
            f"there, such as {','.join(columns)}, and import it again. Nothing was imported."
        )
    rows = [Row(n, _cells(cells, known)) for n, cells in lines if n > number and any(cells)]
    _require_different(file, columns[0], rows)
    return rows


def as_utf8(content: bytes) -> bytes:
    """Return what a spreadsheet saved without a byte order mark, and UTF-16 as UTF-8; other bytes as they are."""
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return content.decode("utf-16", "replace").encode()
    return content.removeprefix(BOM_UTF8)


def decoded(content: bytes) -> str:
    """Return a text that a spreadsheet saved: UTF-8, UTF-16 or, where it is neither, what Windows writes in the West.

    Raises UnicodeDecodeError where it is no text.
    """
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return content.decode("utf-16")
    try:
        return as_utf8(content).decode()
    except UnicodeDecodeError:
        return content.decode("cp1252")


def _lines(file: Path) -> list[tuple[int, list[str]]]:
    if not file.is_file():
        raise NegotiationError(f"there is no file {str(file)!r}; name the table to import.")
    try:
        with file.open("rb") as stream:
            content = stream.read(LARGEST + 1)
        text = decoded(content)
    except OSError as error:
        raise NegotiationError(f"{file.name} cannot be read ({error.strerror}); nothing was imported.") from None
    except UnicodeDecodeError:
        text = "\0"  # no more a text than one with this in it
    if len(content) > LARGEST or "\0" in text:
        raise NegotiationError(
            f"{file.name} is no table of text; save it from your spreadsheet as CSV, and import that. Nothing was "
            "imported."
        )
    first, _, rest = text.partition("\n")
    named = NAMES_THE_SIGN.fullmatch(first)
    sign = named[1] if named else max(BETWEEN_COLUMNS, key=_headings(text).count)
    reader = csv.reader(StringIO(rest if named else text, newline=""), delimiter=sign)
    before = 1 if named else 0
    try:
        return [(reader.line_num + before, [visible(cell).strip() for cell in cells]) for cells in reader]
    except csv.Error as error:
        raise NegotiationError(
            f"line {reader.line_num + before} of {file.name} cannot be read ({error}); mend it. Nothing was imported."
        ) from None


def _headings(text: str) -> str:
    return next((line for line in text.splitlines() if line.strip(BETWEEN_COLUMNS + " ")), "")


def _folded(heading: str) -> str:
    return plain(heading).replace(" ", "")


def _cells(cells: list[str], known: dict[str, int]) -> dict[str, str]:
    return {column: cells[place] if place < len(cells) else "" for column, place in known.items()}


def _require_different(file: Path, column: str, rows: list[Row]) -> None:
    first: dict[str, int] = {}
    for row in rows:
        said = row.cells[column]
        if not said:
            raise NegotiationError(
                f"line {row.number} of {file.name} has no {column}; write it, or delete the line. Nothing was imported."
            )
        if said in first:
            raise NegotiationError(
                f"lines {first[said]} and {row.number} of {file.name} both have the {column} {said!r}; keep one. "
                "Nothing was imported."
            )
        first[said] = row.number
