"""Counting a submission's files before anything copies or reads them: how many there are, and how large they are."""

import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from .budget import LARGEST_SUBMISSION, MOST_FILES, size_in_words

COUNTED = 100_000
"""Where there are more files than this, it is only said that there are more."""
LONGEST_PATH = 1000  # bytes within a submission; `tidied` sets aside what is deeper
LONGEST_NAME = 60
Sizes = Mapping[str, int]


def over_file_budget(folder: Path, handed_out: Path | None = None, most_files: int = MOST_FILES) -> str:
    """Return what is too much in a submission's folder, as the end of a sentence about it, or "".

    What stands as large or larger in the folder `handed_out`, the assignment's own, does not count. Nothing is
    opened and no link followed, and counting ends after 100,000 files.
    """
    given = dict(_sizes(handed_out)) if handed_out else {}
    count = whole = largest = 0
    name = ""
    for place, size in _sizes(folder):
        if size <= given.get(place, -1):
            continue
        count, whole = count + 1, whole + size
        if size > largest:
            name, largest = place, size
        if count >= COUNTED:
            break
    return _sentence(count, whole, largest, name, most_files)


def size_of(folder: Path) -> int:
    """Return how many bytes the files in a folder hold together."""
    return sum(size for _, size in _sizes(folder))


def _sentence(count: int, whole: int, largest: int, name: str, most_files: int) -> str:
    if largest > LARGEST_SUBMISSION:
        shown = repr(name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…")
        held = f"holds a file of {size_in_words(largest)}, {shown}; at most {size_in_words(LARGEST_SUBMISSION)} are"
    elif whole > LARGEST_SUBMISSION:
        held = f"holds files of {size_in_words(whole)} together; at most {size_in_words(LARGEST_SUBMISSION)} are"
    elif count > most_files or count >= COUNTED:
        more = "more than " if count >= COUNTED else ""
        held = f"holds {more}{count:,} files and folders; at most {most_files:,} are"
    else:
        return ""
    return f"{held} taken. Take out what is no answer, or ask for it again."


def _sizes(folder: Path) -> Iterator[tuple[str, int]]:
    """Yield the path within the folder and the size of each file and folder in it, however deep."""
    waiting = [(os.fspath(folder), "")]
    while waiting:
        place, inside = waiting.pop()
        with suppress(OSError), os.scandir(place) as entries:  # what cannot be looked at cannot be copied either
            for entry in entries:
                path = f"{inside}/{entry.name}" if inside else entry.name
                about = _about(entry)
                is_folder = about is not None and stat.S_ISDIR(about.st_mode)
                yield path, 0 if about is None or is_folder else about.st_size
                if is_folder and len(os.fsencode(path)) <= LONGEST_PATH:
                    waiting.append((entry.path, path))


def _about(entry: "os.DirEntry[str]") -> os.stat_result | None:
    with suppress(OSError):
        return entry.stat(follow_symlinks=False)
    return None
