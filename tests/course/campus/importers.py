"""How four systems read an uploaded table, written afresh from their rules, with nothing of the kit's in it."""

import csv
from io import StringIO

Marks = dict[str, float]


class RefusedError(Exception):
    """The system would not take the table, or would do harm by it."""


def _lines(content: bytes) -> list[list[str]]:
    return [*csv.reader(StringIO(content.decode("utf-8-sig"), newline=""))]


def canvas(content: bytes, users: dict[str, str], title: str) -> Marks:
    """instructure/canvas-lms, lib/gradebook_importer.rb: by Canvas's own id first; other titles make new columns."""
    header, *rest = _lines(content)
    if "Student" not in header[0] or "ID" not in header[1]:
        raise RefusedError("no Canvas table")
    own = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"]
    if new := [name for name in header if name not in [*own, f"{title} (77)"]]:
        raise RefusedError(f"new columns {new}")
    at = header.index(f"{title} (77)")
    people = [line for line in rest if line[0].strip() != "Points Possible"]
    if strangers := [line for line in people if line[1] not in users]:
        raise RefusedError(f"nobody's {strangers}")
    return {users[line[1]]: float(line[at]) for line in people if line[at]}


def moodle(content: bytes, users: dict[str, str], column: str, by: str, most: float) -> Marks:
    """moodle/moodle, load_data.php: one unknown user, or one mark that is no number or too high, ends it all."""
    header, *rest = _lines(content)
    key, at = header.index(by), header.index(column)
    given = {}
    for line in rest:
        if line[key] not in users:
            raise RefusedError(f"unknown user {line[key]!r}")
        if line[at] not in {"", "-"}:
            given[users[line[key]]] = float(line[at])
    if any(not 0 <= mark <= most for mark in given.values()):
        raise RefusedError("above the maximum")
    return given


def brightspace(content: bytes, users: dict[str, str], item: str) -> Marks:
    """Help pages: OrgDefinedId and Username stand first and second, each with '#', and '#' ends a line."""
    header, *rest = _lines(content)
    if header[:2] != ["OrgDefinedId", "Username"] or header[-1] != "End-of-Line Indicator":
        raise RefusedError(f"no Brightspace table: {header}")
    if len(header) != 4:  # a new heading makes a new item
        raise RefusedError(f"other items: {header}")
    at = header.index(f"{item} Points Grade")
    if any(line[-1] != "#" or line[1][:1] != "#" or line[1][1:] not in users for line in rest):
        raise RefusedError("nobody's")
    return {users[line[1][1:]]: float(line[at]) for line in rest if line[at]}


def blackboard(content: bytes, users: dict[str, str], number: str) -> Marks:
    """Help pages: by Username; a column is known by the number after its bar, else a new one is made."""
    header, *rest = _lines(content)
    key, at = header.index("Username"), next(n for n, name in enumerate(header) if name.endswith(f"|{number}"))
    if others := [name for name in header if name.startswith("Project") and not name.endswith(f"|{number}")]:
        raise RefusedError(f"other columns {others}")
    if any(line[key] not in users for line in rest):
        raise RefusedError("nobody's")
    return {users[line[key]]: float(line[at]) for line in rest if line[at]}
