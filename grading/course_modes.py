"""The modes of a course folder: closed to other users of the machine, open to a group that shares the course."""

import os
import stat
from contextlib import suppress
from pathlib import Path

MEAN_SOMETHING = os.name == "posix"  # on Windows a folder inherits who may read it
CLOSED, SHARED = 0o700, 0o2770


def close_course(folder: Path, *, existed: bool, shared: bool) -> None:
    """Close a new course's folder to others; a group that nbgrader's `groupshared` or an administrator set keeps it.

    A folder that existed and whose owner is somebody else stays as it is: `who_can_read` tells what that means.
    """
    if not MEAN_SOMETHING:
        return
    mode = stat.S_IMODE(folder.stat().st_mode)
    given_to_a_group = existed and bool(mode & stat.S_ISGID)
    with suppress(PermissionError):
        if shared:
            folder.chmod(SHARED)
        else:
            folder.chmod(mode & ~stat.S_IRWXO if given_to_a_group else CLOSED)
    if shared or given_to_a_group:
        _share(folder)


def secret_mode(course: Path) -> int:
    """Return the mode for a file that only the instructors may read: those of the group, where it shares the course."""
    mode = course.stat().st_mode
    return 0o660 if mode & stat.S_ISGID and mode & stat.S_IWGRP else 0o600


def _share(course: Path) -> None:
    """Let the folder's group read and write all that was written into it, and give new files to the group."""
    group = course.stat().st_gid
    for path in course.rglob("*"):
        with suppress(PermissionError):
            os.chown(path, -1, group)
        path.chmod(SHARED if path.is_dir() else 0o660)
