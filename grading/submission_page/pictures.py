"""Pasted pictures: PNG, JPEG and GIF that are what they say, each embedded once."""

import base64
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from ..markdown.picture_size import pixels
from ..markdown.pictures import MOST_PIXELS, SIGNATURES, decoded

LARGEST = 4_000_000
LARGEST_TOGETHER = 12_000_000
MOST = 40


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's number on the page and its address, "" where it is shown further up, and why it is not shown."""

    number: int = 0
    address: str = ""
    why_not: str = ""


@dataclass(slots=True)
class Album:
    """The pictures of a page."""

    numbers: dict[str, int] = field(default_factory=dict)
    size: int = 0
    pixels: int = 0

    def of_cell(self, attachments: Any) -> tuple[Picture, ...]:
        """Return the pictures that were pasted into a cell; whatever else stands there is named and left out."""
        entries = list(attachments.values()) if isinstance(attachments, dict) else []
        shown = [self._picture(entry) for entry in entries[:MOST]]
        more = len(entries) - len(shown)
        return (*shown, *([Picture(why_not=f"{more:,} more attachments are not shown.")] if more else []))

    def _picture(self, entry: Any) -> Picture:
        kind = next((kind for kind in SIGNATURES if isinstance(entry, dict) and kind in entry), "")
        content = decoded(entry[kind], 2 * LARGEST) if kind else b""
        if not content.startswith(SIGNATURES.get(kind, (b"\0",))):
            return Picture(why_not="An attachment is no PNG, JPEG or GIF picture, so it is not shown.")
        name = sha256(content).hexdigest()
        if name in self.numbers:
            return Picture(self.numbers[name])
        if len(content) > LARGEST or self.size + len(content) > LARGEST_TOGETHER or len(self.numbers) >= MOST:
            return Picture(why_not=f"A picture of {len(content):,} bytes is too much for this page.")
        area = pixels(kind, content)
        if self.pixels + area > MOST_PIXELS:
            return Picture(why_not="A picture has too many pixels for this page.")
        self.numbers[name], self.size = len(self.numbers) + 1, self.size + len(content)
        self.pixels += area
        return Picture(self.numbers[name], f"data:{kind};base64,{base64.b64encode(content).decode()}")
