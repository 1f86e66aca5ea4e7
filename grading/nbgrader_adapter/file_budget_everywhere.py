"""Refusing a submission that is over its budget of files, also where nbgrader's own commands and buttons mark it."""

import logging
from collections.abc import Iterable
from pathlib import Path

from nbgrader.converters import base
from nbgrader.utils import find_all_files

from ...negotiation import NegotiationError
from ..submission.file_budget import over_file_budget

LARGE = 20_000_000
MOST_VALUES = 5_000_000
"""Values of a large notebook with its outputs: nbgrader reads those of an ordinary assignment as a whole."""
log = logging.getLogger(__name__)
_refused: dict[str, str] = {}


def refuse_over_budget(source: Path, notebooks: list[str]) -> None:
    """Take the notebooks of submissions over the budget from nbgrader's list, and say why in the log.

    What stands in the assignment's folder `source` was handed out, and counts for nobody.

    nbgrader would search such a folder for files to copy nevertheless, in a time that grows with their square. There
    is no hook before it but this one, whose errors it passes over; so its search is made to fail for that folder.
    """
    for folder in {Path(notebook).parent for notebook in notebooks}:
        _refused.pop(str(folder), None)
        own = [notebook for notebook in notebooks if Path(notebook).parent == folder]
        if said := over_file_budget(folder, source) or _over_values(own):
            log.error("%s: the submission %s", folder, said)
            refuse(folder, notebooks, said)


def refuse(folder: Path, notebooks: list[str], said: str) -> None:
    """Take a folder's notebooks from nbgrader's list, and let it copy nothing of the folder."""
    notebooks[:] = [notebook for notebook in notebooks if Path(notebook).parent != folder]
    _refused[str(folder)] = said
    base.find_all_files = _found_files


def _found_files(path: str, exclude: list[str] | None = None) -> list[str]:
    """Return what nbgrader's own search finds; raise NegotiationError for a folder that was refused."""
    if said := _refused.get(str(Path(path))):
        raise NegotiationError(f"the submission {said}")
    found: list[str] = find_all_files(path, exclude)
    return found


def _over_values(notebooks: Iterable[str]) -> str:
    for path in map(Path, notebooks):
        if path.is_file() and path.stat().st_size > LARGE:
            content = path.read_bytes()
            if sum(map(content.count, (b"[", b"{", b","))) > MOST_VALUES:
                return f"holds a notebook of more than {MOST_VALUES:,} values. Clear its outputs, or ask for it again."
    return ""
