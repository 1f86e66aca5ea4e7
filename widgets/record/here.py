"""Where in a lesson a simulation is shown, as Jupyter tells it."""

import re
from collections import Counter
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from IPython import get_ipython

from ...answers.open_notebook import open_notebook, read_notebook

VS_CODE = "__vsc_ipynb_file__"  # a name that VS Code puts into the kernel of a notebook
PLACE = re.compile(r"[A-Za-z0-9_-]{1,64}")
NAME = re.compile(r"[\w .-]{1,120}")

_shown: Counter[tuple[str, str]] = Counter()
_run = ""


class Here(NamedTuple):
    """The notebook's folder, the lesson's name, the id of a cell, and what tells this run of it from any other."""

    folder: Path
    lesson: str
    place: str
    run: str


def here() -> Here | None:
    """Return where the running cell stands, None outside Jupyter and where it does not tell."""
    shell = get_ipython()
    parent = shell.get_parent() if hasattr(shell, "get_parent") else {}
    place, run = parent.get("metadata", {}).get("cellId"), parent.get("header", {}).get("msg_id")
    notebook = open_notebook()
    if not notebook or not isinstance(place, str) or not PLACE.fullmatch(place) or not isinstance(run, str):
        return None
    try:
        return Here(Path.cwd(), lesson_of(notebook), place, run)
    except OSError:  # the folder is gone
        return None


def nothing_is_kept() -> bool:
    """Return whether a learner works where Jupyter does not tell the cell: in VS Code, which names its notebook."""
    return VS_CODE in getattr(get_ipython(), "user_ns", {})


def numbered(kind: str, at: Here) -> str:
    """Return the kind, with its number where it is shown not for the first time in this run of a cell."""
    global _run  # noqa: PLW0603  # a kernel runs one cell at a time
    if at.run != _run:
        _run = at.run
        _shown.clear()
    _shown[at.place, kind] += 1
    number = _shown[at.place, kind]
    return kind if number == 1 else f"{kind} {number}"


@lru_cache
def lesson_of(notebook: Path) -> str:
    """Return the name that the notebook itself says it has, so that it may be renamed, or else its file's name."""
    name = _said(notebook)
    return name if isinstance(name, str) and NAME.fullmatch(name) else notebook.stem


def _said(notebook: Path) -> Any:
    try:
        about = read_notebook(notebook)["metadata"]["biggerpie"]
        return about.get("lesson") or about.get("alone")
    except (LookupError, TypeError, AttributeError):
        return None
