"""A voice: the words in which a counterpart says its lines, varied, and never twice without need."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from importlib import resources
from typing import Any

from ...errors import NegotiationError, listing
from ...sentence import ENGLISH
from ...variants.variant import shuffled
from ..moves import LONGEST_WORDS
from ..view import Scene
from .line import Line
from .naming import beginning, beside_its_issue, short

Words = Mapping[str, tuple[str, ...]]
"""The ways to say each act, by its name such as "offer.give"."""
SHARED = "shared"
PLACE = re.compile(r"\{\w+\}")
"""Where a way to say something names an issue or an option."""
SHORT = 3
"""Characters between two names that tell nothing about the way."""


def spoken(lines: Iterable[Line], words: Words, scene: Scene, key: str, before: Sequence[str]) -> str:
    """Return the lines as one text: for each a way to say it that does not stand in what was said before.

    `key` draws the order in which the ways are tried. Where all were used, the one that was used longest ago returns.
    """
    said: list[str] = []
    for line in lines:
        said.append(_said(line, words, scene, key, (*before, *said)))
    text = " ".join(said)
    return text if len(text) <= LONGEST_WORDS else text[: LONGEST_WORDS - 1] + "…"


def _said(line: Line, words: Words, scene: Scene, key: str, before: Sequence[str]) -> str:
    ways = shuffled(f"{key} {line.act}", words[line.act])
    return min(ways, key=lambda way: _last_use(way, before)).format(**_figures(line, words, scene))


def _last_use(way: str, before: Sequence[str]) -> int:
    """Return the place (from 1) of the last text that was said in this way, whatever it was about; 0 for none."""
    pieces = [piece for piece in PLACE.split(way) if len(piece) > SHORT]
    return max((number for number, text in enumerate(before, 1) if all(piece in text for piece in pieces)), default=0)


def _figures(line: Line, words: Words, scene: Scene) -> dict[str, str]:
    found = {"text": line.text, "because": line.because}
    for number, choice in (("", line.first), ("2", line.second)):
        if choice:
            issue = scene.issues[choice.issue]
            named = words["the_issue"][0].format(issue=short(issue.name))
            option = _option(short(beside_its_issue(issue, choice.option)), words)
            found |= {f"issue{number}": named, f"Issue{number}": beginning(named)}
            found |= {f"option{number}": option, f"Option{number}": beginning(option)}
    return found


def _option(option: str, words: Words) -> str:
    """Return an option as a sentence holds it: bare or in quotes, as the language would have it."""
    bare = re.fullmatch(words["bare"][0], option)
    return words["the_option"][0 if bare else -1].format(option=option)


@lru_cache(maxsize=64)
def voice(name: str, language: str) -> Words:
    """Return the words of a counterpart in a language: its own where it has some, else those that all share.

    Raises NegotiationError for a language that counterparts do not speak.
    """
    return _flat(read_words(language, SHARED)) | _flat(read_words(language, name))


def about(name: str, language: str) -> dict[str, str]:
    """Return what is said about a counterpart in a language: the texts in its file that are not its own words.

    Raises NegotiationError for a language that counterparts do not speak.
    """
    return {key: value for key, value in read_words(language, name).items() if isinstance(value, str)}


def languages() -> tuple[str, ...]:
    """Return the languages that counterparts speak, English first."""
    found = (folder.name for folder in _folder().iterdir() if folder.is_dir() and len(folder.name) == len(ENGLISH))
    return tuple(sorted(found, key=lambda language: (language != ENGLISH, language)))


def or_english(language: str) -> str:
    """Return a language that counterparts speak, and English in place of any other."""
    return language if language in languages() else ENGLISH


def _folder() -> Any:
    return resources.files(__package__.rpartition(".")[0]).joinpath("words")


def read_words(language: str, name: str) -> Mapping[str, Any]:
    """Return a file of words in a language; raise NegotiationError for one that counterparts do not speak."""
    if language not in languages():
        raise NegotiationError(f"counterparts do not speak {language!r}; use {listing(languages(), 'or')}.")
    return tomllib.loads(_folder().joinpath(language, f"{name}.toml").read_text(encoding="utf-8"))


def _flat(table: Mapping[str, Any], prefix: str = "") -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            found |= _flat(value, f"{prefix}{key}.")
        elif isinstance(value, list):
            found[prefix + key] = tuple(value)
    return found
