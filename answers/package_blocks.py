"""Reading several packages from one answer: blocks of lines, each begun by `package 1:` or parted by `---`."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from ..negotiation import Case, NegotiationError, Package
from ..negotiation.letters import same_letters
from .answer import Answer, Lines
from .by_issue import Reading
from .package import read_package
from .sentence import Sentence

HEADER = re.compile(r"[\W_]*+pa(?:ckage|ket)\s*+(?:\d{1,2}|[a-c]|one|two|three)?\W*", re.IGNORECASE)
SEPARATOR = re.compile(r"\s*[-–—=_*]{3,}\s*")  # noqa: RUF001  people part with many kinds of dashes


@dataclass(frozen=True, slots=True)
class PackageSet:
    """What was understood of each package, in order, and a sentence for each problem.

    `unread` is on what could not be read, `missing` on what does not stand there.
    """

    readings: tuple[Reading[int], ...]
    unread: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def problems(self) -> tuple[str, ...]:
        """A sentence for each problem, of either kind."""
        return (*self.unread, *self.missing)

    @property
    def packages(self) -> tuple[Package | None, ...]:
        """The packages; None where one is not complete."""
        return tuple(reading.complete for reading in self.readings)


def read_package_blocks(case: Case, answer: Answer, size: int) -> PackageSet:
    """Return the first `size` packages of the answer; a problem in one costs that one only."""
    try:
        answer.lines()
        blocks = package_blocks(answer.text or "")
    except NegotiationError as problem:
        return PackageSet((), problem.told())
    readings = tuple(read_package(case, block.answer(answer.name)) for block in blocks[:size])
    unread = tuple(_of(place, said) for place, one in enumerate(readings, 1) for said in one.unread)
    missing = tuple(_of(place, said) for place, one in enumerate(readings, 1) for said in one.missing)
    if len(blocks) == size:
        return PackageSet(readings, unread, missing)
    key = "many" if len(blocks) > size else "one" if len(blocks) == 1 else "few"
    counted = Sentence(f"package.{key}", count=len(blocks), size=size)
    if len(blocks) > size:
        return PackageSet(readings, (counted, *unread), missing)
    return PackageSet(readings, unread, (counted, *missing))


def _of(number: int, said: str) -> Sentence:
    return Sentence("package.in", number=number, said=said)


@dataclass(frozen=True, slots=True)
class Lot:
    """Some lines of an answer, and how many stand before them."""

    before: int
    lines: tuple[str, ...]

    def answer(self, name: str) -> Answer:
        """Return the lines as an answer, with as many empty ones before them, so that line numbers hold."""
        return Answer(name, "\n" * self.before + "\n".join(self.lines))

    @property
    def says(self) -> Lines:
        """What the lines hold."""
        return Answer("", "\n".join(self.lines)).lines()


@lru_cache(maxsize=64)
def package_blocks(text: str) -> tuple[Lot, ...]:
    """Return the blocks that say something; before the first sign of a block, only one with a choice counts."""
    lines = text.splitlines()
    begins = [n for n, line in enumerate(lines) if parts_packages(line)]
    first = Lot(0, tuple(lines[: begins[0] if begins else len(lines)]))
    begun = [Lot(begin + 1, tuple(lines[begin + 1 : end])) for begin, end in pairwise([*begins, len(lines)])]
    chosen = any(words for _, words in first.says.pairs)
    return (*([first] if chosen else []), *(block for block in begun if block.says != Lines(())))


def parts_packages(line: str) -> bool:
    """Return whether a line begins a package, or parts two."""
    said = same_letters(line)
    return bool(HEADER.fullmatch(said) or SEPARATOR.fullmatch(said))
