"""A student's letters written so that Markdown means nothing but these letters, here and in JupyterLab."""

import re

from mistune.util import unescape

from .as_typed import plain_text

# A dollar and a backslash are no mark of Markdown, but of the mathematics that nbconvert and JupyterLab look for.
NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "&#36;", "\\": "&#92;"}
MARKS = {mark: f"\\{mark}" for mark in "`*_[]~|@#"}
LETTERS = str.maketrans(NAMED | MARKS)
LINKS = re.compile(
    r":(?=//)|(?<=www)\.|!$", re.IGNORECASE
)  # of an address, and of the picture that a link would become
LINE_START = re.compile(r"^(?P<number>\d{0,9})(?P<mark>[-+=:.)])", re.MULTILINE)


def meant(raw: str) -> str:
    """Return the letters that a piece of Markdown text stands for, on one line."""
    return plain_text(unescape(raw)).replace("\n", " ")


def written(letters: str) -> str:
    """Return letters as Markdown; an address in them is no link."""
    return LINKS.sub(lambda found: f"\\{found[0]}", letters.translate(LETTERS))


def lines_of(inline: str) -> str:
    """Return inline Markdown whose lines begin and end no other block than the one that they stand in."""
    lines = (line.strip() for line in inline.split("\n"))
    return "\n".join(LINE_START.sub(r"\g<number>\\\g<mark>", line) for line in lines if line)
