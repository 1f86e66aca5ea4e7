"""Short tables that an instructor writes into the course folder: a line for each student, a few words each."""

import csv
from codecs import BOM_UTF8
from collections.abc import Iterator
from pathlib import Path

from ...negotiation import NegotiationError
from .ids import tidy

Line = tuple[int, tuple[str, ...], bool]
"""A line's number, its words, and whether it is text at all."""


def read_lines(course: Path, name: str) -> Iterator[Line]:
    """Yield the lines of a table that are not blank, none where there is no such file.

    Words are parted by commas, or by semicolons where a line holds no comma, as spreadsheets write them.
    Raises NegotiationError where the file is there and cannot be read at all.
    """
    try:
        content = (course / name).read_bytes()
    except FileNotFoundError:
        return
    except OSError as error:
        raise NegotiationError(f"{name} cannot be read ({error.strerror}).") from None
    for number, line in enumerate(content.removeprefix(BOM_UTF8).splitlines(), 1):
        text = line.decode("utf-8", "surrogateescape")
        words = tuple(map(tidy, _parted(text)))
        if any(words):
            yield number, words, line.decode("utf-8", "ignore").encode() == line


def _parted(text: str) -> list[str]:
    try:
        return next(csv.reader([text], delimiter=";" if "," not in text else ",", skipinitialspace=True), [])
    except csv.Error:
        return [text]
