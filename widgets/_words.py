"""The words that learners read in widgets: one folder for each language, one file for each widget."""

import os
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from ..negotiation import NegotiationError, did_you_mean
from ..negotiation.sentence import ENGLISH

LANGUAGES = Path(__file__).parent / "words"
SETTING = "BIGGERPIE_LANGUAGE"

_spoken: list[str] = []


class Words(dict[str, Any]):
    """What a widget says in one language: sentences by their keys, and tables or lists of sentences.

    `files` names where they were read, such as "en/shared.toml", for whoever has to mend them.
    """

    def __init__(self, said: Mapping[str, Any], *files: str) -> None:
        """Hold what these files say."""
        super().__init__(said)
        self.files = files

    def say(self, key: str, /, *inner: str | int, **figures: object) -> str:
        """Return the sentence at `key`, with the figures in the places that it keeps for them.

        `inner` leads into a table or a list: `say("kinds", "nice")`, `say("speeds", 0)`. Raises KeyError, which names
        files and key, where there is no such sentence or a figure is missing.
        """
        found: Any = self
        for step in (key, *inner):
            try:
                found = found[step]
            except (LookupError, TypeError) as error:
                raise self._fault("has no sentence", key, *inner) from error
        if not isinstance(found, str):
            raise self._fault("has more than one sentence", key, *inner)
        try:
            return found.format(**figures)
        except KeyError as error:
            raise self._fault(f"wants a figure {error} that is not given", key, *inner) from error

    def heads(self, *keys: str) -> list[str]:
        """Return the heads of a table's columns."""
        return [self.say(key) for key in keys]

    def joined(self, more: Mapping[str, Any]) -> "Words":
        """Return these words and `more`; what both have is said as `more` says it."""
        return Words({**self, **more}, *self.files, *getattr(more, "files", ()))

    def without(self, *keys: str) -> "Words":
        """Return these words without what stands at the keys."""
        return Words({key: said for key, said in self.items() if key not in keys}, *self.files)

    def _fault(self, what: str, *path: str | int) -> KeyError:
        return KeyError(f"{' with '.join(self.files)} {what} at {'.'.join(map(str, path))}")


def languages() -> list[str]:
    """Return the languages that the widgets speak, English first."""
    found = sorted(folder.name for folder in LANGUAGES.iterdir() if folder.is_dir())
    return sorted(found, key=lambda language: language != ENGLISH)


def speak(language: str) -> None:
    """Let all widgets made from now on speak this language, such as "de"; raise NegotiationError for an unknown one.

    Where nothing is said here, the environment variable BIGGERPIE_LANGUAGE decides, and else it is English.
    """
    if language not in languages():
        raise NegotiationError(f"{language!r} is not a language of this kit{did_you_mean(language, languages())}")
    _spoken[:] = [language]


def spoken() -> str:
    """Return the language that the next widget will speak."""
    chosen = _spoken[0] if _spoken else os.environ.get(SETTING, ENGLISH)
    return chosen if chosen in languages() else ENGLISH


def words(widget: str, language: str | None = None) -> Words:
    """Return the widget's words and those that all widgets share, and with `language` what a voice reads them in."""
    return _words(widget, language or spoken())


def decimal(value: float, digits: int, said: Words) -> str:
    """Return a number with so many decimals, as the language writes it."""
    return f"{value:.{digits}f}".replace(".", said.say("decimal_mark")).replace("-", "\N{MINUS SIGN}")


@lru_cache
def _words(widget: str, language: str) -> Words:
    own = _read(_said_in(language, widget), widget)
    return _read(_said_in(language, "shared"), "shared").joined(own).joined({"language": _said_in(language, widget)})


def _said_in(language: str, name: str) -> str:
    """Return the language of a file of words; what is not translated yet is said in English."""
    return language if (LANGUAGES / language / f"{name}.toml").is_file() else ENGLISH


@lru_cache
def _read(language: str, name: str) -> Words:
    file = f"{language}/{name}.toml"
    return Words(tomllib.loads((LANGUAGES / file).read_text(encoding="utf-8")), file)
