"""A table to type the forms of a round into, `pairs/NAME/results.csv`, with a line for each side."""

from collections.abc import Sequence
from pathlib import Path

from ...grading.written_rows import write_rows
from ...negotiation import Case
from ..campus.export_file import read_export
from .form_columns import RESULTS, cell_of, headings


def write_blank_results(folder: Path, case: Case, sizes: Sequence[int]) -> None:
    """Write a table to type forms into, given how many sit at each table; one that holds any is left alone."""
    file = folder / RESULTS
    if file.exists() and any(any(line[2:]) for line in read_export(file).lines[1:]):
        return
    names, named = [cell_of(party.name) for party in case.parties], headings(case)
    sides = [(str(n), name) for n, size in enumerate(sizes, 1) for name in names[: min(size, 2)]]
    write_rows(file, [named, *((*side, *[""] * (len(named) - 2)) for side in sides)])
