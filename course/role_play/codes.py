"""`pairs/NAME/codes.csv`: the code with which each student opens their sheet."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from ...grading.formulas import plain
from ...grading.written_rows import write_rows
from ..campus.export_file import read_export
from .sealing import is_whole, new_code

FILE = "codes.csv"
HEADINGS = ("student", "table", "role", "version", "code")


class Place(NamedTuple):
    """Where a student sits, in which role, and at which version of the case."""

    table: int
    role: str
    version: str


def codes(folder: Path, places: Mapping[str, Place]) -> dict[str, str]:
    """Return everybody's code; whoever sits where they sat, at the same version, keeps theirs."""
    before = read_codes(folder)
    return {student: before.get((student, _written(place))) or new_code() for student, place in places.items()}


def write_codes(folder: Path, places: Mapping[str, Place], codes_of: Mapping[str, str]) -> None:
    """Write the file, for the instructor alone."""
    at = {student: _written(place) for student, place in places.items()}
    rows = ((student, str(one.table), one.role, one.version, codes_of[student]) for student, one in at.items())
    write_rows(folder / FILE, [HEADINGS, *rows])


def read_codes(folder: Path) -> dict[tuple[str, Place], str]:
    """Return the code of each student at each place; none where no codes were written yet, or a code isn't whole."""
    file = folder / FILE
    if not file.is_file():
        return {}
    lines: Sequence[Sequence[str]] = read_export(file).lines[1:]
    whole = (line for line in lines if len(line) == len(HEADINGS) and line[1].isdecimal() and is_whole(line[4]))
    return {(line[0], Place(int(line[1]), line[2], line[3])): line[4] for line in whole}


def _written(place: Place) -> Place:
    """Return a place as the file has it: no role in it is a formula."""
    return place._replace(role=plain(place.role))
