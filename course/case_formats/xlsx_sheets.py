"""The sheets of an xlsx file, with openpyxl: values only, bounded before anything is unpacked."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from ...negotiation import NegotiationError
from ...negotiation.case_file import bytes_of_case
from .sheet import Cell, Row, Sheet, formula_sentence, require_small, trimmed

MOST_UNPACKED = 20_000_000
MOST_SHEETS = 20
FORBIDDEN = re.compile(r"[\[\]:*?/\\']")  # in the name of a sheet
LONGEST_NAME = 31
WIDTHS = (24, 60, 24, 12)


def xlsx_sheets(file: Path) -> list[Sheet]:
    """Return the sheets of an xlsx file.

    Raises NegotiationError with one sentence where it cannot be read, is larger than a case, or has a formula or a
    date in a cell.
    """
    held = bytes_of_case(file)
    try:
        _require_small_parts(held, file.name)
        return list(_sheets(held, file.name))
    except NegotiationError:
        raise
    except Exception as error:  # openpyxl raises whatever comes to it from a damaged file
        raise NegotiationError(
            f"{file.name}: this cannot be read as an xlsx file ({type(error).__name__}); save it again."
        ) from None


def xlsx_bytes(sheets: dict[str, list[Row]]) -> bytes:
    """Return an xlsx file with a sheet for each name; texts are kept as texts, whatever they begin with."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        page = book.create_sheet(_sheet_name(name, book.sheetnames))
        for number, row in enumerate(rows, 1):
            for place, cell in enumerate(row, 1):
                _write(page.cell(number, place), cell)
        for letter, width in zip("ABCD", WIDTHS, strict=True):
            page.column_dimensions[letter].width = width
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _require_small_parts(held: bytes, file: str) -> None:
    """Refuse a file that would unpack to more than a case, or whose XML declares what could expand."""
    try:
        with ZipFile(BytesIO(held)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED:
                raise NegotiationError(f"{file}: the file unpacks to more than 20 MB; a case is a page or two.")
            if any(b"<!DOCTYPE" in packed.read(part) for part in packed.infolist()):
                raise NegotiationError(f"{file}: the file declares a document type, which is never resolved.")
    except BadZipFile:
        raise NegotiationError(f"{file}: this is no xlsx file; save it as an Excel workbook (.xlsx).") from None


def _sheets(held: bytes, file: str) -> Iterator[Sheet]:
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(held), read_only=True, keep_links=False)
    pages = book.worksheets
    if len(pages) > MOST_SHEETS:
        raise NegotiationError(f"{file}: there are {len(pages)} sheets; give one for each party.")
    for page in pages:
        where = f"{file}, sheet {page.title!r}"
        require_small(where, page.max_row or 0, page.max_column or 0)
        yield Sheet(where, tuple(_rows(page, where)))
    book.close()


def _rows(page: Any, where: str) -> Iterator[Row]:
    for number, row in enumerate(page.iter_rows(), 1):
        require_small(where, number, len(row))
        yield trimmed([_value(cell, where) for cell in row])


def _value(cell: Any, where: str) -> Cell:
    if cell.value is None:
        return ""
    if cell.data_type == "f":
        raise NegotiationError(formula_sentence(where, cell.coordinate))
    if isinstance(cell.value, bool) or not isinstance(cell.value, str | int | float):
        raise NegotiationError(f"{where}, cell {cell.coordinate}: write a text or a number; format the cell as text.")
    return cell.value


def _write(cell: Any, value: Cell) -> None:
    from openpyxl.styles import Alignment

    cell.value = value
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if isinstance(value, str):
        cell.data_type = "s"


def _sheet_name(name: str, taken: list[str]) -> str:
    plain = FORBIDDEN.sub(" ", name)[:LONGEST_NAME].strip() or "party"
    used = {other.casefold() for other in taken}
    numbered = (f"{plain[: LONGEST_NAME - 4]} {number}" for number in range(2, len(taken) + 3))
    return next(candidate for candidate in (plain, *numbered) if candidate.casefold() not in used)
