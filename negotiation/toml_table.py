"""One table of a TOML file that knows where it stands, so that every error names file, table and field."""

import re
import reprlib
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from .errors import NegotiationError, did_you_mean
from .sentence import Sentence

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

    def __init__(self, fields: Mapping[str, Any], file: str, problems: list[str] | None = None, path: str = "") -> None:
        """Read `fields`; `file` and the `path` in it name the place in error messages."""
        self.fields = fields
        self.file = file
        self.path = path
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
                self.problems.append(problem.args[0])
            return instead

    def wrong(self, key: str, at: str = "", /, **figures: object) -> NegotiationError:
        """Return the error that says at `key` what is wrong with the field `at`, or with the table."""
        place = Sentence("file.place", file=self.file, path=self._path(at) if at else self.path)
        return NegotiationError(Sentence(f"file.{key}", place=place, **figures))

    def _path(self, field: str) -> str:
        return f"{self.path}, {field}"

    def allow(self, *names: str) -> None:
        """Refuse every field but these, so that a misspelt one is not silently left out."""
        for name in self.fields:
            if name not in names:
                self.noted(lambda name=name: self._refuse(name, names), None)  # type: ignore[misc]

    def text(self, name: str) -> str:
        """Return a text that says something, without the space around it."""
        return self.noted(lambda: self._text(self._field(name), name), "")

    def texts(self, name: str, at_least: int) -> list[str]:
        """Return a list of texts."""
        return self.noted(lambda: self._texts(name, at_least), [])

    def whole_number(self, name: str) -> int:
        """Return a whole number of points."""
        return self.noted(lambda: self._whole_number(self._field(name), name), 0)

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
        raise self.wrong("unknown_field", field=name, near=did_you_mean(name, names))

    def _texts(self, name: str, at_least: int) -> list[str]:
        values = self._list(name, at_least, "texts")
        return [self._text(value, f"{name}[{n}]") for n, value in enumerate(values, 1)]

    def _whole_numbers(self, name: str, exactly: int) -> list[int]:
        values = self._list(name, 0, "numbers")
        if len(values) != exactly:
            raise self.wrong("how_many_numbers", name, given=len(values), options=exactly)
        return [self._whole_number(value, f"{name}[{n}]") for n, value in enumerate(values, 1)]

    def _table(self, name: str) -> "TomlTable":
        value = self._field(name)
        if not isinstance(value, dict):
            raise self.wrong("no_table", name)
        return TomlTable(value, self.file, self.problems, self._path(name))

    def _tables(self, name: str, at_least: int) -> list["TomlTable"]:
        what = "some_tables" if at_least else "tables"
        values = self._list(name, at_least, what) if at_least or name in self.fields else []
        if not all(isinstance(value, dict) for value in values):
            raise self.wrong("no_tables", name)
        paths = (self._path(f"{name}[{n}]{_called(value)}") for n, value in enumerate(values, 1))
        return [TomlTable(value, self.file, self.problems, path) for value, path in zip(values, paths, strict=True)]

    def _field(self, name: str) -> Any:
        if name not in self.fields:
            meant = any("did you mean" in did_you_mean(other, (name,)) for other in self._refused)
            missing = self.wrong("missing", field=name)
            raise SaidAlreadyError(*missing.args) if meant else missing
        return self.fields[name]

    def _list(self, name: str, at_least: int, what: str) -> list[Any]:
        values = self._field(name)
        if not isinstance(values, list) or len(values) < at_least:
            raise self.wrong("no_list", name, what=Sentence(f"file.list.{what}", least=at_least))
        return values

    def _text(self, value: Any, field: str) -> str:
        if not isinstance(value, str) or not value.strip():
            raise self.wrong("no_text", field, shown=_shown(value))
        if CONTROL.search(value):
            raise self.wrong("unseen", field)
        return value.strip()

    def _whole_number(self, value: Any, field: str) -> int:
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.wrong("no_whole_number", field, shown=_shown(value))
        if abs(value) > LARGEST_POINTS:
            raise self.wrong("too_large", field, most=LARGEST_POINTS)
        return value


def _shown(value: Any) -> str:
    """Return a value as a message repeats it, never longer than a line."""
    try:
        return reprlib.repr(value)[:LONGEST_QUOTE]
    except ValueError:  # Python writes no number of more than some thousand digits
        return Sentence("file.endless")


def _called(fields: Mapping[str, Any]) -> str:
    name = fields.get("name")
    return f" {name!r}" if isinstance(name, str) else ""
