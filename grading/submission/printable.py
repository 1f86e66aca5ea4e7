"""What steers a terminal or turns a line's direction, and the three ways to write it instead: a student may send it."""

from ...negotiation.letters import CONTROL, STEERING

PICTURES = 0x2400
DELETE = 0x7F


def printable(line: str) -> str:
    r"""Return a line with a replacement character for what cannot be printed, and bytes that are no text as \udcff."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in _as_utf8(line))


def escaped(text: str) -> str:
    r"""Return a text with what cannot be printed spelt out, such as \x1b; tabs stay."""
    return "".join(c if c.isprintable() or c == "\t" else ascii(c)[1:-1] for c in text)


def visible(text: str) -> str:
    """Return a text for a page, with a sign for what is no text; it reads in the order in which it stands.

    Blanks and letters that Python does not call printable stay.
    """
    text = CONTROL.sub(lambda found: _picture(ord(found[0])), _as_utf8(text))
    return STEERING.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)


def _as_utf8(text: str) -> str:
    """Return a text that can be written: a folder's name may hold what is no UTF-8."""
    return text.encode("utf-8", "backslashreplace").decode()


def _picture(code: int) -> str:
    return "\N{SYMBOL FOR DELETE}" if code == DELETE else chr(PICTURES + code)
