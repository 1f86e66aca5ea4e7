"""A voice: the words in which a counterpart says its lines, varied, and never twice without need."""

import tomllib
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from importlib import resources
from typing import Any

from ...errors import NegotiationError, listing
from ...variants.variant import shuffled
from ..view import Scene
from .line import Choice, Line

Words = Mapping[str, tuple[str, ...]]
"""The ways to say each act, by its name such as "offer.give"."""
ENGLISH, SHARED = "en", "shared"


def spoken(lines: Iterable[Line], words: Words, scene: Scene, key: str, before: Collection[str]) -> str:
    """Return the lines as one text: for each a way to say it that does not stand in what was said before.

    `key` draws the order in which the ways are tried. Where all were used, the one that was used longest ago returns.
    """
    return " ".join(_said(line, words, scene, key, before) for line in lines)


def _said(line: Line, words: Words, scene: Scene, key: str, before: Collection[str]) -> str:
    ways = [_sentence(way.format(**_figures(line, scene))) for way in shuffled(f"{key} {line.act}", words[line.act])]
    return min(ways, key=lambda way: _last_use(way, before))


def _sentence(text: str) -> str:
    """Return the text with a capital letter, because an issue's name may begin it."""
    return text[:1].upper() + text[1:]


def _last_use(way: str, before: Collection[str]) -> int:
    """Return the place (from 1) of the last text that holds it, 0 where none does."""
    return max((number for number, text in enumerate(before, 1) if way in text), default=0)


def _figures(line: Line, scene: Scene) -> dict[str, str]:
    found = {"text": line.text}
    for number, choice in (("", line.first), ("2", line.second)):
        if choice:
            found |= _named(choice, scene, number)
    return found


def _named(choice: Choice, scene: Scene, number: str) -> dict[str, str]:
    issue = scene.issues[choice.issue]
    return {f"issue{number}": issue.name, f"option{number}": issue.options[choice.option]}


@lru_cache(maxsize=64)
def voice(name: str, language: str) -> Words:
    """Return the words of a counterpart in a language: its own where it has some, else those that all share.

    Raises NegotiationError for a language that counterparts do not speak.
    """
    return _flat(_read(language, SHARED)) | _flat(_read(language, name))


def about(name: str, language: str) -> dict[str, str]:
    """Return what is said about a counterpart in a language: the texts in its file that are not its own words.

    Raises NegotiationError for a language that counterparts do not speak.
    """
    return {key: value for key, value in _read(language, name).items() if isinstance(value, str)}


def languages() -> tuple[str, ...]:
    """Return the languages that counterparts speak, English first."""
    found = (folder.name for folder in _folder().iterdir() if folder.is_dir() and len(folder.name) == len(ENGLISH))
    return tuple(sorted(found, key=lambda language: (language != ENGLISH, language)))


def _folder() -> Any:
    return resources.files(__package__.rpartition(".")[0]).joinpath("words")


def _read(language: str, name: str) -> Mapping[str, Any]:
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
