"""Lines of `pairs/NAME/results.csv` to type forms into: one for each side, and none of people who sat there before."""

from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import Path

from ...grading.atomic_files import write_whole
from ...grading.written_rows import write_rows
from ...negotiation import Case, NegotiationError
from ..campus.export_file import Cells, ExportFile, read_export
from .form_columns import RESULTS, Columns, cell_of, columns_of, headings, table_number, which_of
from .pairing import Group

ASIDE, SAT_THERE = "results-before-{}.csv", "sat there"
NOBODY: Mapping[int, Group] = {}
LAST = 10**9
"""Where a line stands that names no table."""


def write_blank_results(folder: Path, case: Case, sizes: Sequence[int], before: Mapping[int, Group] = NOBODY) -> str:
    """Give each side a line to type its form into, given how many sit at each table; what was typed in stays.

    `before` has who sat at each table at which others sit now: what stands in their lines, and in a table of another
    case, is kept in a file beside. Return a sentence that says so, "" where nothing had to be kept.
    """
    old = read_export(folder / RESULTS) if (folder / RESULTS).is_file() else None
    columns = _columns(old, case) if old else None
    told = ""
    if old and columns:
        told = _kept_of_others(folder, old, columns, before)
    elif old and (name := _kept_aside(folder, old, [(line, ()) for line in old.lines[1:] if any(line[2:])])):
        told = f"What {RESULTS} held is of another case; it is kept in {name}, and counts no more."
    if not old or not columns:
        old = ExportFile(RESULTS, (headings(case),), ",", "utf-8", "\n")
        columns = columns_of(old.headings, case)
    lines = [line for line in old.lines[1:] if table_number(line, columns) not in before]
    lines += _missing(case, sizes, lines, columns, len(old.headings))
    lines.sort(key=lambda line: LAST if (number := table_number(line, columns)) is None else number)
    write_whole(folder / RESULTS, old.written([old.headings, *lines]))
    return told


def _columns(export: ExportFile, case: Case) -> Columns | None:
    try:
        return columns_of(export.headings, case)
    except NegotiationError:
        return None


def _kept_of_others(folder: Path, old: ExportFile, columns: Columns, before: Mapping[int, Group]) -> str:
    """Keep what stands in the lines of those who sat elsewhere or nowhere before, and return the sentence on it."""
    seat = {columns.table, columns.role}
    numbers: set[int] = set()
    away = []
    for line in old.lines[1:]:
        number = table_number(line, columns)
        if (
            number is not None
            and number in before
            and any(cell for place, cell in enumerate(line) if place not in seat)
        ):
            numbers.add(number)
            away.append((line, before[number]))
    if not (name := _kept_aside(folder, old, away)):
        return ""
    where = ", ".join(map(str, sorted(numbers)))
    many = "s" * (len(numbers) > 1)
    return f"Table{many} {where}: who sat there sits there no more; their forms are kept in {name}, and count no more."


def _kept_aside(folder: Path, old: ExportFile, away: Sequence[tuple[Cells, Group]]) -> str:
    """Write lines, and who sat there, into a file of their own; return its name, "" where there is nothing to write."""
    if not away:
        return ""
    name = next(name for name in map(ASIDE.format, count(1)) if not (folder / name).exists())
    write_rows(folder / name, [[*old.headings, SAT_THERE], *([*line, ", ".join(group)] for line, group in away)])
    return name


def _missing(case: Case, sizes: Sequence[int], lines: Sequence[Cells], columns: Columns, width: int) -> list[Cells]:
    """Return a blank line for each side at a table that has none."""
    names = [party.name for party in case.parties]
    there = {(table_number(line, columns), which_of(line[columns.role], names)) for line in lines}
    found = []
    for number, size in enumerate(sizes, 1):
        for side in range(min(size, 2)):
            if (number, side) not in there:
                line = [""] * width
                line[columns.table], line[columns.role] = str(number), cell_of(names[side])
                found.append(line)
    return found
