"""The files beside a submitted notebook, put in order before nbgrader copies and reads them."""

import logging
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from filecmp import cmp
from itertools import count
from pathlib import Path
from shutil import copyfile
from typing import Any

from nbgrader.utils import parse_utc

TIMESTAMP = "timestamp.txt"
LONGEST_TIMESTAMP = 100
LONGEST_PATH = 1000  # within a submission, in bytes, so that it fits into any other folder too
LONGEST_SHOWN = 60
ENDINGS = (".ipynb", ".ipynb.txt", ".ipynb.json")  # a browser adds the last two when it saves a notebook
log = logging.getLogger(__name__)


def tidy_submission(*, notebooks: list[str], **_: Any) -> None:
    """Put in order what lies beside the notebooks, as nbgrader's hook before it converts them, and log what was done.

    A notebook whose name is no text is taken from the list: nbgrader's gradebook cannot look it up.
    """
    for folder in {Path(notebook).parent for notebook in notebooks}:
        for sentence in tidied(folder):
            log.warning("%s: %s", folder, sentence)
    notebooks[:] = [notebook for notebook in notebooks if _is_text(notebook)]


def tidied(folder: Path) -> list[str]:
    """Put a submission's files in order, and return a sentence about each that was touched.

    A link could lead to the gradebook, which would then be copied into the student's feedback; a pipe would
    stop the run; without a time stamp nothing is late.
    """
    steps = (_own_folder, _without_misplaced, _without_links_and_pipes, _without_odd_stamp)
    return [sentence for step in steps for sentence in step(folder)]


def only_notebook_renamed(folder: Path, expected: Iterable[str]) -> str:
    """Copy a submission's only notebook to the one expected name, where it has another; return a sentence, or "".

    The copy is made only where nothing has that name and the choice is clear. The student's own file stays.
    """
    wanted, found = list(expected), _notebooks(folder)
    if len(wanted) != 1 or os.path.lexists(folder / wanted[0]):
        return ""
    if len(found) != 1 or found[0].is_symlink() or not found[0].is_file():
        return f"there is no {wanted[0]}, and no other single notebook; give one that name."
    copyfile(found[0], folder / wanted[0])
    return f"{_shown(found[0].name)} was marked as {wanted[0]}, the name that was asked for."


def others(folder: Path, expected: Iterable[str]) -> str:
    """Return a sentence about notebooks that were not asked for and stand beside one that was, or "".

    A copy of one that was asked for, as `only_notebook_renamed` makes it, is none of them: its content was marked.
    """
    wanted = [folder / name for name in expected if (folder / name).is_file()]
    ignored = [
        path.name
        for path in _notebooks(folder)
        if path not in wanted and not any(_is_copy(path, marked) for marked in wanted)
    ]
    if not wanted or not ignored:
        return ""
    return f"{', '.join(map(_shown, ignored))} was not marked, for there is one with the name that was asked for, too."


def _notebooks(folder: Path) -> list[Path]:
    named = (path for path in folder.iterdir() if path.name.casefold().endswith(ENDINGS)) if folder.is_dir() else ()
    return sorted(path for path in named if not path.name.startswith("."))


def _is_copy(path: Path, other: Path) -> bool:
    return path.is_file() and not path.is_symlink() and cmp(path, other, shallow=False)


def _own_folder(folder: Path) -> Iterator[str]:
    """Put an empty folder in the place of a submission that is a link, before anything else is touched."""
    if folder.is_symlink():
        folder.unlink()
        folder.mkdir()
        yield f"{_shown(folder.name)} is a link, so it was taken out; hand in the files themselves."


def _without_links_and_pipes(folder: Path) -> Iterator[str]:
    """Remove what is no file or folder."""
    for path in _inside(folder):
        if path.is_symlink():
            path.unlink()
            yield f"{_shown(path.name)} is a link, so it was taken out; hand in the file itself."
        elif not (path.is_file() or path.is_dir()):
            path.unlink()
            yield f"{_shown(path.name)} is a pipe or a socket, not a file, so it was taken out."


def _without_misplaced(folder: Path) -> Iterator[str]:
    """Set aside what nbgrader could not copy, or would fall over when it writes the feedback."""
    for path in _inside(folder):
        if why := _misplaced(folder, path):
            yield f"{_shown(path.name)} {why}, so it was moved to {_shown(_set_aside(folder, path))}."


def _misplaced(folder: Path, path: Path) -> str:
    if _length(folder, path) > LONGEST_PATH:
        return "has too long a path"
    if not _is_text(path.name):
        return "cannot be written as text"
    if path.parent == folder and path.suffix == ".html" and path.is_dir():
        return "is a folder where the feedback will be"
    return ""


def _without_odd_stamp(folder: Path) -> Iterator[str]:
    """Rename a time stamp that nbgrader cannot read."""
    stamp = folder / TIMESTAMP
    if stamp.exists() and not _is_readable(stamp):
        stamp.rename(_free(folder / f"{TIMESTAMP}.unreadable"))
        yield f"{TIMESTAMP} holds no time that can be read, so it was renamed, and the submission counts as in time."


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


def _set_aside(folder: Path, path: Path) -> str:
    """Move something, with the whole folder that it is in, out of a submission, and return where to."""
    aside = folder.with_name(f"{folder.name} (set aside)")
    if aside.is_symlink():
        aside.unlink()
    aside.mkdir(exist_ok=True)
    top = folder / path.relative_to(folder).parts[0]
    if os.path.lexists(top):
        top.rename(_free(aside / top.name))
    return aside.name


def _free(path: Path) -> Path:
    """Return the path, or where something has it, the first one with a number that nothing has."""
    numbered = (path.with_name(f"{path.name[:LONGEST_SHOWN]}-{number}") for number in count(2))
    return path if not os.path.lexists(path) else next(name for name in numbered if not os.path.lexists(name))


def _is_text(name: str) -> bool:
    return name.encode("utf-8", "ignore").decode("utf-8") == name


def _shown(name: str) -> str:
    """Return a name in quotes, as it can be printed."""
    return repr(name if len(name) <= LONGEST_SHOWN else f"{name[:LONGEST_SHOWN]}…")


def _is_readable(stamp: Path) -> bool:
    try:
        return stamp.stat().st_size <= LONGEST_TIMESTAMP and parse_utc(stamp.read_text("utf-8").strip()) is not None
    except (OSError, ValueError, OverflowError):
        return False
