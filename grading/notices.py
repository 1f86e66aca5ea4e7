"""What an instructor must be told of a submission: kept until it is solved, or a person has seen to it."""

import json
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import Path

from .atomic_files import write_whole

NOTICES = Path(".biggerpie") / "notices"
Sentences = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Notices:
    """The sentences about one student's submission, by what they come from.

    `files` tell what was done to its files, once, and `marking` what marking it said, until it is marked again, of
    which `waiting` is about parts that wait for a person's marks, until there are some;
    `now` is how it stands, looked at in each run; `problem` is why it could not be marked. `submission` is the digest
    of the folder that they are about, `seen` those that a person has seen to, and `unread` says that the notebook is
    none, so that the submission counts as empty.
    """

    student: str
    submission: str = ""
    files: Sentences = ()
    now: Sentences = ()
    marking: Sentences = ()
    problem: str = ""
    unread: bool = False
    seen: Sentences = ()
    waiting: Sentences = ()

    @property
    def open(self) -> Sentences:
        """The sentences that nobody has seen to yet, each once, without the problem."""
        return tuple(
            said
            for said in dict.fromkeys((*self.files, *self.now, *self.marking, *self.waiting))
            if said not in self.seen
        )

    @property
    def is_read(self) -> bool:
        """Whether the submission could be read and marked."""
        return not (self.problem or self.unread)

    def seen_to(self) -> "Notices":
        """Return them as they are when a person has seen to all of them."""
        return replace(self, seen=(*self.seen, *self.open))


def read_notices(course: Path, assignment: str, student: str) -> Notices:
    """Return what is kept about a student's submission; a damaged file says nothing."""
    return _read(_file(course, assignment, student)) or Notices(student)


def keep_notices(course: Path, assignment: str, notices: Notices) -> Notices:
    """Keep them in the place of what was kept, and return them; nothing stays of a submission that is in order."""
    file = _file(course, assignment, notices.student)
    if notices.open or notices.seen or notices.problem or notices.unread:
        write_whole(file, json.dumps(asdict(notices)).encode())
    else:
        file.unlink(missing_ok=True)
    return notices


def add_files_notices(course: Path, assignment: str, student: str, said: Iterable[str], submission: str) -> None:
    """Keep what was done to a submission's files outside a run of the class."""
    if said := tuple(said):
        known = read_notices(course, assignment, student)
        keep_notices(course, assignment, replace(known, files=(*known.files, *said), submission=submission))


def kept_notices(course: Path, assignment: str) -> tuple[Notices, ...]:
    """Return what is kept of an assignment's submissions, by student."""
    files = (course / NOTICES / assignment).glob("*.json")
    return tuple(sorted(filter(None, map(_read, files)), key=lambda notices: notices.student))


def forget_others(course: Path, assignment: str, students: Collection[str]) -> None:
    """Remove what is kept of submissions that are not there any more."""
    for notices in kept_notices(course, assignment):
        if notices.student not in students:
            _file(course, assignment, notices.student).unlink(missing_ok=True)


def _file(course: Path, assignment: str, student: str) -> Path:
    name = sha256(student.encode("utf-8", "surrogateescape")).hexdigest()  # as short for the longest id
    return course / NOTICES / assignment / f"{name}.json"


def _read(file: Path) -> Notices | None:
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        lists = {name: tuple(kept.get(name, ())) for name in ("files", "now", "marking", "seen", "waiting")}
        return Notices(**{**kept, **lists})
    except (OSError, ValueError, TypeError, KeyError):
        return None
