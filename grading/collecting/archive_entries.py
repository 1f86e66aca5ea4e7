"""What a zip or tar archive that a stranger made says it holds, read with bounded memory."""

import gzip
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO, cast

from ...negotiation import NegotiationError
from .copy_counted import BLOCK, copy_counted

ZIP_BEGINS, GZIP_BEGINS = (b"PK\x03\x04", b"PK\x05\x06"), b"\x1f\x8b"
ZIP_ENTRY = b"PK\x01\x02"
MOST_ENTRIES = 100_000  # zipfile reads them all at once
PLAIN = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}  # the other ways of packing could take any amount of memory
FOLDER, FILE, UNKNOWN = 0o04, 0o10, 0  # as Unix writes the kind of an entry into a zip


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: a folder, or a file where `open` is given; anything else (a link, a device) is `odd`."""

    name: str
    open: Callable[[], IO[bytes] | None] | None = None
    odd: bool = False


@contextmanager
def archive_entries(archive: Path, scratch: Path, count: Callable[[int], None]) -> Iterator[Iterator[Entry]]:
    """Open an archive and give its entries; a packed tar is written to the file `scratch` first, counted by `count`.

    Raises NegotiationError where it holds too much, and whatever zipfile, tarfile and gzip raise at a broken one.
    """
    with archive.open("rb") as file:
        begins = file.read(4)
    if begins in ZIP_BEGINS:
        if _count(archive, ZIP_ENTRY) > MOST_ENTRIES:
            raise NegotiationError(f"it holds more than {MOST_ENTRIES:,} files")
        with zipfile.ZipFile(archive) as packed:
            yield _zip_entries(packed)
        return
    plain = archive
    if begins.startswith(GZIP_BEGINS):  # whole, for tarfile reads a header of any length at once
        plain = scratch
        with gzip.open(archive) as unpacked:
            copy_counted(cast(IO[bytes], unpacked), scratch, count)
    try:
        with tarfile.open(plain, "r:") as tar:
            yield _tar_entries(tar)
    finally:
        scratch.unlink(missing_ok=True)


def _zip_entries(packed: zipfile.ZipFile) -> Iterator[Entry]:
    for entry in packed.infolist():
        kind = entry.external_attr >> 28
        if entry.is_dir():
            yield Entry(entry.filename, odd=kind not in {UNKNOWN, FOLDER})
        else:
            odd = kind not in {UNKNOWN, FILE} or entry.compress_type not in PLAIN
            yield Entry(entry.filename, partial(packed.open, entry), odd)


def _tar_entries(tar: tarfile.TarFile) -> Iterator[Entry]:
    for entry in tar:
        if entry.isdir():
            yield Entry(entry.name)
        else:
            yield Entry(entry.name, partial(tar.extractfile, entry), odd=not entry.isreg() or entry.issparse())


def _count(file: Path, wanted: bytes) -> int:
    """Return at most how often some bytes occur, reading block by block."""
    count, before = 0, b""
    with file.open("rb") as content:
        while block := content.read(BLOCK):
            count += (before + block).count(wanted)
            before = block[1 - len(wanted) :]
    return count
