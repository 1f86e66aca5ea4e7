"""An answer's cell as a form reads it: what marking reads, and where in the cell it stands."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..negotiation import NegotiationError
from .answer import STOPPED, Answer, content_of, find_answer, without_remark
from .by_issue import LinesRead, read_lines
from .form import LONGEST_VALUE, Block, Row, Values, empty
from .line_reader import LineReader
from .package_blocks import Lot, package_blocks, parts_packages

Slot = tuple[Any, ...]
"""Where a value stands in a form: block and row; or the values that begin its line, where rows make one together."""


@dataclass(slots=True)
class Found:
    """The lines about one slot, from 0: those that are open, those that say something, and the one that is shown."""

    open: list[int] = field(default_factory=list)
    saying: list[int] = field(default_factory=list)
    shown: int | None = None
    value: str = ""

    @property
    def last(self) -> int:
        """The last of the lines."""
        return max(self.open + self.saying)


@dataclass(frozen=True, slots=True)
class Section:
    """Lines of a cell that belong to one block, or to all: where they begin, and what was found there."""

    begin: int
    slots: tuple[Slot, ...]
    found: dict[Slot, Found]


@dataclass(slots=True)
class Reading:
    """What a form shows of a cell.

    `values` are what marking reads, "" where that is nothing (a number stands there as it was typed, also where marking
    cannot read it); `kept` the lines that the form cannot show, by their number in the cell; `refusal` is the sentence
    with which marking refuses the cell, or a part of it.
    """

    head: str
    text: str
    values: Values
    sections: list[Section] = field(default_factory=list)
    kept: dict[int, str] = field(default_factory=dict)
    refusal: str = ""


def read_cell(source: str, blocks: Sequence[Block]) -> Reading:
    """Return what a cell says to a form."""
    answer = find_answer(source)
    text = (answer.text or "") if answer else ""
    read = Reading(source[: len(source) - len(text)], text, empty(blocks))
    try:
        read.refusal = STOPPED if STOPPED in Answer("", text).lines().problems else ""
        for lot, some in _lots(text, blocks):
            read.sections.append(_section(text, lot, some, blocks))
    except NegotiationError as refused:
        return Reading(read.head, text, empty(blocks), refusal=next(iter(refused.told())))
    _fill(read, blocks)
    before = len(read.head.splitlines()) + 1
    shown = {found.shown for section in read.sections for found in section.found.values()}
    read.kept = {
        before + place: line.strip()
        for place, line in enumerate(text.splitlines())
        if place not in shown and _says_something(line, titled=bool(blocks[0].title))
    }
    return read


def _lots(text: str, blocks: Sequence[Block]) -> list[tuple[Lot, Sequence[int]]]:
    """Return the lines that belong together, with the places of their blocks."""
    if blocks[0].title:
        return [(lot, [place]) for place, lot in enumerate(package_blocks(text)[: len(blocks)])]
    return [(Lot(0, tuple(text.splitlines())), range(len(blocks)))]


def _section(text: str, lot: Lot, some: Sequence[int], blocks: Sequence[Block]) -> Section:
    block = blocks[some[0]]
    if block.form:
        found = _found(
            lot, text, block.reading, {key: (begin, block.rows[-1]) for key, begin in block.joined().items()}
        )
        for slot in [slot for slot, one in found.items() if one.shown is not None][len(blocks) :]:
            found[slot].shown = None  # the form has no room for it
        return Section(lot.before, (), found)
    known = {key: ((place, at), blocks[place].rows[at]) for place in some for key, at in blocks[place].places().items()}
    return Section(lot.before, tuple(slot for slot, _ in known.values()), _found(lot, text, block.reading, known))


def _found(
    lot: Lot, text: str, reader: LineReader[Any, Any], known: Mapping[Hashable, tuple[Slot, Row]]
) -> dict[Slot, Found]:
    """Return what the lines say about what is known: where that stands in the form, and the row of its value."""
    answer, raw = lot.answer(""), text.splitlines()
    read: LinesRead[Any, Any] = read_lines(answer, reader, lambda *_: "it")
    lines = answer.lines()
    found: dict[Hashable, Found] = {}
    words: dict[int, str] = {}
    for place, (about, said) in zip(lines.places, lines.pairs, strict=True):
        if (key := _key(reader, about)) in known:
            one = found.setdefault(key, Found())
            (one.saying if said else one.open).append(place)
            words[place] = said
    for key, one in found.items():
        row = known[key][1]
        if row.choices and key in read.values:
            meant = {reader.value(key, choice): choice for choice in row.choices}
            one.value = meant.get(read.values[key], "")
        elif not row.choices and key in read.about and len(one.saying) == 1:
            one.value = _typed(row, raw[one.saying[0]], words[one.saying[0]])
        if one.value:
            one.shown = one.saying[0]
    return {known[key][0]: one for key, one in found.items()}


def _key(reader: LineReader[Any, Any], words: str) -> Hashable | None:
    try:
        return reader.key(words)  # type: ignore[no-any-return]
    except NegotiationError:
        return None


def _typed(row: Row, line: str, said: str) -> str:
    """Return a number as it was typed, or free text letter by letter; "" where it is too long for a form."""
    if not row.number and ":" in line:
        said = without_remark(line).partition(":")[2].strip()
    said = " ".join(said.split())
    return said if len(said) <= LONGEST_VALUE else ""


def _fill(read: Reading, blocks: Sequence[Block]) -> None:
    """Put what is shown into the values."""
    free = iter(range(len(blocks)))
    for section in read.sections:
        for slot, found in section.found.items():
            if found.shown is None:
                continue
            if blocks[0].form:
                read.values[next(free)] = [*slot, found.value]
            else:
                block, row = slot
                read.values[block][row] = found.value


def _says_something(line: str, *, titled: bool) -> bool:
    """Return whether a line holds more than an open key, a remark or the beginning of a package."""
    said = content_of(line)
    return bool(said) and said[-1] not in ":=" and not (titled and parts_packages(line))
