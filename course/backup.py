"""`biggerpie backup` and `biggerpie restore`: a whole course, the secret and the hidden folder too, as one file."""

import argparse
import os
import sqlite3
import tarfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from ..grading.class_run.staging import HIDDEN
from ..grading.course_path import require_course
from ..negotiation import NegotiationError
from .new_file import require_new
from .role_play.round_files import LIVE

BACKUP = """
Writes the whole course into one file: marks, submissions, feedback, the secret and the hidden folder. Only you can read
it; keep it where no student can. It does not hold a gradebook that lies elsewhere (PostgreSQL).
"""
RESTORE = "Puts a course from 'biggerpie backup' into a new folder, as it was."
DATABASES = (Path("gradebook.db"), Path(HIDDEN, LIVE))
BESIDE = ("-journal", "-wal", "-shm")
LEFT_OUT = {Path(HIDDEN, "work"), Path(HIDDEN, "lock"), *(Path(f"{one}{end}") for one in DATABASES for end in BESIDE)}
"""What is there for a while only; what SQLite keeps beside a database would change the copy that is packed of it."""


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


def back_up(course: Path, file: Path) -> int:
    """Write a course into a new file and return how many files it holds; links are left out."""
    from ..grading.nbgrader_adapter.open_course import course_lock  # nbgrader takes seconds to import

    require_course(course)
    require_new(file)
    draft = file.with_name(f".{file.name}-draft")
    count = 0
    with course_lock(course), TemporaryDirectory() as scratch:
        try:
            draft.touch(0o600)
            with tarfile.open(draft, mode="w:gz") as packed:
                for path in _files(course, {file.absolute(), draft.absolute()}):
                    inner = path.relative_to(course)
                    settled = _settled(path, Path(scratch)) if inner in DATABASES else path
                    packed.add(settled, inner.as_posix(), recursive=False)
                    count += path.is_file()
            draft.replace(file)
        finally:
            draft.unlink(missing_ok=True)
    return count


def put_back(file: Path, folder: Path) -> None:
    """Make a course from such a file; raise NegotiationError where it is none, and leave nothing behind."""
    require_new(folder)
    if not hasattr(tarfile, "data_filter"):
        raise NegotiationError("restoring needs Python 3.11.4 or newer, which keeps an archive within its folder.")
    folder.absolute().parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder.absolute().parent) as scratch:
        place = Path(scratch) / "course"
        try:
            with tarfile.open(file) as packed:
                packed.extractall(place, filter="data")
        except (tarfile.TarError, EOFError, OSError) as error:
            raise NegotiationError(f"{file} cannot be read as a backup ({error}); nothing was restored.") from None
        require_course(place)
        place.chmod(0o700)
        place.rename(folder)


def _files(course: Path, without: set[Path]) -> Iterator[Path]:
    def is_kept(path: Path) -> bool:
        return not path.is_symlink() and path.relative_to(course) not in LEFT_OUT

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


def _backup(options: argparse.Namespace) -> None:
    count = back_up(options.course.resolve(), options.file)
    print(f"{options.file} holds the course, {count} files, the secret too: keep it where no student can read it.")


def _restore(options: argparse.Namespace) -> None:
    put_back(options.file, options.folder)
    print(f"{options.folder} holds the course as it was.")
