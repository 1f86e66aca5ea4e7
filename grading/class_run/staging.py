"""Folders that change as a whole: written beside their place, then put there by renaming."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

import psutil  # type: ignore[import-untyped]  # it carries no types

HIDDEN = ".biggerpie"


@contextmanager
def workplace(course: Path) -> Iterator[Path]:
    """Give an empty folder to write in, on the same disk as the course, and remove it in the end.

    No TemporaryDirectory: a forked worker that ends may remove one, where Python runs its finalizers (gh-83856).
    """
    place = course / HIDDEN / "work"
    place.mkdir(parents=True, exist_ok=True)
    work = Path(mkdtemp(prefix=f"{os.getpid()}-", dir=place))
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


def clear_workplaces(course: Path) -> None:
    """Remove what processes that are gone have left; another may be collecting, or generating, at this moment."""
    for work in (course / HIDDEN / "work").glob("*"):
        process = work.name.partition("-")[0]
        if not (process.isdecimal() and _is_at_work(int(process))):
            shutil.rmtree(work, ignore_errors=True)


def _is_at_work(process: int) -> bool:
    try:
        return bool(psutil.Process(process).status() != psutil.STATUS_ZOMBIE)
    except psutil.AccessDenied:  # it is another user's
        return True
    except psutil.Error:
        return False


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
