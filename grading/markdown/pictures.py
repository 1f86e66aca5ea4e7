"""A student's pasted pictures: PNG, JPEG and GIF that are what they say, each shown once, and not without end."""

import base64
import binascii
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from .picture_size import pixels

MOST_PICTURES = 12
MOST_BYTES = 10_000_000
MOST_PIXELS = 50_000_000  # of all together: small files may unpack to gigabytes in the browser
SIGNATURES = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff", "image/gif": b"GIF8"}
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

    def take(self, name: str, given: object, kept: Attachments) -> tuple[str, str]:
        """Return the plain name of a pasted picture, which is put into `kept`, and ""; or "" and words in its place."""
        found = _picture(name, given)
        if found is None:
            return "", NOT_PASTED
        kind, content = found
        digest = hashlib.sha256(content).hexdigest()
        if number := self.numbers.get(digest):
            return "", f"(picture {number}, shown above)"
        area = pixels(kind, content)
        if self.pixels + area > MOST_PIXELS:
            return "", TOO_LARGE
        if len(self.numbers) >= MOST_PICTURES or self.size + len(content) > MOST_BYTES:
            return "", TOO_MUCH
        self.numbers[digest] = len(self.numbers) + 1
        self.size, self.pixels = self.size + len(content), self.pixels + area
        plain = f"picture-{self.numbers[digest]}"
        kept[plain] = {kind: base64.b64encode(content).decode("ascii")}
        return plain, ""


def _picture(name: str, given: object) -> tuple[str, bytes] | None:
    """Return the kind and content of the attachment of that name, or None where it is no picture."""
    attachments = given if isinstance(given, Mapping) else {}
    data = attachments.get(name, attachments.get(unquote(name)))
    for kind, signature in SIGNATURES.items():
        content = _decoded(data.get(kind)) if isinstance(data, Mapping) else b""
        if content.startswith(signature):
            return kind, content
    return None


def _decoded(content: object) -> bytes:
    given = content if isinstance(content, list) else [content]
    lines = [line for line in given if isinstance(line, str)]
    if len(lines) < len(given) or sum(map(len, lines)) > MOST_BYTES * 2:
        return b""
    try:
        return base64.b64decode("".join("".join(lines).split()), validate=True)
    except (binascii.Error, ValueError):
        return b""
