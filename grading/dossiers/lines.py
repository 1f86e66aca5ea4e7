"""Short tables that an instructor writes into the course folder: a line for each student, a few words each."""

import csv
from collections.abc import Iterator
from pathlib import Path

from ...negotiation import NegotiationError
from ..tables import as_utf8
from .ids import tidy

Line = tuple[int, tuple[str, ...], bool]
"""A line's number, its words, and whether it is text at all."""


def read_lines(course: Path, name: str) -> Iterator[Line]:
    """Yield the lines of a table that are not blank, none where there is no such file.

    Words are parted by commas, or where a line holds none by semicolons or tabs, as spreadsheets write them.
    Raises NegotiationError where the file is there and cannot be read at all.
    """
    try:
        content = (course / name).read_bytes()
    except FileNotFoundError:
        return
    except OSError as error:
        raise NegotiationError(f"{name} cannot be read ({error.strerror}).") from None
    for number, line in enumerate(as_utf8(content).splitlines(), 1):
        text = line.decode("utf-8", "surrogateescape")
        words = tuple(map(tidy, _parted(text)))
        if any(words):
            yield number, words, line.decode("utf-8", "ignore").encode() == line


def _parted(text: str) -> list[str]:
    try:
        return next(
            csv.reader([text], delimiter=next((sign for sign in ",;\t" if sign in text), ","), skipinitialspace=True),
            [],
        )
    except csv.Error:
        return [text]
