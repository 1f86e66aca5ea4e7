"""The cells of a submission beside those that the instructor handed out: whose each is, and whether it was changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..nbgrader_adapter.record import RecordedCell
from ..submission.notebook import SubmittedCell
from ..submission.printable import visible
from .pictures import Album, Picture

OWN = "Cell of the student's own"
ANSWER = "Answer"
LOCKED = "Cell of the exercise"
TEXT = "Text of the exercise"
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell as text, with what it is, what is odd about it, and the exercise's text where that was changed.

    `is_given` where it stands as it was handed out, so that it says nothing of the student.
    """

    heading: str
    kind: str
    text: str
    note: str = ""
    expected: str = ""
    pictures: tuple[Picture, ...] = ()
    is_given: bool = False

    @property
    def is_odd(self) -> bool:
        """Whether an instructor may want to look at it."""
        return bool(self.note)


@dataclass(frozen=True, slots=True)
class Given:
    """What was handed out: the recorded cells and their text by name, and the text of those that are not recorded."""

    records: Mapping[str, RecordedCell] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    others: frozenset[str] = frozenset()


def shown_cells(written: Sequence[SubmittedCell], given: Given) -> list[ShownCell]:
    """Return the cells in the order in which they were handed in, and then those that are missing."""
    album, seen, shown = Album(), set[str](), []
    for number, cell in enumerate(written, 1):
        one = _plain(cell, given) if cell.grade_id not in given.records else _recorded(cell, given, seen)
        pictures = album.of_cell(cell.attachments)
        shown.append(replace(one, heading=f"{number}. {one.heading}", pictures=pictures))
    return [*shown, *(_missing(record, given) for name, record in given.records.items() if name not in seen)]


def _plain(cell: SubmittedCell, given: Given) -> ShownCell:
    kind, text = _kind(cell), visible(cell.source)
    if cell.source.strip() in given.others:
        return ShownCell(TEXT, kind, text, is_given=True)
    called = f" that is called {_name(cell.grade_id)}" if cell.grade_id and given.records else ""
    return ShownCell(f"{OWN if given.records else 'Cell'}{called}", kind, text)


def _recorded(cell: SubmittedCell, given: Given, seen: set[str]) -> ShownCell:
    record = given.records[cell.grade_id or ""]
    heading, kind, text = f"{_what(record)}: {record.name}", _kind(cell), visible(cell.source)
    if record.name in seen:
        return ShownCell(heading, kind, text, "A second cell of this name; marking takes the first changed one.")
    seen.add(record.name)
    expected = given.texts[record.name]
    if record.solution or cell.source.strip() == expected.strip():
        return ShownCell(heading, kind, text, is_given=not record.solution)
    note = "The student changed this locked cell. Marking uses the exercise's own text."
    return ShownCell(heading, kind, text, note, visible(expected))


def _missing(record: RecordedCell, given: Given) -> ShownCell:
    note = "The student deleted this cell. Marking puts it back."
    return ShownCell(f"{_what(record)}: {record.name}", record.cell_type, "", note, visible(given.texts[record.name]))


def _what(record: RecordedCell) -> str:
    return ANSWER if record.solution else LOCKED


def _kind(cell: SubmittedCell) -> str:
    return {"code": "code", "markdown": "text", "raw": "raw text"}.get(cell.cell_type, "of an unknown kind")


def _name(name: str) -> str:
    return repr(visible(name[:LONGEST_NAME]))
