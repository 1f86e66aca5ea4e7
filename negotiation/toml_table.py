"""One table of a TOML file that knows where it stands, so that every error names file, table and field."""

import re
import reprlib
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from .errors import NegotiationError, did_you_mean

LARGEST_POINTS = 1_000_000
LONGEST_QUOTE = 60
MOST_PROBLEMS = 50
"""Problems of one file that are noted; whoever has more of them mends these first."""
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
Value = TypeVar("Value")


class SaidAlreadyError(NegotiationError):
    """A field is missing that stands there under another name, and that name was refused."""


class TomlTable:
    """The fields of one table; each reader returns a checked value or raises NegotiationError.

    With a list of `problems`, what would be raised is noted there, up to 50 times, and something empty is returned.
    """

    def __init__(self, fields: Mapping[str, Any], where: str, problems: list[str] | None = None) -> None:
        """Read `fields`; `where` names the place in error messages."""
        self.fields = fields
        self.where = where
        self.problems = problems
        self._refused: list[str] = []

    def noted(self, read: Callable[[], Value], instead: Value) -> Value:
        """Return what is read, or `instead` where that raises NegotiationError and problems are noted."""
        try:
            return read()
        except NegotiationError as problem:
            if self.problems is None or len(self.problems) >= MOST_PROBLEMS:
                raise
            if not isinstance(problem, SaidAlreadyError):
                self.problems.append(str(problem))
            return instead

    def allow(self, *names: str) -> None:
        """Refuse every field but these, so that a misspelt one is not silently left out."""
        for name in self.fields:
            if name not in names:
                self.noted(lambda name=name: self._refuse(name, names), None)  # type: ignore[misc]

    def text(self, name: str) -> str:
        """Return a text that says something, without the space around it."""
        return self.noted(lambda: self._text(self._field(name), f"{self.where}, {name}"), "")

    def texts(self, name: str, at_least: int) -> list[str]:
        """Return a list of texts."""
        return self.noted(lambda: self._texts(name, at_least), [])

    def whole_number(self, name: str) -> int:
        """Return a whole number of points."""
        return self.noted(lambda: self._whole_number(self._field(name), f"{self.where}, {name}"), 0)

    def whole_numbers(self, name: str, exactly: int) -> list[int]:
        """Return the points of every option of an issue."""
        return self.noted(lambda: self._whole_numbers(name, exactly), [])

    def table(self, name: str) -> "TomlTable | None":
        """Return the table in this field."""
        return self.noted(lambda: self._table(name), None)

    def tables(self, name: str, at_least: int = 0) -> list["TomlTable"]:
        """Return the tables written as [[name]]."""
        return self.noted(lambda: self._tables(name, at_least), [])

    def _refuse(self, name: str, names: tuple[str, ...]) -> None:
        self._refused.append(name)
        raise NegotiationError(f"{self.where}: {name!r} is not a field here{did_you_mean(name, names)}")

    def _texts(self, name: str, at_least: int) -> list[str]:
        values = self._list(name, at_least, "texts")
        return [self._text(value, f"{self.where}, {name}[{n}]") for n, value in enumerate(values, 1)]

    def _whole_numbers(self, name: str, exactly: int) -> list[int]:
        values = self._list(name, 0, "whole numbers")
        if len(values) != exactly:
            raise NegotiationError(
                f"{self.where}, {name}: {len(values)} numbers for {exactly} options; give one for each option."
            )
        return [self._whole_number(value, f"{self.where}, {name}[{n}]") for n, value in enumerate(values, 1)]

    def _table(self, name: str) -> "TomlTable":
        value = self._field(name)
        if not isinstance(value, dict):
            raise NegotiationError(f"{self.where}, {name}: write a table here, one line for each issue.")
        return TomlTable(value, f"{self.where}, {name}", self.problems)

    def _tables(self, name: str, at_least: int) -> list["TomlTable"]:
        values = self._list(name, at_least, "tables") if at_least or name in self.fields else []
        if not all(isinstance(value, dict) for value in values):
            raise NegotiationError(f"{self.where}, {name}: write each entry as a table of its own.")
        places = (f"{self.where}, {name}[{n}]{_called(value)}" for n, value in enumerate(values, 1))
        return [TomlTable(value, where, self.problems) for value, where in zip(values, places, strict=True)]

    def _field(self, name: str) -> Any:
        if name not in self.fields:
            meant = any("did you mean" in did_you_mean(other, (name,)) for other in self._refused)
            kind = SaidAlreadyError if meant else NegotiationError
            raise kind(f"{self.where}: {name!r} is missing; add it.")
        return self.fields[name]

    def _list(self, name: str, at_least: int, what: str) -> list[Any]:
        values = self._field(name)
        if not isinstance(values, list) or len(values) < at_least:
            count = f"at least {at_least} {what}" if at_least else what
            raise NegotiationError(f"{self.where}, {name}: write a list of {count}.")
        return values

    @staticmethod
    def _text(value: Any, where: str) -> str:
        if not isinstance(value, str) or not value.strip():
            raise NegotiationError(f"{where}: write a text in quotes, not {_shown(value)}.")
        if CONTROL.search(value):
            raise NegotiationError(f"{where}: the text holds a character that cannot be seen; type it again.")
        return value.strip()

    @staticmethod
    def _whole_number(value: Any, where: str) -> int:
        if not isinstance(value, int) or isinstance(value, bool):
            raise NegotiationError(f"{where}: points are whole numbers; {_shown(value)} is not one.")
        if abs(value) > LARGEST_POINTS:
            raise NegotiationError(f"{where}: the number is too large; use at most {LARGEST_POINTS} points.")
        return value


def _shown(value: Any) -> str:
    """Return a value as a message repeats it, never longer than a line."""
    try:
        return reprlib.repr(value)[:LONGEST_QUOTE]
    except ValueError:  # Python writes no number of more than some thousand digits
        return "a number without end"


def _called(fields: Mapping[str, Any]) -> str:
    name = fields.get("name")
    return f" {name!r}" if isinstance(name, str) else ""
