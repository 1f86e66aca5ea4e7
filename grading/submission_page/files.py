"""The files of a submission, as a list: names, kinds and sizes; none is opened and no link is followed."""

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from ..submission.printable import visible

MOST_SHOWN = 200
MOST_COUNTED = 20_000
LONGEST_NAME = 200
FILE = "file"


@dataclass(frozen=True, slots=True)
class File:
    """A file or what pretends to be one."""

    name: str
    kind: str
    size: int


@dataclass(frozen=True, slots=True)
class Files:
    """The first files of a submission, and how many more there are."""

    shown: tuple[File, ...]
    more: str = ""


def files_in(folder: Path) -> Files:
    """Return the files of a folder, however deep: what is no ordinary file first."""
    found = sorted(islice(_inside(folder), MOST_COUNTED), key=lambda file: (file.kind == FILE, file.name))
    more = len(found) - MOST_SHOWN
    said = f"{more:,} more" if len(found) < MOST_COUNTED else f"more than {more:,} more"
    return Files(tuple(found[:MOST_SHOWN]), said if more > 0 else "")


def _inside(folder: Path) -> Iterator[File]:
    """Yield what is in a folder, without reading more of it than is asked for."""
    waiting = [folder]
    while waiting:
        with suppress(OSError), os.scandir(waiting.pop()) as entries:
            for entry in entries:
                path = Path(entry.path)
                try:
                    about = entry.stat(follow_symlinks=False)
                except OSError:
                    continue
                if stat.S_ISDIR(about.st_mode):
                    waiting.append(path)
                else:
                    yield File(_name(path.relative_to(folder)), _kind(about.st_mode), about.st_size)


def _name(path: Path) -> str:
    name = visible(str(path))
    return name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"


def _kind(mode: int) -> str:
    if stat.S_ISREG(mode):
        return FILE
    return "link, not followed" if stat.S_ISLNK(mode) else "no file (a pipe, socket or device)"
