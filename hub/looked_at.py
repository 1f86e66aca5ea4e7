"""Files as the check looks at them: others may make, move and remove some of them meanwhile, and choose the names."""

import os
import shlex
import stat
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from ..grading.submission.printable import printable
from .accounts import teachers
from .the_hub import Hub


def about(path: Path, *, follow: bool = False) -> os.stat_result | None:
    """Return what the system says of a file, or of a link itself; None where it is gone or closed to this process."""
    try:
        return path.stat(follow_symlinks=follow)
    except OSError:
        return None


def listed(folder: Path, most: int | None = None) -> list[Path]:
    """Return what is in a folder, at most so many; nothing where it is gone or closed to this process."""
    try:
        return list(islice(folder.iterdir(), most))
    except OSError:  # a home on another machine may be closed to root, too
        return []


def below(folder: Path, most: int | None = None) -> Iterator[Path]:
    """Return a folder and what is in it, from every folder at most so many files; links are not followed."""
    for place, _, names in os.walk(folder):
        yield Path(place)
        yield from (Path(place, name) for name in names[:most])


def in_exchange(hub: Hub, name: str) -> list[Path]:
    """Return the folders of this name in the exchange's courses.

    Everybody may make something there, so neither a link counts nor what is not a teacher's: the advice on it, which is
    for root, would be about what a student chose.
    """
    teach = teachers(hub)
    courses = [path for path in sorted(listed(hub.exchange)) if _is_folder_of(teach, path)]
    return [course / name for course in courses if _is_folder_of(teach, course / name)]


def chmod(modes: str, path: Path) -> str:
    """Return the command that sets these modes; of a name that would steer a terminal there is nothing to copy."""
    if not str(path).isprintable():
        return f"by hand ({modes}), since the name of {printable(str(path))} cannot be copied"
    return f"chmod {modes} {shlex.quote(str(path))}"


def _is_folder_of(owners: set[int], path: Path) -> bool:
    found = about(path)
    return found is not None and stat.S_ISDIR(found.st_mode) and found.st_uid in owners
