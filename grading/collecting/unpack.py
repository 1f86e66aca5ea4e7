"""Unpacking an archive that a stranger made: plain files only, counted as they are written, one level deep."""

import tarfile
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from ...negotiation import NegotiationError
from ..submission.budget import LARGEST_SUBMISSION, MOST_FILES, size_in_words
from .archive_entries import Entry, archive_entries
from .copy_counted import copy_counted

LONGEST_NAME, LONGEST_PLACE = 240, 1000  # in bytes, so that a folder for what is set aside has room, too
DEEPEST = 20  # folders in one another
HEADERS = 10_000_000  # bytes of a tar file beside its content
BROKEN = (
    *(OSError, EOFError, ValueError, RuntimeError, MemoryError, OverflowError, AttributeError, KeyError),
    *(zipfile.BadZipFile, tarfile.TarError, zlib.error),
)  # what the standard library is known to raise at archives that are none


@dataclass(frozen=True, slots=True)
class Limits:
    """What one archive may hold: files and folders, and bytes of all of them together."""

    files: int = MOST_FILES
    size: int = LARGEST_SUBMISSION


OF_A_CLASS = Limits(files=100 * MOST_FILES, size=50 * LARGEST_SUBMISSION)
"""For an archive that holds the submissions of many."""


@dataclass(slots=True)
class Counter:
    """Bytes that were written, of at most `most`."""

    most: int
    bytes: int = 0

    def add(self, count: int) -> None:
        """Count one more; raise NegotiationError above the limit."""
        self.bytes += count
        if self.bytes > self.most:
            raise NegotiationError(f"it holds more than {size_in_words(self.most)}")


@dataclass(slots=True)
class Unpacking:
    """The writing of one archive's content below the new folder `to`; `left_out` names what was not written."""

    to: Path
    limits: Limits = field(default_factory=Limits)
    left_out: list[str] = field(default_factory=list)
    _files: int = 0

    def unpack(self, archive: Path) -> None:
        """Write what is in a zip or tar archive.

        Raises NegotiationError, with the end of a sentence, if it is no archive or holds too much.
        """
        self.to.mkdir(parents=True)
        counter = Counter(self.limits.size)
        scratch = self.to.with_name(f"{self.to.name}.tar")
        try:
            with archive_entries(archive, scratch, Counter(self.limits.size + HEADERS).add) as entries:
                for entry in entries:
                    self._count_file()
                    if not self._written(entry, counter):
                        self.left_out.append(entry.name)
        except NegotiationError:
            raise
        except BROKEN as error:
            raise NegotiationError(f"it is no zip or tar archive that can be read ({type(error).__name__})") from None

    def _count_file(self) -> None:
        self._files += 1
        if self._files > self.limits.files:
            raise NegotiationError(f"it holds more than {self.limits.files:,} files")

    def _written(self, entry: Entry, counter: Counter) -> bool:
        parts = parts_of(entry.name)
        if parts is None or entry.odd:
            return False
        place = self.to.joinpath(*parts)
        try:
            (place.parent if entry.open else place).mkdir(parents=True, exist_ok=True)
            if entry.open and (content := entry.open()):
                with content:
                    copy_counted(content, place, _of_one_file(counter))
        except NegotiationError:
            raise
        except BROKEN:
            return False
        return True


def parts_of(name: str) -> tuple[str, ...] | None:
    """Return the folders and the name of an entry; None where they lead out of the archive or are too long."""
    plain = name.replace("\\", "/")
    parts = tuple(part for part in plain.split("/") if part not in {"", "."})
    if (
        len(parts) > DEEPEST
        or plain.startswith("/")
        or ".." in parts
        or any(":" in part or "\0" in part for part in parts)
    ):
        return None
    longest = max((len(part.encode("utf-8", "surrogatepass")) for part in parts), default=0)
    if longest > LONGEST_NAME or len(plain.encode("utf-8", "surrogatepass")) > LONGEST_PLACE:
        return None
    return parts


def _of_one_file(whole: Counter) -> Callable[[int], None]:
    """Count for the whole archive and for one file, which is only left out where it alone is too large."""
    own = 0

    def count(number: int) -> None:
        nonlocal own
        whole.add(number)
        own += number
        if own > LARGEST_SUBMISSION:
            raise ValueError

    return count
