"""Letters as they can be seen: what is no text, or steers a terminal or a line's direction, gets a visible sign."""

import re

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
STEERING = re.compile(r"[\x80-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")
PICTURES = 0x2400
DELETE = 0x7F


def visible(text: str) -> str:
    """Return a text that can be written as UTF-8 and reads in the order in which it stands."""
    text = text.encode("utf-8", "backslashreplace").decode()
    text = CONTROL.sub(lambda found: _picture(ord(found[0])), text)
    return STEERING.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)


def _picture(code: int) -> str:
    return "\N{SYMBOL FOR DELETE}" if code == DELETE else chr(PICTURES + code)
