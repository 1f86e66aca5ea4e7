"""The words in figures: one file for each language."""

import tomllib
from functools import lru_cache
from pathlib import Path

from ..negotiation import NegotiationError, Party, did_you_mean
from ..negotiation.sentence import ENGLISH

WORDS = Path(__file__).parent / "words"


class Said(dict[str, str]):
    """What figures say in one language: sentences by their keys."""

    language = ENGLISH

    def say(self, key: str, /, **figures: object) -> str:
        """Return the sentence at `key`, with the figures in the places that it keeps for them."""
        return self[key].format(**figures)

    def called(self, party: Party) -> str:
        """Return what a party is called: its name is English, so other languages take the name of its person."""
        return party.name if self.language == ENGLISH else party.person

    def heads(self, *keys: str) -> tuple[str, ...]:
        """Return the headings of a table."""
        return tuple(self[key] for key in keys)


@lru_cache
def said(language: str) -> Said:
    """Return the words of a language such as "de"; raise NegotiationError for one that figures do not speak."""
    known = sorted(file.stem for file in WORDS.glob("*.toml"))
    if language not in known:
        raise NegotiationError(f"{language!r} is not a language of the figures{did_you_mean(language, known)}")
    words = Said(tomllib.loads((WORDS / f"{language}.toml").read_text(encoding="utf-8")))
    words.language = language
    return words
