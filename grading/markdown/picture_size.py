"""How many pixels a picture says that it has, read from its first bytes without unpacking it."""

from typing import Literal

UNKNOWN = 1 << 62
MOST_PARTS = 200_000  # of a file: blocks, markers and filling bytes; a film of ten megabytes has a fifth of that
GIF_FRAME, GIF_EXTENSION = 0x2C, 0x21
JPEG_PART = 0xFF
JPEG_WITHOUT_LENGTH = {0x01, *range(0xD0, 0xD9)}
JPEG_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}


def pixels(kind: str, content: bytes) -> int:
    """Return width times height, of a GIF those of all frames; a number larger than any where the file does not say."""
    if kind == "image/png":
        return _area(content, 16, 4, "big") if content[12:16] == b"IHDR" else UNKNOWN
    if kind == "image/gif":
        return _gif(content)
    return _jpeg(content)


def _gif(content: bytes) -> int:
    """Return the pixels of all frames together, each at least as large as the screen."""
    screen, place, found = _area(content, 6, 2, "little"), 13 + _colours(content[10:11]), 0
    parts = 0
    while place < len(content):
        kind = content[place]
        if kind == GIF_FRAME:
            found += max(screen, _area(content, place + 5, 2, "little"))
            place += 11 + _colours(content[place + 9 : place + 10])
        elif kind == GIF_EXTENSION:
            place += 2
        else:
            break
        while place < len(content) and content[place] and parts < MOST_PARTS:
            place, parts = place + 1 + content[place], parts + 1
        place, parts = place + 1, parts + 1
        if parts >= MOST_PARTS:
            return UNKNOWN
    return found or screen


def _colours(flags: bytes) -> int:
    """Return how many bytes a table of colours has."""
    return 3 << ((flags[0] & 7) + 1) if flags and flags[0] & 0x80 else 0


def _jpeg(content: bytes) -> int:
    place = 2
    for _ in range(MOST_PARTS):
        if place + 9 > len(content) or content[place] != JPEG_PART:
            break
        marker = content[place + 1]
        if marker in JPEG_FRAMES:
            return _area(content, place + 5, 2, "big")
        if marker == JPEG_PART:  # a filling byte
            place += 1
        elif marker in JPEG_WITHOUT_LENGTH:
            place += 2
        else:
            place += 2 + max(2, int.from_bytes(content[place + 2 : place + 4], "big"))
    return UNKNOWN


def _area(content: bytes, place: int, width: int, order: Literal["big", "little"]) -> int:
    sides = content[place : place + width], content[place + width : place + 2 * width]
    if len(sides[1]) < width:
        return UNKNOWN
    return int.from_bytes(sides[0], order) * int.from_bytes(sides[1], order)
