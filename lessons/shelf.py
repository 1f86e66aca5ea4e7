"""The learner's folder: filled with lessons and exercises, never overwriting what the learner changed."""

import hashlib
import json
from pathlib import Path

from .pages import ENGLISH, pages

LEDGER = ".bigger-pie.json"


def fill_shelf(folder: Path, language: str = ENGLISH) -> list[str]:
    """Write every lesson and exercise of a language into the folder; return the names of those that are out of date.

    A ledger keeps what the kit wrote. A file that still is what the kit wrote is brought up to date; one that the
    learner changed, or put there, is left alone, and out of date where the kit has another one than it wrote then.
    Raises NegotiationError, and writes nothing, where a link below the folder would lead elsewhere.
    """
    from ..grading.atomic_files import require_no_link, write_whole

    contents = list(pages(language))
    for name in (LEDGER, *(name for name, _ in contents)):
        require_no_link(folder / name, folder)
    ledger = _read_ledger(folder / LEDGER)
    outdated = []
    for name, content in contents:
        target = folder / name
        if target.exists() and _digest(target.read_bytes()) not in (ledger.get(name), _digest(content)):
            outdated += [name] * (ledger.get(name) != _digest(content))
            continue
        write_whole(target, content, within=folder)
        ledger[name] = _digest(content)
    write_whole(folder / LEDGER, json.dumps(ledger, indent=1).encode(), within=folder)
    return outdated


def _read_ledger(file: Path) -> dict[str, str]:
    try:
        ledger = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return {str(name): str(digest) for name, digest in ledger.items()} if isinstance(ledger, dict) else {}


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
