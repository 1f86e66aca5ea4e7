"""The words that learners read in widgets: one folder for each language, one file for each widget."""

import os
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from ..negotiation import NegotiationError, did_you_mean

LANGUAGES = Path(__file__).parent / "words"
ENGLISH = "en"
SETTING = "BIGGERPIE_LANGUAGE"

_spoken: list[str] = []


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


def words(widget: str, language: str | None = None) -> dict[str, Any]:
    """Return the widget's words and those that all widgets share, and with `language` what a voice reads them in."""
    return _words(widget, language or spoken())


def decimal(value: float, digits: int, said: dict[str, Any]) -> str:
    """Return a number with so many decimals, as the language writes it."""
    return f"{value:.{digits}f}".replace(".", said["decimal_mark"]).replace("-", "\N{MINUS SIGN}")


@lru_cache
def _words(widget: str, language: str) -> dict[str, Any]:
    shared, own = (_said_in(language, name) for name in ("shared", widget))
    return {"language": own, **_read(shared, "shared"), **_read(own, widget)}


def _said_in(language: str, name: str) -> str:
    """Return the language of a file of words; what is not translated yet is said in English."""
    return language if (LANGUAGES / language / f"{name}.toml").is_file() else ENGLISH


def _read(language: str, name: str) -> dict[str, Any]:
    return tomllib.loads((LANGUAGES / language / f"{name}.toml").read_text(encoding="utf-8"))
