"""A round's folder in the course, and `tables.csv` in it: who sits where, and which version each table plays."""

import re
from collections.abc import Iterable, Sequence
from itertools import count
from pathlib import Path
from typing import NamedTuple

from ...grading.written_rows import write_rows
from ...negotiation import NegotiationError
from ..campus.export_file import read_export
from ..campus.headings import columns_of
from .pairing import Group, Met

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,60}")
TABLES, TABLE, CASE, VERSION = "tables.csv", "table", "case", "version"
LIVE = "tables.db"
"""What was said at live tables, in the course's hidden folder."""
SEATS = ("first", "second", "third")
HEADINGS = (TABLE, CASE, *SEATS, VERSION)
NEEDED = (CASE, *SEATS[:2])


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
    """Return who sits where; rounds of before versions have no keys.

    Raises NegotiationError where nobody sits, or the table has no column for the case or for two people.
    """
    if not (folder / TABLES).is_file():
        raise NegotiationError(f"nobody was seated for {folder.name!r}; run 'biggerpie pairs {folder.name} CASE'.")
    try:
        export = read_export(folder / TABLES)
    except NegotiationError as problem:
        raise NegotiationError(f"in the round {folder.name!r}, {problem}") from None
    columns = columns_of(export.headings)
    if missing := next((name for name in NEEDED if name not in columns), ""):
        raise NegotiationError(
            f"{folder.name}/{TABLES} has no column {missing!r}; write it there, or seat everybody again once "
            f"you have moved the folder pairs/{folder.name} out of the course."
        )
    lines = [{name: line[place] for name, place in columns.items()} for line in export.lines[1:]]
    groups = [tuple(filter(None, (line.get(name, "") for name in SEATS))) for line in lines]
    return Seating(groups, next((line[CASE] for line in lines), ""), [line.get(VERSION, "") for line in lines])


def transcript_file(folder: Path, table: int) -> Path:
    """Return where a live table's transcript lies as data; beside it, as .txt, lies what people read."""
    return folder / "transcripts" / f"table-{table:02}.json"


def keep_transcripts(folder: Path, tables: Iterable[int]) -> list[str]:
    """Give the transcripts of tables at which others sit now a name of their own, so that no later talk replaces them.

    Return the names, without what follows the dot.
    """
    found = []
    for file in (transcript_file(folder, table) for table in tables):
        if file.is_file():
            name = next(name for n in count(1) if not file.with_stem(name := f"{file.stem}-before-{n}").exists())
            for one in (file.with_suffix(".txt"), file):
                if one.is_file():
                    one.replace(one.with_stem(name))
            found.append(name)
    return found


def seated_so_far(folder: Path) -> Seating:
    """Return who sits where as `read_tables` does, nobody where the round was not seated yet."""
    return read_tables(folder) if (folder / TABLES).is_file() else Seating([], "", [])


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
