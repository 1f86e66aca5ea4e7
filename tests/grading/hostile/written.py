"""Short ways to hand in a written answer, with words before and after it that its page must show."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..class_of_thirty import Notebook, as_file
from .model import FILE, MARKED, Aim, Hostile, cell_of, honest, write_in

BEFORE = "We begin with what each side wants."
AFTER = "And so both of us end better off."
Named = Mapping[str, str]


def between(text: str) -> str:
    """An answer's text with a paragraph before and after it."""
    return f"{BEFORE}\n\n{text}\n\n{AFTER}"


def written(name: str, text: str, source: str, aim: Aim = "read", **found: Any) -> Hostile:
    """Hand in a written answer; NAME in it stands for the student's id, which an attacker knows."""

    def edit(notebook: Notebook, student: str) -> None:
        write_in(notebook, "why", between(text.replace("NAME", student)))

    return _handed_in(name, aim, edit, source=source, **found)


def all_written(group: str, source: str, texts: Named, **found: Any) -> tuple[Hostile, ...]:
    """Hand in each of several written answers that come from one source."""
    return tuple(written(f"{group}: {name}", text, source, **found) for name, text in texts.items())


def pasted(name: str, text: str, attachments: object, source: str, aim: Aim = "read") -> Hostile:
    """Hand in a written answer with something pasted into it."""

    def edit(notebook: Notebook, _: str) -> None:
        write_in(notebook, "why", between(text))
        cell_of(notebook, "why")["attachments"] = attachments

    return _handed_in(name, aim, edit, source=source)


def own_cell(name: str, cell: Mapping[str, Any], source: str, aim: Aim = "read") -> Hostile:
    """Hand in an honest notebook with a cell of the student's own before all others."""
    made: dict[str, Any] = {"id": "own", "metadata": {}, **cell}
    if made["cell_type"] == "code":
        made |= {"outputs": [], "execution_count": None}
    return _handed_in(name, aim, lambda n, _: n["cells"].insert(0, made), source=source, shown=())


def with_files(hostile: Hostile, files: Mapping[str, str | bytes]) -> Hostile:
    """The same, with files beside the notebook."""

    def write(folder: Path, released: Notebook) -> None:
        hostile.write(folder, released)
        for name, content in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)

    return replace(hostile, write=write)


def _handed_in(name: str, aim: Aim, edit: Callable[[Notebook, str], Any], **found: Any) -> Hostile:
    def write(folder: Path, released: Notebook) -> None:
        notebook = honest(released)
        edit(notebook, folder.parent.name)
        (folder / FILE).write_bytes(as_file(notebook))

    return Hostile(**{"name": name, "aim": aim, "write": write, "sentence": MARKED, "shown": (BEFORE, AFTER), **found})
