"""A round's files in the course: `pairs/NAME/tables.csv`, who sits where, and `results.csv`, what was agreed."""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from pathlib import Path

from ...figures.felt_treatment import BEST, WORST, Felt, Ratings
from ...grading.atomic_files import write_whole
from ...negotiation import Case, NegotiationError, Package, did_you_mean, plain
from ..campus.export_file import read_export
from .pairing import Group, Met

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,60}")
TABLES, RESULTS = "tables.csv", "results.csv"
TABLE, NO_DEAL = "table", "no deal"
TREATED, GUESSED = "{party}: felt treated, {worst} to {best}", "{party}: guess about the other, {worst} to {best}"
"""The columns of a party's two ratings, which may be left empty."""


def round_folder(course: Path, name: str) -> Path:
    """Return where a round's files lie; raise NegotiationError for a name that is no folder's."""
    if not NAME.fullmatch(name):
        raise NegotiationError(f"{name!r} cannot be a round's name; take letters, figures and hyphens, such as week-3.")
    return course / "pairs" / name


def write_tables(folder: Path, groups: Sequence[Group], case_name: str) -> None:
    """Write who sits where."""
    rows = [(str(n), case_name, *group, *[""] * (3 - len(group))) for n, group in enumerate(groups, 1)]
    _write(folder / TABLES, [(TABLE, "case", "first", "second", "third"), *rows])


def read_tables(folder: Path) -> tuple[list[Group], str]:
    """Return who sits where, nobody at an empty table, and the case's name.

    Raises NegotiationError where nobody was seated.
    """
    if not (folder / TABLES).is_file():
        raise NegotiationError(f"nobody was seated for {folder.name!r}; run 'biggerpie pairs {folder.name} CASE'.")
    lines = read_export(folder / TABLES).lines[1:]
    groups = [tuple(filter(None, line[2:5])) for line in lines]
    return groups, next((line[1] for line in lines), "")


def met_before(course: Path, name: str) -> Met:
    """Return who sat together in all rounds but that of the name."""
    met = Met()
    for file in sorted((course / "pairs").glob(f"*/{TABLES}")):
        if file.parent.name != name:
            for group in read_tables(file.parent)[0]:
                met.add(group)
    return met


def write_blank_results(folder: Path, case: Case, count: int) -> None:
    """Write a table to type results into; one that holds any is left alone."""
    file = folder / RESULTS
    if not file.exists() or not any(any(line[1:]) for line in read_export(file).lines[1:]):
        columns = [*(issue.name for issue in case.issues), *_ratings(case, TREATED), *_ratings(case, GUESSED)]
        _write(file, [(TABLE, *columns), *((str(n), *[""] * len(columns)) for n in range(1, count + 1))])


def read_results(folder: Path, case: Case) -> dict[int, Felt]:
    """Return what each table agreed on, None for no deal, and how it felt; a table without an entry is left out.

    Raises NegotiationError with the line, the issue and the options where an entry cannot be read.
    """
    export = read_export(folder / RESULTS)
    columns = {plain(heading): place for place, heading in enumerate(export.headings)}
    missing = [issue.name for issue in case.issues if plain(issue.name) not in columns]
    if missing or plain(TABLE) not in columns:
        raise NegotiationError(f"{folder.name}/{RESULTS} has no column {(missing or [TABLE])[0]!r}; write it there.")
    found: dict[int, Felt] = {}
    for number, line in enumerate(export.lines[1:], 2):
        cells = [line[columns[plain(issue.name)]].strip() for issue in case.issues]
        if not any(cells):
            continue
        where = f"line {number} of {folder.name}/{RESULTS}"
        if not line[columns[TABLE]].isdecimal():
            raise NegotiationError(f"{where} names no table; write its number.")
        is_none = any(plain(cell) == NO_DEAL for cell in cells)
        deal = None if is_none else _package(case, cells, where)
        treated, guessed = (_rated(case, sort, columns, line, where) for sort in (TREATED, GUESSED))
        found[int(line[columns[TABLE]])] = Felt(deal, treated, guessed)
    return found


def _ratings(case: Case, column: str) -> list[str]:
    """Return the headings of a rating, one for each party."""
    return [column.format(party=party.name, worst=WORST, best=BEST) for party in case.parties[:2]]


def _rated(case: Case, column: str, columns: Mapping[str, int], line: Sequence[str], where: str) -> Ratings:
    """Return both parties' ratings; a column that is not there was left empty, as files of before have none."""
    found: list[int | None] = []
    for heading in _ratings(case, column):
        place = columns.get(plain(heading))
        cell = line[place].strip() if place is not None else ""
        if cell and not (cell.isdecimal() and WORST <= int(cell) <= BEST):
            raise NegotiationError(f"{where}: {cell!r} is no rating from {WORST} to {BEST}; correct or empty it.")
        found.append(int(cell) if cell else None)
    return found[0], found[1]


def _package(case: Case, cells: Sequence[str], where: str) -> Package:
    package = []
    for issue, cell in zip(case.issues, cells, strict=True):
        options = {plain(option): place for place, option in enumerate(issue.options)}
        if plain(cell) not in options:
            raise NegotiationError(
                f"{where}: {cell!r} is not an option of {issue.name!r}{did_you_mean(cell, issue.options)}"
            )
        package.append(options[plain(cell)])
    return tuple(package)


def _write(file: Path, rows: Iterable[Sequence[str]]) -> None:
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    write_whole(file, out.getvalue().encode())
