"""The columns of a round's agreement forms, told apart by their order where an issue is called like one of them."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from ...figures.felt_treatment import BEST, WORST
from ...grading import formulas
from ...negotiation import Case, NegotiationError, plain
from ..campus.export_file import Cells, ExportFile, read_export
from .round_files import TABLE

RESULTS = "results.csv"
ROLE, MEMO = "role", "memo"
TREATED, GUESSED = f"felt treated, {WORST} to {BEST}", f"guess about the other, {WORST} to {BEST}"
LONGEST_NUMBER = 6


class Columns(NamedTuple):
    """Where each column stands, from 0; None for a rating or a memo that the instructor took out."""

    table: int
    role: int
    issues: tuple[int, ...]
    treated: int | None
    guessed: int | None
    memo: int | None


def headings(case: Case) -> Cells:
    """Return the headings, in the order in which they are read again."""
    return [cell_of(name) for name in _names(case)]


def columns_of(found: Sequence[str], case: Case) -> Columns:
    """Return where the columns stand among these headings; raise NegotiationError where one that is needed is not."""
    free, places = list(range(len(found))), []
    for name in _names(case):
        place = next((at for at in free if which_of(found[at], [name]) == 0), None)
        places.append(place)
        if place is not None:
            free.remove(place)
        elif len(places) <= 2 + len(case.issues):
            raise NegotiationError(f"{RESULTS} has no column {name!r}; write it there.")
    table, role, *issues, treated, guessed, memo = places
    return Columns(table or 0, role or 0, tuple(at or 0 for at in issues), treated, guessed, memo)


def table_of_forms(folder: Path, case: Case) -> tuple[ExportFile, Columns]:
    """Return a round's table of forms and where its columns stand; raise NegotiationError where it cannot be read."""
    if not (folder / RESULTS).is_file():
        raise NegotiationError(f"there is no {folder.name}/{RESULTS}; run 'biggerpie pairs' again, which writes it.")
    export = read_export(folder / RESULTS)
    try:
        return export, columns_of(export.headings, case)
    except NegotiationError as problem:
        raise NegotiationError(f"{folder.name}/{problem}") from None


def cell_of(text: str) -> str:
    """Return a case's name or option as a cell in which no spreadsheet program finds a formula."""
    return formulas.plain(text)


def which_of(cell: str, texts: Sequence[str]) -> int | None:
    """Return which of the texts (from 0) a cell means, None for none of them."""
    meant = plain(cell)
    for spelt in ([plain(text) for text in texts], [plain(cell_of(text)) for text in texts]):
        if meant and meant in spelt:
            return spelt.index(meant)
    return None


def table_number(line: Cells, columns: Columns) -> int | None:
    """Return the number of the table whose form a line holds, None where it names none."""
    cell = line[columns.table].strip()
    return int(cell) if cell.isdecimal() and len(cell) <= LONGEST_NUMBER else None


def _names(case: Case) -> list[str]:
    return [TABLE, ROLE, *(issue.name for issue in case.issues), TREATED, GUESSED, MEMO]
