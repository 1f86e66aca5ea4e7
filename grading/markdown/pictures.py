"""A student's pasted pictures: PNG, JPEG and GIF that are what they say, each shown once, and not without end."""

import base64
import binascii
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from .picture_size import UNKNOWN, pixels

MOST_PICTURES = 12
MOST_BYTES = 10_000_000
MOST_PIXELS = 50_000_000  # of all together: small files may unpack to gigabytes in the browser
SIGNATURES = {
    "image/png": (b"\x89PNG\r\n\x1a\n",),
    "image/jpeg": (b"\xff\xd8\xff",),
    "image/gif": (b"GIF87a", b"GIF89a"),
}
NOT_PASTED = "(a picture was left out here: it is not pasted into this cell as PNG, JPEG or GIF)"
TOO_LARGE = f"(a picture was left out here: only {MOST_PIXELS / 1e6:.0f} million pixels are shown)"
TOO_MUCH = f"(a picture was left out here: only {MOST_PICTURES} pictures and {MOST_BYTES / 1e6:.0f} MB are shown)"
Attachments = dict[str, dict[str, str]]


@dataclass(slots=True)
class Pictures:
    """The pictures of a notebook that are shown so far, by their content, and how many bytes and pixels they have."""

    numbers: dict[str, int] = field(default_factory=dict)
    size: int = 0
    pixels: int = 0

    def copy(self) -> "Pictures":
        """Return a copy, for an attempt that may fail."""
        return Pictures(dict(self.numbers), self.size, self.pixels)

    def take(self, name: str, given: "Pasted", kept: Attachments) -> tuple[str, str]:
        """Return the plain name of a pasted picture, which is put into `kept`, and ""; or "" and words in its place."""
        picture = given.picture(name)
        if picture is None:
            return "", NOT_PASTED
        if number := self.numbers.get(picture.digest):
            return "", f"(picture {number}, shown above)"
        size = len(picture.content)
        if len(self.numbers) >= MOST_PICTURES or self.size + size > MOST_BYTES:
            return "", TOO_MUCH
        if self.pixels + picture.pixels > MOST_PIXELS:
            return "", TOO_LARGE
        self.numbers[picture.digest] = len(self.numbers) + 1
        self.size, self.pixels = self.size + size, self.pixels + picture.pixels
        plain = f"picture-{self.numbers[picture.digest]}"
        kept[plain] = {picture.kind: base64.b64encode(picture.content).decode("ascii")}
        return plain, ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A pasted picture: what it is, what it holds, and how many pixels it says that it has."""

    kind: str
    content: bytes
    digest: str
    pixels: int


class Pasted:
    """What was pasted into a cell; each attachment is decoded once, however often and however spelt it is named."""

    def __init__(self, attachments: object) -> None:
        """Take a cell's attachments, whatever they are."""
        self._attachments = attachments if isinstance(attachments, Mapping) else {}
        self._known: dict[str, Picture | None] = {}

    def picture(self, name: str) -> Picture | None:
        """Return the attachment of that name, or None if it is no picture."""
        name = name if name in self._attachments else unquote(name)
        if name not in self._known:
            self._known[name] = _picture(self._attachments.get(name))
        return self._known[name]


def _picture(data: object) -> Picture | None:
    for kind, signature in SIGNATURES.items():
        content = decoded(data.get(kind), MOST_BYTES * 2) if isinstance(data, Mapping) else b""
        if content.startswith(signature):
            area = pixels(kind, content) if len(content) <= MOST_BYTES else UNKNOWN
            return Picture(kind, content, hashlib.sha256(content).hexdigest(), area)
    return None


def decoded(content: object, most: int) -> bytes:
    """Return the bytes of a picture's base64, b"" where there are none or more than `most` letters."""
    given = content if isinstance(content, list) else [content]
    lines = [line for line in given if isinstance(line, str)]
    if len(lines) < len(given) or sum(map(len, lines)) > most:
        return b""
    try:
        return base64.b64decode("".join("".join(lines).split()), validate=True)
    except (binascii.Error, ValueError):
        return b""
