"""A student's letters written so that Markdown means nothing but these letters, here and in JupyterLab."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from mistune.util import unescape

from .as_typed import plain_text

Token = dict[str, Any]
NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
# These are no marks of Markdown. But JupyterLab looks in the finished page for mathematics between dollars and behind
# backslashes, and for its own placeholders between at signs; it finds none that reaches over the end of an element.
APART = {"$": "&#36;", "\\": "&#92;", "@": "&#64;"}
OPEN, CLOSE = "<span>", "</span>"
MARKS = {mark: f"\\{mark}" for mark in "`*_[]~|#"}
PLAIN = str.maketrans(NAMED | MARKS | APART)
LETTERS = str.maketrans(NAMED | MARKS | {letter: f"{OPEN}{name}{CLOSE}" for letter, name in APART.items()})
ADDRESS = re.compile(r":(?=//)|(?<=www)\.", re.IGNORECASE)
LINE_START = re.compile(r"^(?P<number>\d{0,9})(?P<mark>[-+=:.)])", re.MULTILINE)


def meant(raw: str) -> str:
    """Return the letters that a piece of Markdown text stands for, on one line."""
    return plain_text(unescape(raw)).replace("\n", " ")


def written(letters: str, *, in_attribute: bool = False) -> str:
    """Return letters as Markdown; an address in them is no link. An attribute, as a picture's, holds no element."""
    table = PLAIN if in_attribute else LETTERS
    return ADDRESS.sub(lambda found: f"\\{found[0]}", letters.translate(table))


def without_elements(tokens: Iterable[Token]) -> Iterator[Token]:
    """Yield inline tokens; the element that `written` puts around a letter is not one of the student's."""
    given = list(tokens)
    while given:
        wrapped = [token.get("raw") for token in given[:3]]
        if wrapped[::2] == [OPEN, CLOSE] and wrapped[1] in APART.values():
            given[:3] = given[1:2]
        yield given.pop(0)


def lines_of(inline: str) -> str:
    """Return inline Markdown in which no line begins or ends a block."""
    lines = (line.strip() for line in inline.split("\n"))
    return "\n".join(LINE_START.sub(r"\g<number>\\\g<mark>", line) for line in lines if line)
