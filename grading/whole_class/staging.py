"""Folders that change as a whole: written beside their place, then put there by renaming."""

import shutil
from pathlib import Path
from tempfile import mkdtemp

HIDDEN = ".biggerpie"


def workplace(course: Path) -> Path:
    """Return an empty folder to write in, on the same disk as the course."""
    place = course / HIDDEN / "work"
    place.mkdir(parents=True, exist_ok=True)
    return Path(mkdtemp(dir=place))


def clear_workplaces(course: Path) -> None:
    """Remove what runs that were killed have left; only while no other run is at work."""
    shutil.rmtree(course / HIDDEN / "work", ignore_errors=True)


def put_in_place(written: Path, place: Path, work: Path) -> None:
    """Replace the folder `place` by the folder `written`.

    Between its two renamings there is no folder in the place, never half of one.
    """
    place.parent.mkdir(parents=True, exist_ok=True)
    old = work / "replaced"
    if place.exists():
        place.rename(old)
    written.rename(place)
    shutil.rmtree(old, ignore_errors=True)
