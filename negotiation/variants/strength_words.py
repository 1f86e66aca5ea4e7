"""How texts say, in each language, how much issues matter: words that are true in every variant."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable

from ..analysis.importance import Importance


@dataclass(frozen=True, slots=True)
class StrengthWords:
    """What a language has for every strength: a sentence that begins a paragraph, and one that ends an answer."""

    how_many: tuple[str, ...]
    brief: dict[Importance, str]
    answer: dict[Importance, str]

    def to_you(self, strength: Importance, issues: int) -> str:
        """Return the sentence that tells a party that so many issues matter this much to it."""
        counted = self.how_many[min(issues, len(self.how_many)) - 1]
        return self.brief[strength].format(how_many=counted)


@lru_cache(maxsize=8)
def strength_words(language: str) -> StrengthWords:
    """Return the words of one of the `languages`."""
    said = tomllib.loads(_folder().joinpath(f"{language}.toml").read_text(encoding="utf-8"))
    brief, answer = ({one: said[table][one.name.lower()] for one in Importance} for table in ("brief", "answer"))
    return StrengthWords(tuple(said["how_many"]), brief, answer)


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """Return the languages in which a case can be told."""
    return tuple(sorted(file.name.removesuffix(".toml") for file in _folder().iterdir() if file.name.endswith(".toml")))


def _folder() -> Traversable:
    return resources.files(__package__).joinpath("words")
