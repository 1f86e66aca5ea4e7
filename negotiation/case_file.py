"""Case files: a case written by hand as TOML, and those that come with the kit."""

import tomllib
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from io import StringIO
from pathlib import Path
from typing import Any

from .case import Case
from .case_tables import case_of_tables
from .errors import NegotiationError
from .sentence import ENGLISH
from .toml_fault import toml_fault
from .toml_table import TomlTable

LARGEST_FILE = 1_000_000
DEEPEST_KEY = 100


def case_names() -> list[str]:
    """Return the names of the cases that come with the kit."""
    return list(_names())


@lru_cache(maxsize=1)
def _names() -> tuple[str, ...]:
    files = resources.files(__package__).joinpath("cases").iterdir()
    return tuple(sorted(file.name.removesuffix(".toml") for file in files if file.name.endswith(".toml")))


@lru_cache(maxsize=64)
def kit_case(name: str, language: str = ENGLISH) -> Case:
    """Return the case of that name that comes with the kit, told in a language such as "de" where there is one."""
    file = _kit_file(name, language)
    return parse_case(file.read_text(encoding="utf-8"), file.name)


def kit_cases_titled(title: str, languages: Iterable[str]) -> list[Case]:
    """Return the kit's cases of this title, told in these languages; of all others only the title is read."""
    told = {_kit_file(name, language): (name, language) for language in languages for name in case_names()}
    return [kit_case(*case) for file, case in told.items() if _title(file) == title]


def _kit_file(name: str, language: str) -> Traversable:
    cases = resources.files(__package__).joinpath("cases")
    told = cases.joinpath(language, f"{name}.toml")
    return told if language != ENGLISH and told.is_file() else cases.joinpath(f"{name}.toml")


def _title(file: Traversable) -> str:
    """Return the title of a case of the kit's, which is its first line."""
    with file.open(encoding="utf-8") as lines:
        return str(tomllib.loads(lines.readline())["title"])


def read_case(path: Path) -> Case:
    """Return the case in a TOML file; raise NegotiationError naming file, table and field if it is malformed."""
    return parse_case(text_of_case(path), path.name)


def text_of_case(path: Path) -> str:
    """Return the text of a case file; raise NegotiationError where it cannot be read or is larger than a case."""
    try:
        text = bytes_of_case(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NegotiationError(f"{path.name}: the file is not UTF-8 text; save it as UTF-8.") from None
    return StringIO(text, newline=None).read()


def bytes_of_case(path: Path) -> bytes:
    """Return what a case file holds; raise NegotiationError where it cannot be read or is larger than a case."""
    try:
        small = path.stat().st_size <= LARGEST_FILE
        held = path.read_bytes() if small else b""
    except OSError as error:
        raise NegotiationError(f"{path}: the file cannot be read ({error.strerror}).") from None
    except ValueError as error:
        raise NegotiationError(f"{str(path)!r} is not the name of a file ({error}).") from None
    if not small:
        raise NegotiationError(f"{path.name}: the file is larger than 1 MB; a case is a few pages of text.")
    return held


def parse_case(text: str, file: str) -> Case:
    """Return the case written in `text`; `file` is its name in error messages."""
    return case_of_tables(_toml(text, file), file)


def _toml(text: str, file: str) -> dict[str, Any]:
    if any(line.partition("=")[0].count(".") > DEEPEST_KEY for line in text.splitlines()):
        raise TomlTable({}, file).wrong("many_dots", most=DEEPEST_KEY)
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # tomllib's own error is a ValueError, and so is an endless number
        raise NegotiationError(toml_fault(error, text, file)) from None
