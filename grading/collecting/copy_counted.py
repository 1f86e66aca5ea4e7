"""Copying what may turn out longer than it says: counted as it is written, and never into the disk's reserve."""

from collections.abc import Callable
from pathlib import Path
from typing import IO

from ...negotiation import NegotiationError
from .disk_room import without_room

BLOCK = 1 << 20


def copy_counted(source: IO[bytes], to: Path, count: Callable[[int], None]) -> None:
    """Write what there is to read into a new file, and tell `count`, which may raise, of the bytes of each block.

    Raises NegotiationError where the disk has no room. After any error nothing is left of the file.
    """
    with to.open("xb") as out:
        try:
            while block := source.read(BLOCK):
                count(len(block))
                if missing := without_room(to.parent, len(block)):
                    raise NegotiationError(f"it {missing}")
                out.write(block)
        except BaseException:
            out.close()
            to.unlink()
            raise
