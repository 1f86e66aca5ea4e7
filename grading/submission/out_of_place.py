"""What lies in submitted/ where no submission is looked for, named as what it is."""

import os
from collections.abc import Iterator
from pathlib import Path

from .allowed_files import LEFT_BY_PROGRAMS, NOTEBOOKS, folded
from .printable_names import quoted, quoted_all
from .set_aside import ENDING

DOCUMENTS = {
    ".doc": "a Word file",
    ".docx": "a Word file",
    ".odt": "a text of a word processor",
    ".pages": "a text of a word processor",
    ".rtf": "a text of a word processor",
    ".pdf": "a PDF",
    ".html": "a page that a browser shows",
    ".py": "a Python file",
    **dict.fromkeys((".zip", ".7z", ".rar", ".tar", ".gz", ".tgz"), "an archive"),
    **dict.fromkeys(NOTEBOOKS, "a notebook"),
}
CLOSED = (
    "the folder {folder} in submitted cannot be opened, so that student was left out; make it readable for yourself."
)


def out_of_place(submitted: Path, assignment: str) -> list[str]:
    """Return a sentence on each kind of thing in a course's folder of submissions that is nobody's submission."""
    entries = _entries(submitted)
    folders = [path for path in entries if path.is_dir()]
    told = [CLOSED.format(folder=quoted(path.name)) for path in closed(submitted)]
    if loose := [path for path in entries if path.is_file() and _kind(path.name)]:
        told.append(f"beside the students' folders, {_not_marked(loose, f'submitted/STUDENT/{assignment}')}")
    for folder in folders:
        told += _inside(folder, assignment)
    return told


def closed(submitted: Path) -> list[Path]:
    """Return the students' folders that nobody may open who runs this."""
    return [path for path in _entries(submitted) if path.is_dir() and not os.access(path, os.R_OK | os.X_OK)]


def what_there_is(folder: Path, aside: Path) -> str:
    """Return the files of a submission without a notebook, also those that were set aside, as what they are; or ""."""
    names = [path.name for path in _entries(folder) if path.is_file()]
    names += [path.name.removesuffix(ENDING) for path in _entries(aside)]
    return _named([Path(name) for name in names if _kind(name)])


def _inside(folder: Path, assignment: str) -> Iterator[str]:
    """Say what is odd in a student's folder."""
    if not os.access(folder, os.R_OK | os.X_OK):
        return
    entries = _entries(folder)
    if loose := [path for path in entries if path.is_file() and _kind(path.name)]:
        yield f"in the folder {quoted(folder.name)}, {_not_marked(loose, f'its folder {assignment}')}"
    students = [path.name for path in entries if path.is_dir() and (path / assignment).is_dir()]
    if students:
        yield (
            f"the folder {quoted(folder.name)} holds folders of students ({quoted_all(students)}), one level too deep "
            "to be marked; move them up into submitted."
        )


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if _is_meant(path))
    except OSError:
        return []


def _is_meant(path: Path) -> bool:
    is_left = LEFT_BY_PROGRAMS.fullmatch(folded(path.name)) or path.name.startswith(".")
    return not (is_left or path.is_symlink())


def _not_marked(loose: list[Path], place: str) -> str:
    is_are, it = ("are", "them") if len(loose) > 1 else ("is", "it")
    unpack = f"unpack {it} and " if "an archive" in _kinds(loose) else ""
    return f"{_named(loose)} {is_are} not marked; {unpack}put {it} into {place}."


def _named(paths: list[Path]) -> str:
    return f"{quoted_all([path.name for path in paths])}{_kinds(paths)}"


def _kinds(paths: list[Path]) -> str:
    kinds = sorted({kind for path in paths if (kind := _kind(path.name))})
    return f" ({' and '.join(kinds)})" if kinds else ""


def _kind(name: str) -> str:
    return next((kind for ending, kind in DOCUMENTS.items() if name.casefold().endswith(ending)), "")
