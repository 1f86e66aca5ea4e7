"""A hostile or broken submission, and short ways to make one from an honest notebook."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from ..class_of_thirty import FAIR, Notebook, as_file, filled, grade_id, labels, package

Aim = Literal["forge", "read", "stop", "break"]
FILE = "exercise.ipynb"
FAIR_LABELS = labels("distributive", *["integrative"] * 5)
MARKED = "'1 April' leaves 10 points on the table"  # what feedback says about FAIR
NO_LABELS = "there is no answer 'labels' yet"
NOTHING = "there is no answer 'package' yet"
NO_NOTEBOOK = "exercise.ipynb is not a notebook (it is not JSON)"


@dataclass(frozen=True)
class Hostile:
    """A submission that tries to hurt; what an honest reader finds in it, and words that its explanation holds.

    `source` names the public report that the idea comes from, `shown` words that its page must show. One that
    `may_wait` may be so large that it is named instead of marked.
    """

    name: str
    aim: Aim
    write: Callable[[Path, Notebook], None]
    sentence: str
    package: str | None = FAIR
    right: int = 3
    source: str = ""
    shown: tuple[str, ...] = ()
    may_wait: bool = False


def honest(released: Notebook) -> Notebook:
    """Fill the notebook in honestly, so that it earns part of the marks."""
    return filled(released, FAIR_LABELS, package(FAIR))


def notebook(name: str, aim: Aim, edit: Callable[[Notebook], Any], sentence: str = MARKED, **found: Any) -> Hostile:
    """Hand in an honest notebook that `edit` changes in place."""

    def make(released: Notebook) -> bytes:
        changed = honest(released)
        edit(changed)
        return as_file(changed)

    return file(name, aim, make, sentence, **found)


def file(name: str, aim: Aim, make: Callable[[Notebook], bytes], sentence: str = MARKED, **found: Any) -> Hostile:
    """Hand in the bytes that `make` makes of the released notebook."""
    return Hostile(name, aim, lambda folder, released: _put(folder / FILE, make(released)), sentence, **found)


def text(name: str, change: Callable[[str], str], sentence: str = MARKED, **found: Any) -> Hostile:
    """Hand in an honest notebook whose JSON `change` alters as text."""
    return file(
        name,
        "break",
        lambda released: change(json.dumps(honest(released))).encode("utf-8", "replace"),
        sentence,
        **found,
    )


def code(name: str, aim: Aim, payload: str) -> Hostile:
    """Hand in an honest package, and code where the labels should stand."""
    return notebook(name, aim, lambda n: write_in(n, "labels", WITNESS + payload), NO_LABELS, right=0)


def beside(name: str, aim: Aim, put: Callable[[Path], Any], sentence: str = MARKED, **found: Any) -> Hostile:
    """Hand in an honest notebook, and what `put` puts beside it or in its place."""

    def write(folder: Path, released: Notebook) -> None:
        _put(folder / FILE, as_file(honest(released)))
        put(folder)

    return Hostile(name, aim, write, sentence, **found)


def write_in(notebook: Notebook, name: str, source: Any) -> None:
    """Write into the cell of that name."""
    cell_of(notebook, name)["source"] = source


def cell_of(notebook: Notebook, name: str) -> dict[str, Any]:
    """Find the cell of that name."""
    return next(cell for cell in notebook["cells"] if grade_id(cell) == name)


def tests_of(notebook: Notebook) -> list[dict[str, Any]]:
    """Find the test cells."""
    return [cell for cell in notebook["cells"] if grade_id(cell).startswith("mark-")]


def _put(path: Path, content: bytes) -> None:
    path.write_bytes(content)


WITNESS = """from pathlib import Path
course = next(p for p in Path.cwd().resolve().parents if (p / "gradebook.db").exists())
(course / "forged").touch()
"""
