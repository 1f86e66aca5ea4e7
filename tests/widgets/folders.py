"""Folders in which widgets' states have their records; they're deleted when the tests end."""

import atexit
import os
import shutil
import tempfile
from functools import cache
from pathlib import Path


def new_folder() -> Path:
    """A folder of its own."""
    return Path(tempfile.mkdtemp(dir=_place()))


@cache
def _place() -> str:
    place = tempfile.mkdtemp(prefix="biggerpie-states-")
    atexit.register(_delete, place, os.getpid())
    return place


def _delete(place: str, owner: int) -> None:
    """Delete the folder with the process that made it; since Python 3.13 what it forked comes here, too."""
    if os.getpid() == owner:
        shutil.rmtree(place, ignore_errors=True)
