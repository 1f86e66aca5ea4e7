"""A campus system's own table, read and written again without a letter changed that nobody asked to change."""

import csv
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from ...grading.tables import BETWEEN_COLUMNS, LARGEST, decoded
from ...negotiation import NegotiationError

Cells = list[str]


@dataclass(frozen=True, slots=True)
class ExportFile:
    """The lines of a table, the first of them the headings, and how they were written."""

    name: str
    lines: tuple[Cells, ...]
    delimiter: str
    encoding: str
    newline: str

    @property
    def headings(self) -> Cells:
        """The names of the columns, as the system wrote them."""
        return self.lines[0]

    def written(self, lines: list[Cells]) -> bytes:
        """Return other lines in this file's manner; in UTF-8 where its encoding has no place for one of their letters.

        Marks are digits, so a campus system's table stays as it was; words that students wrote may need it.
        """
        out = StringIO()
        csv.writer(out, delimiter=self.delimiter, lineterminator=self.newline).writerows(lines)
        try:
            return out.getvalue().encode(self.encoding)
        except UnicodeEncodeError:
            return out.getvalue().encode("utf-8-sig")  # its mark tells a spreadsheet program


def read_export(file: Path) -> ExportFile:
    """Return a table; raise NegotiationError with one sentence where there is none in the file."""
    if not file.is_file():
        raise NegotiationError(f"there is no file {str(file)!r}; name the table that your campus system gave you.")
    content = file.read_bytes()[: LARGEST + 1]
    try:
        text = decoded(content)
    except UnicodeDecodeError:
        text = "\0"
    if len(content) > LARGEST or "\0" in text or not text.strip():
        raise NegotiationError(f"{file.name} is no table of text; download it again as CSV, and name that.")
    newline = "\r\n" if "\r\n" in text else "\n"
    first = text.splitlines()[0]
    delimiter = max(",;\t|" if set(first) & set(BETWEEN_COLUMNS) else ",", key=first.count)
    try:
        lines = [line for line in csv.reader(StringIO(text, newline=""), delimiter=delimiter) if any(line)]
    except csv.Error as error:
        raise NegotiationError(f"{file.name} cannot be read as a table ({error}); download it again.") from None
    if not lines:
        raise NegotiationError(
            f"{file.name} has nothing in any of its cells; write the names of its columns into the first line, or "
            "download it again."
        )
    width = len(lines[0])
    if odd := next((number for number, line in enumerate(lines, 1) if len(line) > width and any(line[width:])), 0):
        raise NegotiationError(f"row {odd} of {file.name} has more cells than there are headings; download it again.")
    padded = tuple([*line[:width], *[""] * (width - len(line))] for line in lines)
    return ExportFile(file.name, padded, delimiter, _encoding(content), newline)


def _encoding(content: bytes) -> str:
    if content.startswith(BOM_UTF8):
        return "utf-8-sig"
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "utf-16"
    try:
        content.decode()
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"
