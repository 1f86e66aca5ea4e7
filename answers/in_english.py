"""The words of an answer's lines in other languages: forms write the English ones, and who types may write either."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

TABLE = "in_english"


def in_english(said: str) -> str:
    """Return words in small letters with those that have an English one replaced by it."""
    known = _known()
    return known.get(said) or " ".join(known.get(word, word) for word in said.split())


@lru_cache(maxsize=1)
def _known() -> Mapping[str, str]:
    """Return the words and phrases of all languages, with the English ones that they stand for."""
    files = (file for file in resources.files(__package__).joinpath("words").iterdir() if file.name.endswith(".toml"))
    tables = (tomllib.loads(file.read_text(encoding="utf-8")).get(TABLE, {}) for file in sorted(files, key=str))
    return {word: meant for table in tables for word, meant in table.items()}
