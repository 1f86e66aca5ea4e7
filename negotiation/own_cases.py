"""Cases of one's own, beside those of the kit: files in the one folder that this process looks in."""

import re
from functools import lru_cache
from pathlib import Path

from .case import Case
from .case_file import case_names, kit_case, parse_case, text_of_case
from .errors import NegotiationError, did_you_mean
from .sentence import ENGLISH

NAME = re.compile(r"\w[\w-]*")
_folder: Path | None = None


def load_case(name: str, language: str = ENGLISH) -> Case:
    """Return the case of that name: the kit's, told in a language such as "de" where there is one, or the user's own.

    Raises NegotiationError where there is none, and where one's own is malformed.
    """
    if name in case_names():
        return kit_case(name, language)
    if case := own_case(name):
        return case
    nor = f", nor is there {_folder / name}.toml" if _folder else ""
    raise NegotiationError(f"{name!r} is not a case of this kit{nor}{did_you_mean(name, case_names())}")


def look_for_cases_in(folder: Path | None) -> None:
    """Let `own_case` look in this folder from now on, and in no other; None for none.

    A course's settings name the course's, a student's notebook names its own.
    """
    global _folder  # noqa: PLW0603  # whoever asks for a case by name knows no course
    _folder = folder


def own_case_file(name: str) -> Path | None:
    """Return the file of a case of one's own, None where there is none."""
    file = _folder / f"{name}.toml" if _folder and NAME.fullmatch(name) else None
    return file if file and file.is_file() else None


def own_case(name: str) -> Case | None:
    """Return a case of one's own by its file's name; None where there is none.

    Raises NegotiationError naming file, table and field where it is malformed.
    """
    file = own_case_file(name)
    if file is None:
        return None
    return _parsed(text_of_case(file), file.name)


@lru_cache(maxsize=64)
def _parsed(text: str, file: str) -> Case:
    """Parse a text once, for the case is asked for again and again."""
    return parse_case(text, file)
