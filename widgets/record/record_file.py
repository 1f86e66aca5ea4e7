"""The record's file: read with suspicion, written whole or not at all, and never lost."""

import json
import os
import re
import tempfile
from collections.abc import Mapping
from itertools import accumulate, count
from math import isfinite
from pathlib import Path
from typing import Any, NoReturn

from .entries import Entries, Entry, Key, as_data, from_data

LARGEST = 4_000_000  # bytes; all lessons, with everything written that may be, have a tenth of it
DEEPEST = 100  # brackets in brackets; a record has a tenth of them, and Python in a browser ends over thousands
TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+(?:"|\\?\Z)|[\[{\]}]', re.DOTALL)


class RecordFile:
    """A learner's record on the disk."""

    def __init__(self, path: Path) -> None:
        """Keep the record at `path`; nothing is read or written yet."""
        self.path = path.absolute()
        self._seen: tuple[int, ...] | None = None

    def read(self) -> Entries:
        """Return the entries, none where there is no file.

        Raises NewerRecordError or ValueError where it holds something else, OSError where it cannot be read.
        """
        self._seen = self._now()
        data = read_json(self.path, LARGEST)
        return {} if data is None else from_data(data)

    def write(self, entries: Mapping[Key, Entry]) -> bool:
        """Put the entries in the place of what was kept, at once, and return True.

        Returns False, and changes nothing, where somebody else wrote since the file was read; raises OSError where it
        cannot be written, or could not be read again.
        """
        refuse_link(self.path)
        text = json.dumps(as_data(entries), indent=1, ensure_ascii=False, sort_keys=True) + "\n"
        content = text.encode("utf-8", "replace")  # half a character cannot be written
        if len(content) > LARGEST:
            raise OSError("the record would be too large.")
        number, name = tempfile.mkstemp(dir=self.path.parent, prefix=f".{self.path.stem}-")
        draft = Path(name)
        try:
            with os.fdopen(number, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            draft.chmod(0o644)
            if self._now() == self._seen:
                draft.replace(self.path)
                return True
        except BaseException:
            draft.unlink(missing_ok=True)
            raise
        draft.unlink()
        return False

    def put_aside(self) -> str:
        """Give the file a name of its own beside this one, and return it; nothing is overwritten."""
        for number in count(1):
            aside = self.path.with_name(f"{self.path.stem}-put-aside-{number}{self.path.suffix}")
            if not aside.exists():
                self.path.rename(aside)
                return aside.name
        raise AssertionError

    def _now(self) -> tuple[int, ...] | None:
        """Return what tells the file from any other that stood in its place."""
        try:
            found = self.path.lstat()
        except FileNotFoundError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size


def read_json(path: Path, largest: int) -> Any:
    """Return what the file of at most so many bytes holds, None where there is none.

    Raises ValueError where that is no JSON, OSError where it cannot be read.
    """
    refuse_link(path)
    if not path.exists():
        return None
    if not path.is_file():
        raise OSError(f"{path.name} is not a file.")
    if path.stat().st_size > largest:
        raise ValueError("the file is too large.")
    return parsed(path.read_text(encoding="utf-8"))


def parsed(text: str) -> Any:
    """Return what a JSON text holds; raise ValueError where it is none, or none that can be kept and read again."""
    if _depth(text) > DEEPEST:
        raise ValueError("the text is nested too deeply.")
    return json.loads(text, parse_constant=_no_number, parse_float=_number)


def refuse_link(path: Path) -> None:
    """Keep nothing where a link leads: in a shared folder it may lead to somebody else's file."""
    if path.is_symlink():
        raise OSError(f"{path.name} is a link to another place.")


def _depth(text: str) -> int:
    """Return how deep brackets stand in brackets, outside of strings."""
    found = (token[0] for token in TOKEN.finditer(text))
    steps = ((each in "[{") - (each in "]}") for each in found)
    return max(accumulate(steps), default=0)


def _number(text: str) -> float:
    number = float(text)
    return number if isfinite(number) else _no_number(text)


def _no_number(text: str) -> NoReturn:
    raise ValueError(f"{text[:20]} is no number.")
