"""The words that learners read in widgets: one folder for each language, one file for each widget."""

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

LANGUAGES = Path(__file__).parent / "words"


@lru_cache
def words(widget: str, language: str = "en") -> dict[str, Any]:
    """Return the widget's words and those that all widgets share."""
    shared, own = (_read(LANGUAGES / language / f"{name}.toml") for name in ("shared", widget))
    return {**shared, **own}


def _read(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))
