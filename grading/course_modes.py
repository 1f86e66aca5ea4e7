"""The modes of a course folder: closed to other users of the machine, open to a group that shares the course."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

MEAN_SOMETHING = os.name == "posix"  # on Windows a folder inherits who may read it
CLOSED, SHARED = 0o700, 0o2770
OTHERS = 0o007


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
        _give_to_group(folder)


def is_shared(course: Path) -> bool:
    """Return whether a course's folder is its group's to write in, and gives the group what is made in it."""
    mode = course.stat().st_mode
    return MEAN_SOMETHING and bool(mode & stat.S_ISGID and mode & stat.S_IWGRP)


def secret_mode(course: Path) -> int:
    """Return the mode for a file that only the instructors may read: those of the group, where it shares the course."""
    return 0o660 if is_shared(course) else 0o600


def share_course(course: Path, *, asked: bool) -> None:
    """Let a group that shares a course use all that this user has made in it.

    `asked` is nbgrader's `groupshared`: then a folder that is this user's is opened to its group first.
    """
    if asked and MEAN_SOMETHING:
        with suppress(PermissionError):
            course.chmod(stat.S_IMODE(course.stat().st_mode) | SHARED)
    if is_shared(course):
        _give_to_group(course)


@contextmanager
def made_for_group(course: Path) -> Iterator[None]:
    """Let a group that shares a course use what this process makes in it meanwhile."""
    if not is_shared(course):
        yield
        return
    before = os.umask(OTHERS)
    try:
        yield
    finally:
        os.umask(before)


def closed_to_group(file: Path) -> str:
    """Return the sentence for a file of the course that its owner has kept from the other instructors."""
    return (
        f"{file} may be read by its owner only; let the owner write 'c.CourseDirectory.groupshared = True' into "
        "nbgrader_config.py and run 'biggerpie grade' once, which opens the course to its group."
    )


def _give_to_group(course: Path) -> None:
    """Let the folder's group do what the owner may, with everything in the course that is this user's."""
    group, user = course.stat().st_gid, os.geteuid()
    for folder, inner, names in os.walk(course):
        for path in (Path(folder, name) for name in (*inner, *names)):
            with suppress(FileNotFoundError, PermissionError):  # another run may have moved it on
                about = path.lstat()
                if about.st_uid == user and not stat.S_ISLNK(about.st_mode):
                    _give(path, about, group)


def _give(path: Path, about: os.stat_result, group: int) -> None:
    owners = about.st_mode & stat.S_IRWXU
    wanted = owners | owners >> 3 | (stat.S_ISGID if stat.S_ISDIR(about.st_mode) else 0)
    if about.st_gid != group:
        os.chown(path, -1, group)
    if about.st_gid != group or stat.S_IMODE(about.st_mode) != wanted:
        path.chmod(wanted)
