"""`pairs/NAME/results.csv`: the agreement forms of a round, a line for each side of each table."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ...figures.felt_treatment import BEST, WORST
from ...grading.atomic_files import write_whole
from ...grading.submission.printable import visible
from ...grading.written_rows import write_rows
from ...negotiation import Case, NegotiationError, Package, did_you_mean, plain
from ..campus.export_file import ExportFile, read_export
from .round_files import TABLE

RESULTS = "results.csv"
NO_DEAL = "no deal"
ROLE, MEMO = "role", "memo"
TREATED, GUESSED = f"felt treated, {WORST} to {BEST}", f"guess about the other, {WORST} to {BEST}"
LONGEST_MEMO = 10_000
NUMBER = re.compile(r"\d{1,6}")

Forms = dict[int, tuple["FilledForm | None", "FilledForm | None"]]
"""By the table's number the forms of both sides, None where there is none yet."""


@dataclass(frozen=True, slots=True)
class FilledForm:
    """What one side says was agreed, None for no deal, how they felt treated and guess the other felt, and a memo."""

    deal: Package | None
    treated: int | None
    guessed: int | None
    memo: str


def write_blank_results(folder: Path, case: Case, sizes: Sequence[int]) -> None:
    """Write a table to type forms into, given how many sit at each table; one that holds any is left alone."""
    file = folder / RESULTS
    if file.exists() and any(any(line[2:]) for line in read_export(file).lines[1:]):
        return
    columns = [*(issue.name for issue in case.issues), TREATED, GUESSED, MEMO]
    sides = [(str(n), party.name) for n, size in enumerate(sizes, 1) for party in case.parties[: min(size, 2)]]
    write_rows(file, [(TABLE, ROLE, *columns), *((*side, *[""] * len(columns)) for side in sides)])


def deal_cells(case: Case, deal: Package | None) -> dict[str, str]:
    """Return the cells that say what was agreed, by the issues' names; None is no deal."""
    if deal is None:
        return {case.issues[0].name: NO_DEAL}
    return case.in_words(deal)


def fill_empty(folder: Path, case: Case, table: int, side: int, cells: Mapping[str, str]) -> None:
    """Write cells, by their headings, into one side's line; whatever stands there already stays.

    An agreement is written only as a whole. Raises NegotiationError where the table of forms cannot be read.
    """
    export, columns = _table_of_forms(folder, case)
    who = (str(table), plain(case.parties[side].name))
    line = next((one for one in export.lines[1:] if (one[columns[TABLE]], plain(one[columns[ROLE]])) == who), None)
    if line is None:
        return  # nobody sits there, or the instructor took the line out
    agreed = {columns[plain(issue.name)] for issue in case.issues}
    stands = {place for place, cell in enumerate(line) if cell}
    for heading, text in cells.items():
        place = columns.get(plain(heading))
        if place is not None and place not in (stands | agreed if stands & agreed else stands):
            line[place] = text
    write_whole(folder / RESULTS, export.written(list(export.lines)))


def read_results(folder: Path, case: Case) -> Forms:
    """Return the forms; a line without an agreement is none yet.

    Raises NegotiationError with the line, the issue and the options where an entry cannot be read.
    """
    export, columns = _table_of_forms(folder, case)
    found: Forms = {}
    for number, line in enumerate(export.lines[1:], 2):
        cells = {name: line[place].strip() for name, place in columns.items()}
        if any(cells[plain(issue.name)] for issue in case.issues):
            _add(found, case, cells, f"line {number} of {folder.name}/{RESULTS}")
    return found


def _table_of_forms(folder: Path, case: Case) -> tuple[ExportFile, dict[str, int]]:
    """Return the table, and where its columns stand; raise NegotiationError where one is missing."""
    if not (folder / RESULTS).is_file():
        raise NegotiationError(f"there is no {folder.name}/{RESULTS}; run 'biggerpie pairs' again, which writes it.")
    export = read_export(folder / RESULTS)
    columns = {plain(heading): place for place, heading in enumerate(export.headings)}
    missing = [name for name in (TABLE, ROLE, *(i.name for i in case.issues)) if plain(name) not in columns]
    if missing:
        raise NegotiationError(f"{folder.name}/{RESULTS} has no column {missing[0]!r}; write it there.")
    return export, columns


def _add(found: Forms, case: Case, cells: dict[str, str], where: str) -> None:
    """Add a line's form to what was found."""
    names = [plain(party.name) for party in case.parties]
    if not NUMBER.fullmatch(cells[TABLE]):
        raise NegotiationError(f"{where} names no table; write its number.")
    if plain(cells[ROLE]) not in names:
        raise NegotiationError(f"{where}: {cells[ROLE]!r} is no role of this case; write {' or '.join(names)}.")
    table, side = int(cells[TABLE]), names.index(plain(cells[ROLE]))
    both = list(found.get(table, (None, None)))
    if both[side]:
        raise NegotiationError(f"{where} is a second form of the {names[side]} at table {table}; delete one of them.")
    treated, guessed = (_rated(cells, heading, where) for heading in (TREATED, GUESSED))
    memo = visible(cells.get(MEMO, "")[:LONGEST_MEMO].replace("\r\n", "\n"))
    both[side] = FilledForm(_deal(case, cells, where), treated, guessed, memo)
    found[table] = (both[0], both[1])


def _rated(cells: dict[str, str], heading: str, where: str) -> int | None:
    """Return a rating, None where the cell or the column was left out."""
    cell = cells.get(plain(heading), "")
    if cell and not (NUMBER.fullmatch(cell) and WORST <= int(cell) <= BEST):
        raise NegotiationError(f"{where}: {cell!r} is no rating from {WORST} to {BEST}; correct or empty it.")
    return int(cell) if cell else None


def _deal(case: Case, cells: dict[str, str], where: str) -> Package | None:
    said = [cells[plain(issue.name)] for issue in case.issues]
    if any(plain(cell) == NO_DEAL for cell in said):
        return None
    package = []
    for issue, cell in zip(case.issues, said, strict=True):
        options = {plain(option): place for place, option in enumerate(issue.options)}
        if plain(cell) not in options:
            raise NegotiationError(
                f"{where}: {cell!r} is not an option of {issue.name!r}{did_you_mean(cell, issue.options)}"
            )
        package.append(options[plain(cell)])
    return tuple(package)
