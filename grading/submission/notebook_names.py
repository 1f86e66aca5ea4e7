"""A submission's notebooks: the one that is marked, whatever it is called, and those that are not."""

import os
from collections.abc import Iterable
from filecmp import cmp
from pathlib import Path

from ..class_run.stamps import digest_of_file
from .allowed_files import NOTEBOOKS
from .kits_copy import copy_under, kits_copy
from .printable_names import quoted

COPIED = "{path} was marked as {name}, the name that was asked for."
NONE = "there is no {name}, and no other single notebook; give one that name."
SEVERAL = "{name} is a copy that the kit made, and it is not clear of which notebook; give the right one that name."


def only_notebook_renamed(folder: Path, expected: Iterable[str], course: Path) -> str:
    """Copy a submission's only notebook to the one expected name, where it has another; return a sentence, or "".

    The copy is made only where nothing has that name and the choice is clear. The student's own file stays, and a
    copy of what was handed in before gives way to what was handed in since.
    """
    wanted = list(expected)
    if len(wanted) != 1:
        return ""
    name, copy = wanted[0], kits_copy(course, folder)
    is_copied = copy is not None and copy.name == name and copy.is_there(folder)
    if os.path.lexists(folder / name) and not is_copied:
        return ""
    found = [path for path in _notebooks(folder) if path.name != name] or _notebooks_below(folder)
    if is_copied and not found:
        return ""
    chosen = found[0] if len(found) == 1 else _newest(found) if is_copied else None
    if chosen is None or chosen.is_symlink() or not chosen.is_file():
        return SEVERAL.format(name=name) if is_copied else NONE.format(name=name)
    is_new = is_copied and copy is not None and digest_of_file(chosen) != copy.digest
    if is_new or not is_copied:
        copy_under(course, folder, chosen, name)
    told = COPIED.format(path=quoted(chosen.relative_to(folder).as_posix()), name=name)
    return f"{told} It was handed in again." if is_new else told


def _newest(notebooks: list[Path]) -> Path | None:
    """Return the notebook that was written last, None where that cannot be told."""
    times = {path: path.stat().st_mtime_ns for path in notebooks if path.is_file() and not path.is_symlink()}
    last = [path for path, time in times.items() if time == max(times.values())]
    return last[0] if len(last) == 1 else None


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
    return f"{', '.join(map(quoted, ignored))} was not marked, because the notebook that was asked for is there, too."


def _notebooks(folder: Path) -> list[Path]:
    named = (path for path in folder.iterdir() if path.name.casefold().endswith(NOTEBOOKS)) if folder.is_dir() else ()
    return sorted(path for path in named if not path.name.startswith("."))


def _notebooks_below(folder: Path) -> list[Path]:
    """Return the notebooks of the folders in a folder: a zip that was unpacked often brings one along."""
    paths = sorted(folder.iterdir()) if folder.is_dir() else []
    inner = (path for path in paths if path.is_dir() and not path.is_symlink())
    return [notebook for path in inner if not path.name.startswith(".") for notebook in _notebooks(path)]


def _is_copy(path: Path, other: Path) -> bool:
    return path.is_file() and not path.is_symlink() and cmp(path, other, shallow=False)
