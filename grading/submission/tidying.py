"""The files beside a submitted notebook, put in order before nbgrader copies and reads them."""

import logging
import os
import stat
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from itertools import chain
from pathlib import Path

from ..class_run.stamps import digest_of_folder
from ..nbgrader_adapter.file_budget_everywhere import refuse
from ..nbgrader_adapter.time_stamps import TIMESTAMP, settled_stamp
from ..notices import add_files_notices
from .allowed_files import Rules, folded, rules_for
from .handed_out import HandedOut
from .printable_names import quoted, quoted_all
from .set_aside import SetAside

LONGEST_PATH = 1000  # within a submission, in bytes, so that it fits into any other folder too
log = logging.getLogger(__name__)


def tidy_submission(course: Path, handed_out: HandedOut, notebooks: list[str]) -> None:
    """Put in order what lies beside the notebooks before nbgrader converts them, and log what was done.

    A notebook whose name is no text is taken from the list: nbgrader's gradebook cannot look it up. So is every one
    of a folder that could not be put in order: nbgrader goes on after a hook that failed.
    """
    for folder in {Path(notebook).parent for notebook in notebooks}:
        try:
            rules = rules_for(handed_out.source(folder.name), handed_out.release(folder.name))
            told = tidied(folder, course, rules)
            for sentence in told:
                log.warning("%r: %s", str(folder), sentence)
            if told:
                add_files_notices(course, folder.name, folder.parent.name, told, digest_of_folder(folder))
        except Exception as error:  # noqa: BLE001  # whatever it was, nothing of the folder is copied or read
            why = error.strerror if isinstance(error, OSError) and error.strerror else type(error).__name__
            log.error("%r could not be put in order (%s), so it is not marked.", str(folder), why)  # noqa: TRY400
            refuse(folder, notebooks, f"could not be put in order ({why}).")
    notebooks[:] = [notebook for notebook in notebooks if _is_text(notebook) and Path(notebook).exists()]


def tidied(folder: Path, course: Path, rules: Rules, time: datetime | None = None) -> list[str]:
    """Put a submission's files in order, and return a sentence about each kind of thing that was touched.

    A link could lead to the gradebook, which would then be copied into the student's feedback; a pipe would
    stop the run; without a time stamp nothing is late; a file that a program takes for its settings, or a browser
    runs, would act with the rights of whoever opens the folder. What is taken out is set aside in the course.
    `time` is the time in UTC that the exchange tells, where the submission came from there.
    What is most dangerous goes first, and a step that fails keeps none of the others from its work.
    Raises the first error, such as OSError where something cannot be moved, after all of them.
    """
    aside = SetAside(course, folder)
    told = list(_own_folder(folder))
    return told + _all_done(
        _made_readable(folder),
        _without_links_and_pipes(folder, aside),
        _without_what_may_not_stay(folder, aside, rules),
        _without_older_place(folder, aside),
        _without_misplaced(folder, aside),
        settled_stamp(folder, aside, time),
        _without_names_alike(folder, aside, rules),
    )


def _all_done(*steps: Iterable[str]) -> list[str]:
    """Return what the steps tell; raise the first error after the last step, and log what was told until then."""
    told: list[str] = []
    errors: list[Exception] = []
    for step in steps:
        try:
            told.extend(step)
        except Exception as error:  # noqa: BLE001  # raised below
            errors.append(error)
    if errors:
        for sentence in told:
            log.warning("%s", sentence)
        raise errors[0]
    return told


def _own_folder(folder: Path) -> Iterator[str]:
    """Put an empty folder in the place of a submission that is a link, before anything else is touched."""
    if folder.is_symlink():
        folder.unlink()
        folder.mkdir()
        yield f"{quoted(folder.name)} is a link, so it was taken out; hand in the files themselves."


def _without_older_place(folder: Path, aside: SetAside) -> Iterator[str]:
    """Move what an older version of the kit set aside beside the submission, where it could still be opened."""
    older = folder.with_name(f"{folder.name} (set aside)")
    if older.is_dir() and not older.is_symlink():
        aside.take(older, older.parent)
        yield f"{quoted(older.name)}, where an older version of the kit set files aside, was {_moved_to(aside)}."


def _made_readable(folder: Path) -> Iterator[str]:
    """Let the owner read and move all that is there; say what nobody but somebody else may change."""
    for path in chain([folder], _inside(folder)):  # each before what is in it is listed
        with suppress(FileNotFoundError):
            mode = path.lstat().st_mode
            needed = stat.S_IRWXU if stat.S_ISDIR(mode) else stat.S_IRUSR
            if mode & needed != needed and not stat.S_ISLNK(mode):
                try:
                    path.chmod(stat.S_IMODE(mode) | needed)
                except PermissionError:
                    yield f"{quoted(path.name)} cannot be read and belongs to somebody else; copy the submission again."


def _without_links_and_pipes(folder: Path, aside: SetAside) -> Iterator[str]:
    """Remove what is no file or folder, and set aside a file that has another name elsewhere on the disk."""
    for path in _inside(folder):
        about = path.lstat()
        if stat.S_ISLNK(about.st_mode):
            path.unlink()
            yield f"{quoted(path.name)} is a link, so it was taken out; hand in the file itself."
        elif stat.S_ISREG(about.st_mode) and about.st_nlink > 1:
            aside.take(path, folder)
            yield f"{quoted(path.name)} is a link (a second name of a file elsewhere), so it was {_moved_to(aside)}."
        elif not (stat.S_ISREG(about.st_mode) or stat.S_ISDIR(about.st_mode)):
            path.unlink()
            yield f"{quoted(path.name)} is a pipe or a socket, not a file, so it was taken out."


def _without_misplaced(folder: Path, aside: SetAside) -> Iterator[str]:
    """Set aside what nbgrader could not copy, or would fall over when it writes the feedback."""
    for path in _inside(folder):
        if why := _misplaced(folder, path):
            top = folder / path.relative_to(folder).parts[0]
            if os.path.lexists(top):
                aside.take(top, folder)
                yield f"{quoted(path.name)} {why}, so it was {_moved_to(aside)}."


def _misplaced(folder: Path, path: Path) -> str:
    if _length(folder, path) > LONGEST_PATH:
        return "has too long a path"
    if not _is_text(path.name):
        return "cannot be written as text"
    if path.parent == folder and path.suffix == ".html" and path.is_dir():
        return "is a folder where the feedback will be"
    return ""


def _without_what_may_not_stay(folder: Path, aside: SetAside, rules: Rules) -> Iterator[str]:
    """Set aside the files that the rules do not let stay, and say so in one sentence a reason."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in _inside(folder):
        if path.is_file() and (reason := rules.reason_against(path, folder)) is not None:
            aside.take(path, folder)
            found[reason].append(path.relative_to(folder).as_posix())
    for reason, names in found.items():
        if reason:
            yield f"{quoted_all(names)} {'were' if len(names) > 1 else 'was'} {_moved_to(aside)}: {reason}."


def _without_names_alike(folder: Path, aside: SetAside, rules: Rules) -> Iterator[str]:
    """Of names that another computer takes for one, keep the one that was asked for, or else the first."""
    asked = {TIMESTAMP, *(path.name for given in rules.given if given.is_dir() for path in given.iterdir())}
    kept: dict[tuple[Path, str], Path] = {}
    for path in sorted(_inside(folder), key=lambda path: (path.name not in asked, path)):
        first = kept.setdefault((path.parent, folded(path.name)), path)
        if first != path and os.path.lexists(path):
            aside.take(path, folder)
            yield (
                f"{quoted(path.name)} was {_moved_to(aside)}: many computers cannot tell its name from "
                f"{quoted(first.name)}."
            )


def _moved_to(aside: SetAside) -> str:
    return f"moved to {aside.name!r}"


def _inside(folder: Path) -> Iterator[Path]:
    """Yield what is in a folder, however deep, but not beyond the longest path; links are not followed."""
    waiting = [folder]
    while waiting:
        place, paths = waiting.pop(), []
        with suppress(OSError):  # moved meanwhile, or not to be read: nbgrader sees nothing there either
            paths = sorted(place.iterdir())
        for path in paths:
            yield path
            if _length(folder, path) <= LONGEST_PATH and path.is_dir() and not path.is_symlink():
                waiting.append(path)


def _length(folder: Path, path: Path) -> int:
    return len(os.fsencode(path.relative_to(folder)))


def _is_text(name: str) -> bool:
    return name.encode("utf-8", "ignore").decode("utf-8") == name
