"""Folders that change as a whole: written beside their place, then put there by renaming."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

HIDDEN = ".biggerpie"


@contextmanager
def workplace(course: Path) -> Iterator[Path]:
    """Give an empty folder to write in, on the same disk as the course, and remove it in the end.

    No TemporaryDirectory: a forked worker that ends may remove one, where Python runs its finalizers (gh-83856).
    """
    place = course / HIDDEN / "work"
    place.mkdir(parents=True, exist_ok=True)
    work = Path(mkdtemp(dir=place))
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


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
