"""Dossiers as a browser saved them: unpacked, numbered, or beside older ones of the same name."""

import re
from collections.abc import Callable
from pathlib import Path

from ...negotiation import NegotiationError
from .dossier import FILE, Dossiers, read_dossiers

NUMBER = r"(?:[\s._-]*(?:\(\d{1,3}\)|\d{1,3}|(?:copy|kopie|copie|copia)(?:[\s._-]*\(?\d{1,3}\)?)?))?"
SAVED = re.compile(rf"dossiers{NUMBER}\.json{NUMBER}(?:\.gz{NUMBER})?(?:\.download)?", re.IGNORECASE)
MOST_TRIED = 20


def is_dossiers(name: str) -> bool:
    """Return whether a file of that name may be the released dossiers, such as `dossiers.json (1).gz`."""
    return bool(SAVED.fullmatch(name))


def dossiers_beside(folder: Path, belong: Callable[[Dossiers], bool]) -> Dossiers:
    """Return the newest of a folder's dossiers that belong here, whatever a browser called them.

    Where none does, those under the released name are returned, else the newest that can be read. Raises
    NegotiationError where there are none, or none that can be read.
    """
    readable: list[Dossiers] = []
    files = _newest_first(folder) or [folder / FILE]
    for file in files:
        try:
            found = read_dossiers(file)
        except NegotiationError:
            continue
        if belong(found):
            return found
        readable.insert(0 if file.name == FILE else len(readable), found)
    return readable[0] if readable else read_dossiers(files[0])


def _newest_first(folder: Path) -> list[Path]:
    """Return what may be dossiers, the newest first; of equally old ones that of the released name."""
    try:
        files = [file for file in folder.iterdir() if is_dossiers(file.name) and file.is_file()]
        return sorted(files, key=lambda file: (-file.stat().st_mtime_ns, file.name != FILE, file.name))[:MOST_TRIED]
    except OSError:
        return []
