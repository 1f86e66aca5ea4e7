"""The words that a page of a live table says: the table's own, and those of the widget whose parts it shows."""

import tomllib
from functools import cache
from pathlib import Path

from ..negotiation.sentence import ENGLISH
from ..widgets._words import Words, words

WORDS = Path(__file__).parent / "words"


@cache
def said_in(language: str) -> Words:
    """Return the words of a language; what is not translated is said in English."""
    own = language if (WORDS / f"{language}.toml").is_file() else ENGLISH
    table = tomllib.loads((WORDS / f"{own}.toml").read_text(encoding="utf-8"))
    return words("negotiation_table", own).joined(table)
