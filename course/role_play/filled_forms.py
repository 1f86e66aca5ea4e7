"""`pairs/NAME/results.csv`: the agreement forms of a round, a line for each side of each table."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ...figures.felt_treatment import BEST, WORST
from ...grading.submission.printable import visible
from ...negotiation import Case, NegotiationError, Package, did_you_mean, plain
from ..campus.export_file import read_export
from .round_files import TABLE
from .written_rows import write_rows

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


def read_results(folder: Path, case: Case) -> Forms:
    """Return the forms; a line without an agreement is none yet.

    Raises NegotiationError with the line, the issue and the options where an entry cannot be read.
    """
    if not (folder / RESULTS).is_file():
        raise NegotiationError(f"there is no {folder.name}/{RESULTS}; run 'biggerpie pairs' again, which writes it.")
    export = read_export(folder / RESULTS)
    columns = {plain(heading): place for place, heading in enumerate(export.headings)}
    missing = [name for name in (TABLE, ROLE, *(i.name for i in case.issues)) if plain(name) not in columns]
    if missing:
        raise NegotiationError(f"{folder.name}/{RESULTS} has no column {missing[0]!r}; write it there.")
    found: Forms = {}
    for number, line in enumerate(export.lines[1:], 2):
        cells = {name: line[place].strip() for name, place in columns.items()}
        if any(cells[plain(issue.name)] for issue in case.issues):
            _add(found, case, cells, f"line {number} of {folder.name}/{RESULTS}")
    return found


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
