"""A form written into its answer's cell: the lines that it shows are changed, all others stay as they are."""

from collections.abc import Collection, Sequence
from itertools import takewhile

from .answer import content_of
from .form import Block, Row, Values, compose, empty
from .form_reading import Found, Reading, Section, Slot, read_cell

REMARKS = "#\N{FULLWIDTH NUMBER SIGN}\N{SMALL NUMBER SIGN}"


def held(blocks: Sequence[Block], values: Values) -> dict[Slot, str]:
    """Return what a form holds by where it stands; of rows that make a line together only whole lines, each once."""
    if blocks[0].form:
        whole = (tuple(said) for said in reversed(values) if all(said))
        return dict(reversed([(said[:-1], said[-1]) for said in whole]))
    return {(place, row): value for place, said in enumerate(values) for row, value in enumerate(said)}


def rewritten(source: str, answer: str, blocks: Sequence[Block], values: Values, removed: Collection[Slot] = ()) -> str:
    """Return the cell's text with the values of a form in it.

    A line whose value is the form's stays byte for byte, and so does every line that the form does not show. Where a
    value takes the place of one that marking cannot read, that line becomes a remark. `removed` are the lines taken
    out of a form whose rows make a line together.
    """
    read = read_cell(source, blocks)
    if not read.text.strip():
        return compose(answer, blocks, values)
    page = _Page(read, blocks)
    said = held(blocks, values)
    for section in read.sections:
        if blocks[0].form:
            page.put_joined(section, said, removed)
        else:
            page.put_rows(section, said)
    if blocks[0].title:
        page.put_titles(values)
    return page.text()


def emptied(source: str, answer: str, blocks: Sequence[Block]) -> str:
    """Return an answer's cell as it was before anything stood in it, with the remarks below its first line."""
    lines = source.strip().splitlines()[1:]
    remarks = list(takewhile(lambda line: line.startswith("#"), lines))
    first, *form = compose(answer, blocks, empty(blocks)).splitlines()
    return "\n".join([first, *remarks, *form])


class _Page:
    """The lines of a cell while they are rewritten: of each old line what stands in its place."""

    def __init__(self, read: Reading, blocks: Sequence[Block]) -> None:
        self.read, self.blocks = read, blocks
        self.top: list[str] = []
        self.pieces = [[line] for line in read.text.splitlines()]

    def put_rows(self, section: Section, said: dict[Slot, str]) -> None:
        """Put the values of rows into their lines; a row without one gets it below that of the row before."""
        last: int | None = None
        pending: list[str] = []
        for slot in section.slots:
            row, value, found = self._row(slot), said[slot], section.found.get(slot)
            line = f"{row.key}: {value}".rstrip()
            if found is None:
                (pending if last is None else self.pieces[last]).append(line)
                continue
            last = found.last
            if found.shown is None or found.value != row.as_read(value):
                self._put(found, line, value)
        first = min((min(one.open + one.saying) for one in section.found.values()), default=None)
        if first is not None:
            self.pieces[first][:0] = pending
        elif section.begin or self.blocks[0].title:
            (self.pieces[section.begin - 1] if section.begin else self.top).extend(pending)
        else:
            self.pieces[-1].extend(pending)

    def put_joined(self, section: Section, said: dict[Slot, str], removed: Collection[Slot]) -> None:
        """Put whole lines into the cell, a new one below the others."""
        last = max((found.last for found in section.found.values()), default=len(self.pieces) - 1)
        for slot, found in section.found.items():
            if slot in said and found.value != said[slot]:
                self._put(found, self._line(slot, said[slot]), said[slot])
            elif slot in removed and found.shown is not None:
                remark = _remark(self.pieces[found.shown][0])
                self.pieces[found.shown][:1] = [remark] if remark else []
        self.pieces[last] += [self._line(slot, value) for slot, value in said.items() if slot not in section.found]

    def put_titles(self, values: Values) -> None:
        """Give the first package its heading, and add the packages that do not stand there yet."""
        sections = self.read.sections
        if sections and sections[0].begin == 0:
            self.top.insert(0, f"{self.blocks[0].title}:")
        filled = max((place for place, said in enumerate(values, 1) if any(said)), default=0)
        for block, said in list(zip(self.blocks, values, strict=True))[len(sections) : filled]:
            self.pieces[-1] += block.lines(said)

    def text(self) -> str:
        """Return the text of the cell."""
        ends = [line[len(line.splitlines()[0]) :] for line in self.read.text.splitlines(keepends=True)]
        written = "".join(f"{line}\n" for line in self.top)
        for pieces, end in zip(self.pieces, ends, strict=True):
            written += "".join(f"{line}{end or chr(10)}" for line in pieces)
        head = self.read.head if self.read.head.endswith("\n") else f"{self.read.head}\n"
        return head + (written if ends[-1] else written.removesuffix("\n"))

    def _put(self, found: Found, line: str, value: str) -> None:
        """Put a line in the place of what was found; what marking cannot read becomes a remark."""
        if found.shown is not None:
            self._replace(found.shown, line)
        elif value:
            for place in found.saying:
                self.pieces[place][0] = f"# {self.pieces[place][0]}"
            if found.open:
                self._replace(found.open[0], line)
            else:
                self.pieces[found.last].append(line)

    def _replace(self, place: int, line: str) -> None:
        remark = _remark(self.pieces[place][0])
        self.pieces[place][0] = f"{line}  {remark}" if remark else line

    def _row(self, slot: Slot) -> Row:
        block, row = slot
        return self.blocks[block].rows[row]

    def _line(self, slot: Slot, value: str) -> str:
        return self.blocks[0].line([*slot, value])


def _remark(line: str) -> str:
    """Return the remark at the end of a line, "" where there is none."""
    said = content_of(line)
    signs = (place for place, letter in enumerate(line) if letter in REMARKS)
    return next((line[place:] for place in signs if content_of(line[:place]) == said), "")
