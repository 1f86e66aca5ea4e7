"""Rows written as CSV, whole or not at all."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from pathlib import Path

from .atomic_files import write_whole


def write_rows(file: Path, rows: Iterable[Sequence[str]]) -> None:
    """Write the rows, the first of them the headings."""
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    write_whole(file, out.getvalue().encode())
