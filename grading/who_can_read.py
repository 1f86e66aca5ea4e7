"""What other users of the machine can read of a course, in one sentence with the command that closes it."""

import os
import shlex
import stat
from itertools import islice
from pathlib import Path

from .course_modes import MEAN_SOMETHING

WORST = {
    "gradebook.db": "the gradebook",
    "dossier-secret.txt": "the secret that all cases are drawn from",
    "source": "the sources with the hidden tests",
    "submitted": "what was handed in",
    "autograded": "the marked notebooks with the other side's points",
    "feedback": "everybody's feedback",
}
MOST_LOOKED_AT = 2000  # files of a folder; nearly always the first can be read or none
REACH = {"others": stat.S_IXOTH, "group": stat.S_IXGRP}
READ = {"others": stat.S_IROTH, "group": stat.S_IRGRP}


def who_can_read(course: Path, *, shared: bool) -> str:
    """Return who else can read the worst things in a course and how to close it, or "" where nobody can.

    With `shared` its group shares the course, and only others count. Nothing is changed.
    """
    if not MEAN_SOMETHING:
        return ""
    course = course.resolve()
    for who, name in (("others", "Other users of this machine"), ("group", _group(course))):
        if who == "group" and (shared or not name):
            continue
        if _is_reached(course, who) and (
            seen := [what for part, what in WORST.items() if _is_readable(course / part, who)]
        ):
            mode = "2770" if shared else "700"
            return f"{name} can read {_joined(seen)}; close the course: chmod {mode} {shlex.quote(str(course))}"
    return ""


def _is_reached(course: Path, who: str) -> bool:
    """Return whether somebody comes through to a course; the folders above it may have another group."""
    above = REACH["others"] | REACH[who]
    return bool(course.stat().st_mode & REACH[who]) and all(place.stat().st_mode & above for place in _above(course))


def _above(course: Path) -> list[Path]:
    return list(course.parents)


def _joined(words: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


def _group(course: Path) -> str:
    """Return what to call the members of a course's group, or "" if only the owner is in it."""
    import grp
    import pwd

    about = course.stat()
    try:
        owner, group = pwd.getpwuid(about.st_uid), grp.getgrgid(about.st_gid)
    except KeyError:
        return ""
    own = group.gr_name == owner.pw_name and not set(group.gr_mem) - {owner.pw_name}
    return "" if own else f"Members of the group {group.gr_name!r}"


def _is_readable(path: Path, who: str) -> bool:
    """Return whether somebody can read a file, or any file of a folder: its name is easily guessed."""
    try:
        mode = path.lstat().st_mode
    except OSError:
        return False
    if not stat.S_ISDIR(mode):
        return bool(mode & READ[who])
    return bool(mode & REACH[who]) and any(_is_readable(inner, who) for inner in islice(_listed(path), MOST_LOOKED_AT))


def _listed(folder: Path) -> list[Path]:
    try:
        return sorted(Path(entry) for entry in os.scandir(folder))
    except OSError:
        return []
