"""`shares/ASSIGNMENT`: a page and a table for each assistant, and key.csv, whose answers they are."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from ...grading.atomic_files import write_whole
from ...grading.submission.printable import visible
from ...grading.tables import read_table
from ...grading.templates import page_css, render
from ...grading.written_rows import write_rows
from ...negotiation import NegotiationError, listing
from ..campus.export_file import read_export
from ..role_play.sheets import POLICY
from .agreement import Said

KEY, SETTLED = "key.csv", "settled"
KEY_COLUMNS = ("answer", "student", "question", "most", "digest", "assistants")
COLUMNS = ("answer", "question", "most", "marks", "comment")
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,40}")
DIGEST = re.compile(r"[0-9a-f]{16}")


class Shared(NamedTuple):
    """Whose answer to which question a number is, its most points, a digest of the text, and who is to mark it."""

    student: str
    question: str
    most: float
    digest: str
    assistants: tuple[str, ...]

    @property
    def part(self) -> tuple[str, str]:
        """The student and the question."""
        return self.student, self.question


def digest_of(text: str) -> str:
    """Return by what it is seen that a text has changed."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def require_names(assistants: Sequence[str]) -> None:
    """Raise NegotiationError where an assistant's name cannot be a file's, is taken, or stands there twice."""
    for at, one in enumerate(assistants):
        taken = {other.casefold() for other in (*assistants[:at], SETTLED, "key")}
        if not NAME.fullmatch(one) or one.casefold() in taken:
            raise NegotiationError(
                f"{one!r} can't be an assistant's name here; take another one, of letters and figures."
            )


def read_key(folder: Path) -> dict[str, Shared]:
    """Return what was shared by its number; nothing where nothing was. Raises NegotiationError where it is damaged."""
    if not (folder / KEY).is_file():
        return {}
    rows = [row.cells for row in read_table(folder / KEY, KEY_COLUMNS)]
    try:
        if not all(DIGEST.fullmatch(row["digest"]) for row in rows):
            raise ValueError
        return {
            row["answer"]: Shared(
                row["student"], row["question"], float(row["most"]), row["digest"], tuple(row["assistants"].split())
            )
            for row in rows
        }
    except (KeyError, ValueError):
        raise NegotiationError(f"{folder / KEY} is not as it was written; put your copy of it back.") from None


def write_shares(folder: Path, key: Mapping[str, Shared], texts: Mapping[str, str]) -> None:
    """Write the page and the table of each assistant for the answers that have a text, and last the key.

    What stands in the tables from before stays.
    """
    shares: dict[str, list[str]] = defaultdict(list)
    for number in texts:
        for assistant in key[number].assistants:
            shares[assistant].append(number)
    for assistant, own in shares.items():
        shown = [(number, key[number].question, f"{key[number].most:g}", visible(texts[number])) for number in own]
        values = {"assistant": assistant, "answers": shown, "css": page_css(__package__), "policy": POLICY}
        write_whole(folder / f"{assistant}.html", str(render(__package__, "share.html", **values)).encode())
        add_to_table(folder / f"{assistant}.csv", own, key)
    rows = [(n, s.student, s.question, f"{s.most:g}", s.digest, " ".join(s.assistants)) for n, s in key.items()]
    write_rows(folder / KEY, [KEY_COLUMNS, *rows])


def add_to_table(file: Path, numbers: Iterable[str], key: Mapping[str, Shared]) -> None:
    """Add lines for these answers to a table of marks; lines that are there stay as they are."""
    before: list[Sequence[str]] = [*read_export(file).lines[1:]] if file.is_file() else []
    known = {line[0] for line in before}
    new = [(n, key[n].question, f"{key[n].most:g}", "", "") for n in numbers if n not in known]
    write_rows(file, [COLUMNS, *before, *new])


def read_marks(folder: Path, key: Mapping[str, Shared]) -> dict[str, list[Said]]:
    """Return what was said of each answer, also by the instructor, who is called 'settled'.

    Raises NegotiationError with file and line where a mark is none, or an answer was never shared or shared with others
    than whose table it is, and with the file that is nobody's table: a second copy of somebody's would count as a
    second person's marks.
    """
    said: dict[str, list[Said]] = defaultdict(list)
    for file in sorted(file for file in folder.glob("*.csv") if file.name != KEY):
        assistant = _whose(file, key)
        for row in read_table(file, COLUMNS):
            where, number = f"line {row.number} of {file.name}", row.cells["answer"]
            if number not in key:
                raise NegotiationError(f"{where}: {number!r} was never shared; delete the line.")
            if assistant != SETTLED and assistant.casefold() not in map(str.casefold, key[number].assistants):
                theirs = listing(key[number].assistants)
                raise NegotiationError(f"{where}: {number} was shared with {theirs}; put {assistant}'s own table back.")
            if marks := row.cells.get("marks", "").strip():
                points = _points(marks, key[number].most, where)
                said[number].append(Said(assistant, points, row.cells.get("comment", "").strip()))
    return said


def _whose(file: Path, key: Mapping[str, Shared]) -> str:
    """Return the assistant whose table a file is, 'settled' for the instructor's."""
    known = sorted({SETTLED, *(assistant for one in key.values() for assistant in one.assistants)})
    for assistant in known:
        if file.stem.casefold() == assistant.casefold():
            return assistant
    raise NegotiationError(
        f"{file.name} in {file.parent} is nobody's table, and may be a copy of one; leave one for each "
        f"({listing([f'{assistant}.csv' for assistant in known], 'or')}) and move the others elsewhere."
    )


def _points(marks: str, maximum: float, where: str) -> float:
    try:
        points = float(marks.replace(",", "."))
    except ValueError:
        points = -1.0
    if not 0 <= points <= maximum:
        raise NegotiationError(f"{where}: {marks!r} is no mark from 0 to {maximum:g}; correct it.")
    return points
