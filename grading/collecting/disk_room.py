"""Room on the course's disk: asked for before a submission takes it, so that one submission cannot fill the disk."""

import shutil
from pathlib import Path

from ..submission.budget import MEGABYTE, size_in_words

RESERVE = 50 * MEGABYTE
"""Bytes that stay free for the gradebook and for everybody else."""


def is_full(place: Path) -> bool:
    """Return whether nothing but the reserve is left on the disk."""
    return _free(place) < RESERVE


def without_room(place: Path, size: int) -> str:
    """Return what is missing on a folder's disk for that many bytes beside the reserve, as a sentence's end, or ""."""
    free = _free(place)
    if free >= size + RESERVE:
        return ""
    return (
        f"needs {size_in_words(size)} on the disk beside {size_in_words(RESERVE)} in reserve, of {size_in_words(free)}"
    )


def _free(place: Path) -> int:
    return shutil.disk_usage(place).free
