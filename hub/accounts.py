"""The accounts of the machine: who is a student on the hub, and who teaches."""

import grp
import pwd
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from ..grading.course_modes import is_shared
from .the_hub import Hub

ROOT, FIRST, NOBODY = 0, 1000, 65534
"""Numbers of accounts: root's, the first of people's, and nobody's."""
NO_SHELLS = ("nologin", "false")
MOST_NAMED = 8


def students(hub: Hub) -> list[pwd.struct_passwd]:
    """Return the accounts of people who have a home folder and do not teach."""
    teach = _who_teach(hub)
    return [account for account in _people() if account.pw_name not in teach]


def teachers(hub: Hub) -> set[int]:
    """Return the numbers of the accounts that teach, and root's, who may have made a folder for them."""
    numbers = {ROOT}
    for name in _who_teach(hub):
        with suppress(KeyError):
            numbers.add(pwd.getpwnam(name).pw_uid)
    return numbers


def named(names: Sequence[str]) -> str:
    """Return some of the names, and how many more there are."""
    more = len(names) - MOST_NAMED
    return ", ".join(names[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def _who_teach(hub: Hub) -> set[str]:
    return set(hub.instructors) | _assistants(hub.course)


def _people() -> Iterator[pwd.struct_passwd]:
    for account in sorted(pwd.getpwall(), key=lambda one: one.pw_name):
        is_a_persons = account.pw_uid >= FIRST and account.pw_uid != NOBODY and not account.pw_shell.endswith(NO_SHELLS)
        if is_a_persons and Path(account.pw_dir).is_dir():
            yield account


def _assistants(course: Path) -> set[str]:
    """Return who is in the group that shares the course."""
    try:
        if not is_shared(course):
            return set()
        group = grp.getgrgid(course.stat().st_gid)
    except (OSError, KeyError):
        return set()
    return set(group.gr_mem) | {one.pw_name for one in pwd.getpwall() if one.pw_gid == group.gr_gid}
