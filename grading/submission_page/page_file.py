"""The file that a page stands in: named after student and exercise, whole or not there, for its owner's eyes only."""

import os
import tempfile
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

from ..course_modes import is_shared
from .handed_in import Place

LONGEST_NAME = 60
OWNER_ONLY = 0o700


def page_name(place: Place) -> str:
    """Return the name of the file for a submission; whatever a folder is called, this is plain and no other's."""
    return f"{_plain(place.student)}--{_plain(place.exercise)}.html"


def write_page(file: Path, content: str) -> Path:
    """Write a page that only its owner can read, replacing an older one, and return its path."""
    if not file.parent.is_dir():
        file.parent.mkdir(parents=True)
        if not is_shared(file.parent):
            file.parent.chmod(OWNER_ONLY)
    number, name = tempfile.mkstemp(dir=file.parent, prefix=".page-")  # readable by its owner only
    draft = Path(name)
    try:
        with os.fdopen(number, "w", encoding="utf-8", newline="\n") as out:
            out.write(content)
        draft.replace(file)
    finally:
        with suppress(OSError):
            draft.unlink()
    return file


def _plain(name: str) -> str:
    """Return a name in letters that any file system and address takes; a shortened one ends with its digest."""
    whole = os.fsencode(name)
    plain = quote(whole, safe="").replace("%", "_").replace("~", "_")
    if plain == name and len(plain) <= LONGEST_NAME and not plain.startswith("."):
        return plain
    return f"{plain[:LONGEST_NAME].lstrip('.')}-{sha256(whole).hexdigest()[:8]}"
