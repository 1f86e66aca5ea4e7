"""Text of all the world as it is compared: one spelling for what looks the same, and what is no text at all."""

import re
from functools import lru_cache
from unicodedata import category, decimal, normalize

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
STEERING = re.compile(r"[\x80-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")
"""What steers a terminal, turns a line's direction or hides: nobody means to write it."""
BLANKS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Letters that are drawn as nothing."""
SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))
"""What chooses between two drawings of the letter before it."""
SIGNS: dict[str, int | str | None] = {
    "\N{ARABIC DECIMAL SEPARATOR}": ".",
    "\N{ARABIC THOUSANDS SEPARATOR}": ",",
    "\N{ARABIC PERCENT SIGN}": "%",
    "\N{ARABIC COMMA}": ",",
    "\N{IDEOGRAPHIC COMMA}": ",",
    "\N{IDEOGRAPHIC FULL STOP}": ".",
    "\N{RATIO}": ":",
    "\N{MODIFIER LETTER COLON}": ":",
    "\N{MODIFIER LETTER TRIANGULAR COLON}": ":",
}
"""Signs of other scripts, by what they stand for in a key or a number."""


def visible(text: str) -> str:
    """Return a text without what cannot be seen: zero-width spaces, joiners, direction marks, soft hyphens, BOM."""
    return text if text.isascii() else text.translate(_VISIBLE)


def whole_letters(text: str) -> str:
    """Return a text with question marks for halves of letters, which JSON can name and no page or file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


@lru_cache(maxsize=1024)
def same_letters(text: str) -> str:
    """Return a key, an option or a number in the one spelling in which they are compared.

    That is Unicode's NFKC (full-width signs, one space for all that are wider or do not break), without what cannot
    be seen, and with the digits 0 to 9 for those of every script. Kept, for an answer is read again and again, and
    one of nothing but accents takes a tenth of a second each time.
    """
    return text if text.isascii() else normalize("NFKC", visible(text)).translate(_PLAIN)


class _Visible(dict[int, int | str | None]):
    """What a letter becomes, by its code: itself, or nothing where it cannot be seen."""

    def __missing__(self, code: int) -> int | str | None:
        unseen = category(chr(code)) == "Cf" or chr(code) in BLANKS or any(code in some for some in SELECTORS)
        self[code] = None if unseen else code
        return self[code]


class _Plain(_Visible):
    """The same, with a digit or a sign for that of another script."""

    def __missing__(self, code: int) -> int | str | None:
        if category(chr(code)) == "Nd":
            self[code] = str(decimal(chr(code)))
            return self[code]
        return super().__missing__(code)


_VISIBLE = _Visible()
_PLAIN = _Plain(str.maketrans(SIGNS))
