"""What lies in the exchange's inbound folder: whose each submission says it is, of when, and who owns it."""

import os
import stat
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from ..submission.student_ids import is_plain_id
from ..submission.times import read_time

try:
    import pwd
except ImportError:  # Windows has no accounts to ask
    pwd = None  # type: ignore[assignment]

NOBODY = "an account without a name (number {uid})"


@dataclass(frozen=True, slots=True)
class Inbound:
    """A submission's folder: the student and the time in its name, and its owner, None where that cannot be told."""

    name: str
    student: str
    time: datetime
    uid: int
    owner: str | None

    def as_nbgraders(self) -> dict[str, Any]:
        """Return it as nbgrader keeps it, with the owner's number."""
        return {"username": self.student, "filename": self.name, "timestamp": self.time, "uid": self.uid}


@dataclass(frozen=True, slots=True)
class Found:
    """The submissions by student, and the names of folders that tell no student and time or are none."""

    by_student: dict[str, list[Inbound]]
    unreadable: list[str]


def read_inbound(folder: Path, assignment: str) -> Found:
    """Read what there is for an assignment; a link is no submission, whoever owns what it leads to."""
    by_student: dict[str, list[Inbound]] = defaultdict(list)
    unreadable = []
    for path in sorted(folder.iterdir()):
        student, found, rest = path.name.rpartition(f"+{assignment}+")
        if not found:
            continue
        try:
            inbound = _read(path, student, rest)
        except FileNotFoundError:  # taken back meanwhile
            continue
        except Exception:  # noqa: BLE001  # whatever one folder is, the others are read
            inbound = None
        if inbound is None:
            unreadable.append(path.name)
        else:
            by_student[student].append(inbound)
    return Found(dict(by_student), unreadable)


def _read(path: Path, student: str, rest: str) -> Inbound | None:
    about, time = path.lstat(), _time(rest)
    if time is None or not stat.S_ISDIR(about.st_mode) or not _is_id(student):
        return None
    return Inbound(path.name, student, time, about.st_uid, owner_of(path))


def _time(rest: str) -> datetime | None:
    """Read the time of what follows the assignment: the time, in most cases then `+` and random letters."""
    return read_time(rest.rpartition("+")[0]) or read_time(rest)


def _is_id(student: str) -> bool:
    """Return whether a name can be a folder's of its own: `..` would lead out of the submissions."""
    return is_plain_id(student) and student.strip(". ") != "" and student == os.path.basename(student)  # noqa: PTH119  # `Path("..").name` is ".."


def owner_of(path: Path) -> str | None:
    """Return the name of the account that owns a folder or a link itself; None where there are no accounts."""
    if pwd is None:
        return None
    uid = path.lstat().st_uid
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return NOBODY.format(uid=uid)
