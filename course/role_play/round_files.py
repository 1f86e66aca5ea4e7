"""A round's folder in the course, and `tables.csv` in it: who sits where, and which version each table plays."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from ...grading.written_rows import write_rows
from ...negotiation import NegotiationError
from ..campus.export_file import read_export
from .pairing import Group, Met

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,60}")
TABLES, TABLE = "tables.csv", "table"
LIVE = "tables.db"
"""What was said at live tables, in the course's hidden folder."""
HEADINGS = (TABLE, "case", "first", "second", "third", "version")


class Seating(NamedTuple):
    """The students at each table, none at an empty one; the case's name; each table's key (versions.py)."""

    groups: list[Group]
    case_name: str
    keys: list[str]


def round_folder(course: Path, name: str) -> Path:
    """Return where a round's files lie; raise NegotiationError for a name that is no folder's."""
    if not NAME.fullmatch(name):
        raise NegotiationError(f"{name!r} cannot be a round's name; take letters, figures and hyphens, such as week-3.")
    return course / "pairs" / name


def write_tables(folder: Path, groups: Sequence[Group], case_name: str, keys: Sequence[str]) -> None:
    """Write who sits where."""
    rows = [
        (str(number), case_name, *group, *[""] * (3 - len(group)), key)
        for number, (group, key) in enumerate(zip(groups, keys, strict=True), 1)
    ]
    write_rows(folder / TABLES, [HEADINGS, *rows])


def read_tables(folder: Path) -> Seating:
    """Return who sits where; rounds of before versions have no keys. Raises NegotiationError where nobody sits."""
    if not (folder / TABLES).is_file():
        raise NegotiationError(f"nobody was seated for {folder.name!r}; run 'biggerpie pairs {folder.name} CASE'.")
    lines = [[*line, ""] for line in read_export(folder / TABLES).lines[1:]]
    groups = [tuple(filter(None, line[2:5])) for line in lines]
    return Seating(groups, next((line[1] for line in lines), ""), [line[5] for line in lines])


def seated_in(folder: Path) -> set[str]:
    """Return who sits at a round's tables, nobody where it was not seated yet."""
    return (
        {student for group in read_tables(folder).groups for student in group} if (folder / TABLES).is_file() else set()
    )


def seated_rounds(course: Path) -> list[Path]:
    """Return the folders of the rounds for which somebody was seated, by their names."""
    return sorted(file.parent for file in (course / "pairs").glob(f"*/{TABLES}"))


def met_before(course: Path, name: str) -> Met:
    """Return who sat together in all rounds but that of the name."""
    met = Met()
    for folder in seated_rounds(course):
        if folder.name != name:
            for group in read_tables(folder).groups:
                met.add(group)
    return met
