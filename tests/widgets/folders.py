"""Folders in which widgets' states have their records; they're deleted when the tests end."""

import atexit
import tempfile
from functools import cache
from pathlib import Path


def new_folder() -> Path:
    """A folder of its own."""
    return Path(tempfile.mkdtemp(dir=_place()))


@cache
def _place() -> str:
    place = tempfile.TemporaryDirectory(prefix="biggerpie-states-", ignore_cleanup_errors=True)
    atexit.register(place.cleanup)
    return place.name
