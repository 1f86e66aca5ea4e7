"""The words of a text, in every script: where scripts write no spaces, each letter stands for a part of a word."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple
from unicodedata import category

from ...negotiation.letters import same_letters

IDEOGRAMS = (
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
"""Chinese and Japanese letters: somewhat more than one and a half of them are a word."""
SYLLABLES = "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff"
"""Thai, Lao, Tibetan, Burmese and Khmer letters: about four are a word."""
WHOLE, IDEOGRAM, SYLLABLE = 8, 5, 2
"""How much of a run a word is, and a letter of a script without spaces."""
RUN = 40
"""A run is five words long, or eight ideograms."""
FIVE = RUN // WHOLE
SPACED = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")  # noqa: RUF001  # people write many apostrophes
"""The words of a text in which they stand apart."""
Run = tuple[str, ...]


class Word(NamedTuple):
    """A word as it is compared, how much of a run it is, and where it stands in the text."""

    text: str
    weight: int
    start: int
    end: int


def words_of(text: str) -> list[Word]:
    """Return the words of a text, in lower case and without what cannot be seen."""
    return [
        Word(same_letters(found[0]).casefold(), _weight(found.lastgroup), found.start(), found.end())
        for found in (_pattern() if _is_spread(text) else SPACED).finditer(text)
    ]


def runs_of(text: str) -> set[Run]:
    """Return all runs of five words in a text."""
    if not _is_spread(text):  # a class's cases are read here, each of some thousand words
        spaced = [word.casefold() for word in SPACED.findall(text)]
        return {tuple(spaced[start : start + FIVE]) for start in range(len(spaced) - FIVE + 1)}
    words = words_of(text)
    texts = [word.text for word in words]
    return {tuple(texts[start:end]) for start, end in run_places(words)}


def run_places(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Yield where each run begins and ends, by the place of its words."""
    end, length = 0, 0
    for start in range(len(words)):
        while length < RUN and end < len(words):
            length += words[end].weight
            end += 1
        if length < RUN:
            return
        yield start, end
        length -= words[start].weight


def _weight(group: str | None) -> int:
    return {"ideogram": IDEOGRAM, "syllable": SYLLABLE}.get(group or "", WHOLE)


def _is_spread(text: str) -> bool:
    """Return whether a text holds letters of scripts without spaces, marks of their own, or what cannot be seen."""
    return not text.isascii() and bool(_spread().search(text))


@lru_cache(maxsize=1)
def _marks() -> str:
    """Return all marks that belong to the letter before them, and all that cannot be seen, of the common planes."""
    return "".join(chr(code) for code in range(0x10000) if category(chr(code)) in {"Mn", "Mc", "Me", "Cf"})


@lru_cache(maxsize=1)
def _spread() -> re.Pattern[str]:
    return re.compile(f"[{_marks()}{IDEOGRAMS}{SYLLABLES}\uff00-\uffef]")


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """Return what a word is: letters with their marks, and apostrophes between them."""
    marks = f"[{_marks()}]*"
    letter = rf"(?![{IDEOGRAMS}{SYLLABLES}_])\w{marks}"
    return re.compile(
        rf"(?P<ideogram>[{IDEOGRAMS}]{marks})|(?P<syllable>[{SYLLABLES}]{marks})"
        rf"|(?:{letter})+(?:['’]{marks}(?:{letter})+)*"  # noqa: RUF001  # people write many apostrophes
    )
