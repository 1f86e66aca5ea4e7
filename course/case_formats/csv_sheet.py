"""A sheet as CSV, with whatever mark between the cells a spreadsheet program writes."""

import csv
import re
from io import StringIO
from pathlib import Path

from ...grading.formulas import DIVIDES, SIGN
from ...grading.tables import decoded
from ...negotiation import NegotiationError
from ...negotiation.case_file import bytes_of_case
from .sheet import Cell, Row, Sheet, formula_sentence, require_small, trimmed

MARKS = re.compile("[,;\t]")
NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?")
SHIELD = "'"  # what spreadsheet programs take for: this is a text
BEGINS = rf"(?P<before>(?:^|(?<={DIVIDES}))[^\S\t\r\n]*)"
"""Where a cell begins: at its beginning, or where a program with another mark between cells divides it."""
FORMULA = rf"(?P<shields>'*)(?={SIGN})"
BARE, SHIELDED = re.compile(BEGINS + FORMULA), re.compile(BEGINS + SHIELD + FORMULA)


def csv_sheet(file: Path) -> Sheet:
    """Return the sheet in a CSV file; raise NegotiationError where it cannot be read, is too large, or has formulas."""
    text = _text(file)
    mark = found[0] if (found := MARKS.search(text)) else ","
    try:
        rows = [trimmed(list(row)) for row in csv.reader(StringIO(text, newline=""), delimiter=mark)]
    except csv.Error as error:
        raise NegotiationError(f"{file.name}: this is not CSV: {error}.") from None
    require_small(file.name, len(rows), max(map(len, rows), default=0))
    return Sheet(file.name, tuple(_row(row, number, file.name) for number, row in enumerate(rows, 1)))


def csv_bytes(rows: list[Row]) -> bytes:
    """Return rows as CSV; texts that a spreadsheet program would take for a formula get its mark for texts."""
    out = StringIO()
    csv.writer(out).writerows([[_shielded(cell) for cell in row] for row in rows])
    return out.getvalue().encode("utf-8-sig")  # without this mark, Excel reads no letters beyond English


def _text(file: Path) -> str:
    try:
        return decoded(bytes_of_case(file))
    except UnicodeDecodeError:
        raise NegotiationError(f"{file.name}: the file is no text; save it as 'CSV UTF-8'.") from None


def _row(row: Row, number: int, where: str) -> Row:
    return tuple(_cell(str(cell), f"{chr(ord('A') + min(place, 25))}{number}", where) for place, cell in enumerate(row))


def _cell(text: str, place: str, where: str) -> Cell:
    if text.startswith("="):
        raise NegotiationError(formula_sentence(where, place))
    return SHIELDED.sub(r"\g<before>\g<shields>", text)


def _shielded(cell: Cell) -> Cell:
    """Return a text in which nothing is taken for a formula: one more shield stands before whatever begins one."""
    if not isinstance(cell, str) or NUMBER.fullmatch(cell):
        return cell
    return BARE.sub(rf"\g<before>{SHIELD}\g<shields>", cell)
