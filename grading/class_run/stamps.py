"""Stamps: what was marked and what feedback was given, so that a run does only what is still to do."""

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from hashlib import file_digest, sha256
from pathlib import Path

from ..atomic_files import write_whole
from .staging import HIDDEN


@dataclass(frozen=True, slots=True)
class Stamp:
    """Digests of the submission that was marked, and of what the feedback was written from; "" where there is none.

    `kit` is the version of the kit that marked it, "" for one that did not say so, and `case_of` the id on whose case
    it was marked, as far as the course's tables say, "" where that is not known or the case is the same for all.
    """

    submission: str = ""
    feedback: str = ""
    kit: str = ""
    case_of: str = ""

    def is_of(self, files: str) -> bool:
        """Return whether the files of that digest are those that were marked."""
        return self.submission.startswith(files)


def stamp_file(course: Path, submission: Path) -> Path:
    """Return where the stamp of a submission's folder is kept."""
    return kept_file(course, "stamps", submission)


def kept_file(course: Path, kind: str, submission: Path) -> Path:
    """Return where something of that kind is kept about a submission's folder."""
    place = os.path.relpath(submission, course).encode("utf-8", "surrogateescape")
    name = sha256(place).hexdigest()  # as short for the longest id
    return course / HIDDEN / kind / f"{name}.json"


def read_stamp(file: Path) -> Stamp:
    """Return the stamp; one that is missing or damaged says that nothing was done."""
    try:
        return Stamp(**json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return Stamp()


def write_stamp(file: Path, stamp: Stamp) -> None:
    """Write the stamp as a whole."""
    write_whole(file, json.dumps(asdict(stamp)).encode())


def digest(parts: Iterable[object]) -> str:
    """Return one short text that changes when a part does."""
    return sha256("\0".join(map(repr, parts)).encode("utf-8", "surrogateescape")).hexdigest()


def digest_of_folder(folder: Path) -> str:
    """Return a digest of a folder's files, their names and content; links and pipes are not opened."""
    parts: list[object] = []
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            parts += [os.fsencode(path.relative_to(folder)), digest_of_file(path)]
    return digest(parts)


def digest_of_writing(folder: Path) -> str:
    """Return a digest that changes whenever a file of the folder is written, even with the same content.

    It takes times as tar archives keep them, to a quarter of a microsecond, so that a restored course has the same.
    """
    files = [(path, path.stat()) for path in sorted(folder.rglob("*")) if path.is_file()]
    return digest((os.fsencode(path.relative_to(folder)), about.st_size, about.st_mtime) for path, about in files)


def digest_of_file(path: Path) -> str:
    """Return a digest of a file's content, read a piece at a time."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
