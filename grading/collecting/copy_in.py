"""Copying a submission out of a folder that its sender can still change: through no link, and nothing of others'."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from ...negotiation import NegotiationError
from ..submission.printable_names import quoted
from ..submission.tidying import LONGEST_PATH

MOST_FILES = 1000  # marking knows a narrower limit; this keeps a submission from stopping the collecting
BLOCK = 1 << 20
Parts = tuple[str, ...]


@dataclass(slots=True)
class CopyIn:
    """A copy of a submission: of files that `owner` has (the number of an account; None: of anybody's).

    `told` says in a sentence each what was left out; `changed` is when the submission was last changed, in seconds
    since 1970, as the system wrote it down (ctime): unlike a time in a name or a file nobody can set it.
    """

    to: Path
    owner: int | None
    most_bytes: int
    told: list[str] = field(default_factory=list)
    changed: float = 0.0
    _files: int = 0
    _bytes: int = 0

    def copy(self, source: Path) -> None:
        """Copy a folder; raise NegotiationError if it holds too much, OSError if it cannot be read."""
        self.to.mkdir(parents=True)
        top = os.open(source, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        try:
            if self.owner not in (None, os.fstat(top).st_uid):
                raise NegotiationError(_exchanged(source.name))
            waiting: list[Parts] = [()]
            while waiting:
                waiting += self._copy_folder(top, waiting.pop())
        finally:
            os.close(top)

    def _copy_folder(self, top: int, parts: Parts) -> list[Parts]:
        """Copy the files of one folder and return the folders in it."""
        inner: list[Parts] = []
        with _opened_below(top, parts) as folder:
            self.changed = max(self.changed, os.fstat(folder).st_ctime)
            for name in sorted(os.listdir(folder)):  # noqa: PTH208  # a Path cannot be an opened folder
                about = os.stat(name, dir_fd=folder, follow_symlinks=False)
                place = (*parts, name)
                self._count_file()
                if why := self._left_out(place, about):
                    self.told.append(f"{quoted(name)} {why}, so it was not collected.")
                elif stat.S_ISDIR(about.st_mode):
                    self.to.joinpath(*place).mkdir()
                    inner.append(place)
                else:
                    self._copy_file(folder, place, about)
        return inner

    def _left_out(self, place: Parts, about: os.stat_result) -> str:
        if len(os.fsencode("/".join(place))) > LONGEST_PATH:
            return "has too long a path"
        if stat.S_ISLNK(about.st_mode) or (stat.S_ISREG(about.st_mode) and about.st_nlink > 1 and self.owner is None):
            return "is a link"  # a second name of a file that is the student's own leads to nothing of others'
        if not (stat.S_ISREG(about.st_mode) or stat.S_ISDIR(about.st_mode)):
            return "is a pipe or a socket, not a file"
        if self.owner not in (None, about.st_uid):
            return "belongs to somebody else"
        return ""

    def _copy_file(self, folder: int, place: Parts, about: os.stat_result) -> None:
        """Copy the file that was looked at, and no other that was put in its place since."""
        number = os.open(place[-1], os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=folder)
        with os.fdopen(number, "rb") as file, self.to.joinpath(*place).open("xb") as out:
            now = os.fstat(number)
            if not os.path.samestat(about, now):
                raise NegotiationError(_exchanged(place[-1]))
            self._count_bytes(now.st_size, ahead=True)  # of a file with a hole, too, before the hole is read
            while block := file.read(BLOCK):
                self._count_bytes(len(block))
                out.write(block)
            self.changed = max(self.changed, os.fstat(number).st_ctime)  # what was written meanwhile may be in the copy

    def _count_file(self) -> None:
        self._files += 1
        if self._files > MOST_FILES:
            raise NegotiationError(f"the submission holds more than {MOST_FILES} files; ask for one with fewer.")

    def _count_bytes(self, count: int, *, ahead: bool = False) -> None:
        """Count what is copied, or look ahead whether it will be too much."""
        if self._bytes + count > self.most_bytes:
            most = self.most_bytes // 1_000_000
            raise NegotiationError(f"the submission holds more than {most} MB; ask for a smaller one.")
        self._bytes += 0 if ahead else count


def _exchanged(name: str) -> str:
    return f"{quoted(name)} was exchanged while it was collected; collect again."


@contextmanager
def _opened_below(top: int, parts: Parts) -> Iterator[int]:
    """Open a folder step by step, so that none of the steps can be a link."""
    number = os.dup(top)
    try:
        for part in parts:
            inner = os.open(part, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=number)
            os.close(number)
            number = inner
        yield number
    finally:
        os.close(number)
