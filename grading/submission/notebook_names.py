"""A submission's notebooks: the one that is marked, whatever it is called, and those that are not."""

import os
from collections.abc import Iterable
from filecmp import cmp
from pathlib import Path
from shutil import copyfile

from .allowed_files import NOTEBOOKS
from .printable_names import quoted


def only_notebook_renamed(folder: Path, expected: Iterable[str]) -> str:
    """Copy a submission's only notebook to the one expected name, where it has another; return a sentence, or "".

    The copy is made only where nothing has that name and the choice is clear. The student's own file stays.
    """
    wanted, found = list(expected), _notebooks(folder) or _notebooks_below(folder)
    if len(wanted) != 1 or os.path.lexists(folder / wanted[0]):
        return ""
    if len(found) != 1 or found[0].is_symlink() or not found[0].is_file():
        return f"there is no {wanted[0]}, and no other single notebook; give one that name."
    copyfile(found[0], folder / wanted[0])
    name = found[0].relative_to(folder).as_posix()
    return f"{quoted(name)} was marked as {wanted[0]}, the name that was asked for."


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
    return f"{', '.join(map(quoted, ignored))} was not marked, for there is one with the name that was asked for, too."


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
