"""`pairs/NAME/results.csv`: the agreement forms of a round, a line for each side of each table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ...figures.felt_treatment import BEST, WORST
from ...grading import formulas
from ...grading.atomic_files import write_whole
from ...grading.submission.printable import visible
from ...negotiation import Case, NegotiationError, Package, did_you_mean, plain
from ..campus.export_file import Cells
from .form_columns import RESULTS, Columns, cell_of, table_number, table_of_forms, which_of

NO_DEAL = "no deal"
LONGEST_MEMO = 10_000

Forms = dict[int, tuple["FilledForm | None", "FilledForm | None"]]
"""By the table's number the forms of both sides, None where there is none yet."""


@dataclass(frozen=True, slots=True)
class FilledForm:
    """What one side says was agreed, None for no deal, how they felt treated and guess the other felt, and a memo."""

    deal: Package | None
    treated: int | None
    guessed: int | None
    memo: str


def fill_deal(folder: Path, case: Case, table: int, side: int, deal: Package | None) -> bool:
    """Write what was agreed into one side's line, None for no deal, unless an agreement stands there already.

    Return whether there is such a line. Raises NegotiationError where the table of forms cannot be read.
    """
    said = [NO_DEAL] if deal is None else [cell_of(option) for option in case.in_words(deal).values()]

    def cells(line: Cells, columns: Columns) -> dict[int, str]:
        stands = any(line[place] for place in columns.issues)
        return {} if stands else dict(zip(columns.issues, said, strict=False))

    return _fill(folder, case, table, side, cells)


def fill_said(folder: Path, case: Case, table: int, side: int, form: FilledForm) -> bool:
    """Write a form's ratings and memo into one side's line; whatever stands there already stays.

    Return whether there is such a line. Raises NegotiationError where the table of forms cannot be read.
    """
    rated = ["" if rating is None else str(rating) for rating in (form.treated, form.guessed)]

    def cells(line: Cells, columns: Columns) -> dict[int, str]:
        said = zip(columns[-3:], [*rated, formulas.plain(form.memo)], strict=True)
        return {place: text for place, text in said if place is not None and not line[place]}

    return _fill(folder, case, table, side, cells)


def read_results(folder: Path, case: Case) -> Forms:
    """Return the forms; a line without an agreement is none yet.

    Raises NegotiationError with the line, the issue and the options where an entry cannot be read.
    """
    export, columns = table_of_forms(folder, case)
    found: Forms = {}
    for number, cells in enumerate(export.lines[1:], 2):
        line = [cell.strip() for cell in cells]
        if any(line[place] for place in columns.issues):
            _add(found, case, line, columns, f"line {number} of {folder.name}/{RESULTS}")
    return found


def _fill(
    folder: Path, case: Case, table: int, side: int, cells: Callable[[Cells, Columns], Mapping[int, str]]
) -> bool:
    export, columns = table_of_forms(folder, case)
    names = [party.name for party in case.parties]
    for line in export.lines[1:]:
        if table_number(line, columns) == table and which_of(line[columns.role], names) == side:
            if new := cells(line, columns):
                for place, text in new.items():
                    line[place] = text
                write_whole(folder / RESULTS, export.written(list(export.lines)))
            return True
    return False


def _add(found: Forms, case: Case, line: Cells, columns: Columns, where: str) -> None:
    """Add a line's form to what was found."""
    names, role = [party.name for party in case.parties], line[columns.role]
    table, side = table_number(line, columns), which_of(role, names)
    if table is None:
        raise NegotiationError(f"{where} names no table; write its number.")
    if side is None:
        raise NegotiationError(f"{where}: {role!r} is no role of this case; write {' or '.join(map(plain, names))}.")
    both = list(found.get(table, (None, None)))
    if both[side]:
        raise NegotiationError(
            f"{where} is a second form of the {plain(names[side])} at table {table}; delete one of them."
        )
    treated, guessed, memo = ("" if place is None else line[place] for place in columns[-3:])
    both[side] = FilledForm(
        _deal(case, [line[place] for place in columns.issues], where),
        _rated(treated, where),
        _rated(guessed, where),
        visible(memo[:LONGEST_MEMO].replace("\r\n", "\n")),
    )
    found[table] = (both[0], both[1])


def _rated(cell: str, where: str) -> int | None:
    """Return a rating, None where the cell or the column was left out."""
    if cell and not (cell.isdecimal() and len(cell) < len(str(BEST)) + 2 and WORST <= int(cell) <= BEST):
        raise NegotiationError(f"{where}: {cell!r} is no rating from {WORST} to {BEST}; correct or empty it.")
    return int(cell) if cell else None


def _deal(case: Case, said: list[str], where: str) -> Package | None:
    """Return the package that is said, None for no deal; where each cell is an option, so is one called 'no deal'."""
    package = [which_of(cell, issue.options) for issue, cell in zip(case.issues, said, strict=True)]
    if None not in package:
        return tuple(place for place in package if place is not None)
    if any(plain(cell) == NO_DEAL for cell in said):
        return None
    issue, cell = next((i, c) for i, c, place in zip(case.issues, said, package, strict=True) if place is None)
    raise NegotiationError(f"{where}: {cell!r} is not an option of {issue.name!r}{did_you_mean(cell, issue.options)}")
