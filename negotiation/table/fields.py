"""The fields of an object that came as JSON: each reader returns a checked value or raises NegotiationError."""

import re
from typing import Any, TypeVar

from ..errors import NegotiationError, did_you_mean

Kind = TypeVar("Kind")
HALF = re.compile("[\ud800-\udfff]")
"""Halves of a pair, which JSON can name and no file can hold."""


class Fields:
    """An object of a transcript that knows where it stands."""

    def __init__(self, value: Any, where: str) -> None:
        """Read the object `value`; `where` names its place in error messages."""
        if not isinstance(value, dict):
            raise NegotiationError(f"{where}: an object with named fields should stand here.")
        self.fields, self.where = value, where

    def allow(self, *names: str) -> None:
        """Refuse every field but these."""
        for name in self.fields:
            if name not in names:
                raise NegotiationError(f"{self.where}: {name[:60]!r} is not a field here{did_you_mean(name, names)}")

    def text(self, name: str, longest: int, missing: str | None = None) -> str:
        """Return a text; where the field is missing, `missing` if that is given."""
        value = self._value(name, str, "a text", missing)
        if HALF.search(value):
            raise NegotiationError(f"{self.where}, {name}: the text holds half a character; type it again.")
        if len(value) > longest:
            raise NegotiationError(f"{self.where}, {name}: the text is longer than {longest:,} characters.")
        return value

    def number(self, name: str, missing: int | None = None) -> int:
        """Return a whole number; where the field is missing, `missing` if that is given."""
        return self._value(name, int, "a whole number", missing)

    def items(self, name: str, most: int) -> list[Any]:
        """Return a list of at most so many things."""
        value = self._value(name, list, "a list", None)
        if len(value) > most:
            raise NegotiationError(f"{self.where}, {name}: {len(value)} entries are too many; at most {most} can be.")
        return value

    def _value(self, name: str, kind: type[Kind], what: str, missing: Kind | None) -> Kind:
        value = self.fields.get(name, missing)
        if value is None and name not in self.fields:
            raise NegotiationError(f"{self.where}: {name!r} is missing; copy the transcript again as it was.")
        if type(value) is not kind:
            raise NegotiationError(f"{self.where}, {name}: {what} should stand here.")
        return value
