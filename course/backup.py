"""`biggerpie backup` and `biggerpie restore`: a whole course, the secret and the hidden folder too, as one file."""

import argparse
import os
import sqlite3
import tarfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from ..grading.class_run.staging import HIDDEN
from ..grading.course_path import require_course
from ..grading.submission.printable_names import quoted
from ..negotiation import NegotiationError
from .new_file import require_new
from .restore import put_back
from .role_play.round_files import LIVE

BACKUP = """
Writes the whole course into one file: marks, submissions, feedback, the secret and the hidden folder. Only you can read
it; keep it where no student can. A gradebook that is a link is in it; one that lies elsewhere (PostgreSQL) and all
other links are not, which is told.
"""
RESTORE = "Puts a course from 'biggerpie backup' into a new folder, as it was."
GRADEBOOK = Path("gradebook.db")
FOR_A_WHILE = {Path(HIDDEN, "work"), Path(HIDDEN, "lock")}
BESIDE = ("-journal", "-wal", "-shm")
"""What SQLite keeps beside a database; it would change the copy that is packed of it."""
SHOWN = 5  # links


def add_backup_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `backup` and `restore` to the command line."""
    backup = commands.add_parser("backup", help="write a whole course into one file", description=BACKUP)
    backup.add_argument("file", type=Path, help="such as week-3.tar.gz; it must be new")
    backup.add_argument("--course", type=Path, default=Path(), metavar="FOLDER", help="the course's folder (here)")
    backup.set_defaults(run=lambda options, _: _backup(options), passes_on=False)
    restore = commands.add_parser("restore", help="put a course back from such a file", description=RESTORE)
    restore.add_argument("file", type=Path, help="what 'biggerpie backup' wrote")
    restore.add_argument("folder", type=Path, help="where the course goes; it must be new")
    restore.set_defaults(run=lambda options, _: _restore(options), passes_on=False)


@dataclass(frozen=True, slots=True)
class Packed:
    """How many files a backup holds, and a sentence for each thing of the course that is not in it."""

    files: int
    missing: tuple[str, ...] = ()


def back_up(course: Path, file: Path) -> Packed:
    """Write a course into a new file; links are left out, but for one to the gradebook."""
    from ..grading.nbgrader_adapter.open_course import course_lock  # nbgrader takes seconds to import

    require_course(course)
    require_new(file)
    draft = file.with_name(f".{file.name}-draft")
    gradebook, told = _gradebook(course)
    databases = {gradebook, Path(HIDDEN, LIVE)}
    links: list[str] = []
    count = 0
    with course_lock(course), TemporaryDirectory() as scratch:
        try:
            draft.touch(0o600)
            with tarfile.open(draft, mode="w:gz") as packed:
                for path in _files(course, databases, {file.absolute(), draft.absolute()}, links):
                    inner = path.relative_to(course)
                    settled = _settled(path, Path(scratch)) if inner in databases else path
                    packed.add(settled, inner.as_posix(), recursive=False)
                    count += path.is_file()
            draft.replace(file)
        finally:
            draft.unlink(missing_ok=True)
    return Packed(count, tuple(filter(None, [_said_of_links(links), told])))


def _files(course: Path, databases: set[Path], without: set[Path], links: list[str]) -> Iterator[Path]:
    """Yield the course's folders and files, and add the links that are left out to `links`."""
    left_out = FOR_A_WHILE | {Path(f"{one}{end}") for one in databases for end in BESIDE}

    def is_kept(path: Path) -> bool:
        inner = path.relative_to(course)
        if path.is_symlink() and inner not in databases:
            links.append(inner.as_posix())
            return False
        return inner not in left_out

    for place, folders, names in os.walk(course):
        here = Path(place)
        folders[:] = sorted(name for name in folders if is_kept(here / name))
        yield from (here / name for name in folders)
        found = (here / name for name in sorted(names))
        yield from (p for p in found if is_kept(p) and p.is_file() and p.absolute() not in without)


def _settled(database: Path, scratch: Path) -> Path:
    """Return a copy of a database in which no change is half made; raise NegotiationError where it is none."""
    copy = scratch / database.name
    try:
        with closing(sqlite3.connect(database)) as book, closing(sqlite3.connect(copy)) as into:
            book.backup(into)
    except sqlite3.Error as error:
        raise NegotiationError(f"{database} cannot be read ({error}), so nothing was written; mend it first.") from None
    copy.chmod(database.stat().st_mode)
    return copy


def _said_of_links(links: Sequence[str]) -> str:
    if not links:
        return ""
    shown = ", ".join(map(quoted, links[:SHOWN])) + (" …" if links[SHOWN:] else "")
    return f"Not in it {'is 1 link' if len(links) == 1 else f'are {len(links)} links'}: {shown}."


def _gradebook(course: Path) -> tuple[Path, str]:
    """Return the gradebook's place in the course, and a sentence where it is not there or may not be.

    A course whose settings cannot be read is kept, too.
    """
    from ..grading.nbgrader_adapter.open_course import opened_course

    try:
        with opened_course(course, "backup.log") as opened:
            file = opened.gradebook_file
    except NegotiationError as problem:
        return GRADEBOOK, f"It is not known whether the gradebook lies elsewhere: {problem}"
    if file is None:
        return GRADEBOOK, "Not in it is the gradebook, which a database server has: make a copy of it there, too."
    if not file.is_relative_to(course):
        return GRADEBOOK, f"Not in it is the gradebook, {file}: make a copy of it, too."
    if not file.is_file():
        return GRADEBOOK, f"Not in it is the gradebook, since {file} {'leads' if file.is_symlink() else 'is'} nowhere."
    return file.relative_to(course), ""


def _backup(options: argparse.Namespace) -> None:
    packed = back_up(options.course.resolve(), options.file)
    print(f"{options.file} holds {packed.files} files, the secret too: keep it where no student can read it.")
    for sentence in packed.missing:
        print(sentence)


def _restore(options: argparse.Namespace) -> None:
    put_back(options.file, options.folder)
    print(f"{options.folder} holds the course as it was.")
