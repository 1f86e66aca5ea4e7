"""What the site itself says, in one file for each language."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def site_words(language: str) -> dict[str, Any]:
    """Return the sentences of a language by their names; `instead` has what stands for lines about running cells."""
    file = resources.files(__package__).joinpath("words", f"{language}.toml")
    said: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    return said
