"""The files of a submission, as a list: names, kinds and sizes; none is opened and no link is followed."""

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from .letters import visible

MOST_SHOWN = 200
MOST_COUNTED = 20_000
LONGEST_NAME = 200


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
    """Return the files of a folder, however deep."""
    walk = _inside(folder)
    found = sorted(islice(walk, MOST_SHOWN), key=lambda file: file.name)
    more = sum(1 for _ in islice(walk, MOST_COUNTED))
    said = f"{'more than ' if more == MOST_COUNTED else ''}{more:,} more"
    return Files(tuple(found), said if more else "")


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
        return "file"
    return "link, not followed" if stat.S_ISLNK(mode) else "no file (a pipe, socket or device)"
