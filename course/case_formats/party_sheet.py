"""How a party stands on its sheet: its texts above, its points and its other tables below.

Every sheet begins with lines of a name and a text (title, story, language where it isn't English, party, role, brief,
BATNA, reservation value). Then come tables, each under its line of headings: points, and where there are any,
interests, statements and leanings. In the table of points an issue and its question stand once, beside its first
option.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any

from ...negotiation import NegotiationError, did_you_mean, plain
from .sheet import Cell, Row, Sheet

OF_CASE = ("title", "story", "language")
OF_PARTY = ("party", "role", "brief", "batna", "reservation value")
POINTS = ("issue", "question", "option", "points")
TABLES = {
    "interests": ("interest", "because", "issues"),
    "statements": ("issue", "question", "answer"),
    "leanings": ("issue", "toward", "brief", "answer", "interest", "because"),
}
WHOLE = re.compile(r"[+-]?[0-9]{1,9}")
Taker = Callable[[Row, str], None]
"""Takes in a row; the text says where it stands."""


class PartySheet:
    """What one sheet says: its party's fields, the issues and the tables."""

    def __init__(self, sheet: Sheet) -> None:
        """Read a sheet; raise NegotiationError naming the row that makes no sense."""
        self.where = sheet.where
        self.fields: dict[str, Cell] = {}
        self.issues: dict[str, dict[str, Any]] = {}
        self.points: dict[str, list[int]] = {}
        self.tables: dict[str, list[dict[str, Any]]] = {}
        take: Taker = self._take_field
        for number, row in enumerate(sheet.rows, 1):
            if row:
                headed = self._take_below(row)
                if headed is None:
                    take(row, f"{sheet.where}, row {number}")
                take = headed or take
        if not self.issues:
            raise NegotiationError(f"{self.where}: there is no table of points; give it the headings {_said(POINTS)}.")

    def party(self) -> dict[str, Any]:
        """Return the party as a case file's table."""
        names = {"party": "name", "reservation value": "reservation_value"}
        fields = {names.get(name, name): value for name, value in self.fields.items() if name in OF_PARTY}
        return {**fields, "points": self.points, **self.tables}

    def require_same_case(self, other: "PartySheet") -> None:
        """Refuse a sheet with another title, story or language, or other issues or options than this one's."""
        for name in OF_CASE:
            if name in other.fields and other.fields[name] != self.fields.get(name):
                raise NegotiationError(f"{other.where}: the {name} is not as in {self.where}; write the same on both.")
        options = {name: words["options"] for name, words in self.issues.items()}
        theirs = {name: words["options"] for name, words in other.issues.items()}
        for name in (*options, *theirs):
            if options.get(name) != theirs.get(name):
                raise NegotiationError(
                    f"{other.where}: the issue {name!r} or its options are not as in {self.where}; "
                    "write the same issues and options for every party."
                )

    def _take_below(self, row: Row) -> Taker | None:
        """Return what takes the rows below a line of headings; None where the row is no such line."""
        words = tuple(plain(str(cell)) for cell in row)
        if words == POINTS:
            return self._take_points
        for table, headings in TABLES.items():
            if words == headings:
                return lambda below, where: self._take_entry(table, below, where)
        return None

    def _take_field(self, row: Row, where: str) -> None:
        name = plain(str(row[0]))
        if name not in OF_CASE + OF_PARTY:
            near = did_you_mean(name, OF_CASE + OF_PARTY)
            if len(row) >= len(TABLES["interests"]):
                near = f"; the headings of the points are {_said(POINTS)}."
            raise NegotiationError(f"{where}: {str(row[0])!r} is not a line here{near}")
        if name in self.fields:
            raise NegotiationError(f"{where}: {row[0]!r} stands there a second time; keep one of the two.")
        value = row[1] if len(row) > 1 else ""
        self.fields[name] = _whole(value, where) if name == "reservation value" else str(value)

    def _take_points(self, row: Row, where: str) -> None:
        named, question, option, points = (*row, "", "", "", "")[:4]
        name = str(named).strip()
        if name and name not in self.issues:
            self.issues[name] = {"question": str(question), "options": []}
            self.points[name] = []
        current = name or next(reversed(self.issues), "")
        if not current or current != next(reversed(self.issues)):
            raise NegotiationError(f"{where}: write an issue's options one below the other, its name beside the first.")
        self.issues[current]["options"].append(str(option).strip())
        self.points[current].append(_whole(points, where))

    def _take_entry(self, table: str, row: Row, where: str) -> None:
        headings = TABLES[table]
        if table == "interests":
            statement, because, *issues = (*map(str, row), "")
            entry = {"statement": statement, "because": because, "issues": [issue for issue in issues if issue]}
        elif len(row) == len(headings):
            entry = dict(zip(headings, map(str, row), strict=True))
        else:
            raise NegotiationError(f"{where}: fill in each column of the table: {_said(headings)}.")
        self.tables.setdefault(table, []).append(entry)


def _whole(cell: Cell, where: str) -> int:
    """Return a whole number, whether it was written as a number or as a text."""
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    if not WHOLE.fullmatch(str(cell).strip()):
        raise NegotiationError(f"{where}: points are whole numbers; {str(cell)[:60]!r} is not one.")
    return int(cell)


def _said(headings: Iterable[str]) -> str:
    return ", ".join(headings)
