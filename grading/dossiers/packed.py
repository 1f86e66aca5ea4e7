"""Unpacking what may have been unpacked already: by a browser, which leaves the name, or not at all."""

import gzip
from io import BytesIO
from pathlib import Path

PACKED = b"\x1f\x8b"
MOST_LAYERS = 2  # a server may pack a packed file once more


def unpacked(file: Path, largest: int) -> bytes:
    """Return what a file holds, or what is packed in it, up to `largest` bytes.

    Raises OSError, EOFError or zlib.error where it cannot be read.
    """
    with file.open("rb") as stream:
        content = stream.read(largest)
    for _ in range(MOST_LAYERS):
        if not content.startswith(PACKED):
            break
        with gzip.open(BytesIO(content)) as packed:
            content = packed.read(largest)
    return content
