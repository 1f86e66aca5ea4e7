"""What a source was when it was generated, noted then, so that a later change of it does not stay unnoticed."""

import json
import os
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import NbGraderPreprocessor

from ..atomic_files import write_whole
from ..class_run.staging import HIDDEN
from ..class_run.stamps import digest

NOTES = "generated"
MARKED_BY = ("points", "grade", "solution", "locked", "task", "grade_id")
CHANGED = (
    "{file} has changed since {name} was generated, and marking goes by what was generated; generate it again "
    "(nbgrader generate_assignment {name} --force) and hand it out, or put the source back."
)


class NoteSource(NbGraderPreprocessor):
    """Notes each notebook of an assignment as its source stands; the last of the preprocessors that generate."""

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Write the note and leave the notebook as it is."""
        coursedir, about = CourseDirectory(parent=self), resources["nbgrader"]
        source = _source(coursedir, about["assignment"]) / f"{about['notebook']}.ipynb"
        if state := _state(source):
            write_whole(_note(coursedir, about["assignment"], source.name), state.encode())
        return nb, resources


def changed_sources(coursedir: CourseDirectory, assignment: str) -> list[str]:
    """Return a sentence for each of an assignment's sources that has changed since it was generated."""
    sources = sorted(_source(coursedir, assignment).glob("*.ipynb"))
    changed = [os.path.relpath(source, coursedir.root) for source in sources if _has_changed(coursedir, source)]
    return [CHANGED.format(file=file, name=assignment) for file in changed]


def _has_changed(coursedir: CourseDirectory, source: Path) -> bool:
    try:
        noted = _note(coursedir, source.parent.name, source.name).read_text(encoding="utf-8")
    except (OSError, ValueError):  # generated before there were notes
        return False
    return bool(noted) and noted != _state(source)


def _state(source: Path) -> str:
    """Return a digest of what a notebook says and how its cells are marked, "" where it cannot be read.

    Outputs, and what an editor keeps for itself, do not count.
    """
    try:
        cells = json.loads(source.read_text(encoding="utf-8"))["cells"]
        return digest(map(_content, cells))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return ""


def _content(cell: dict[str, Any]) -> list[Any]:
    about = cell.get("metadata", {}).get("nbgrader", {})
    return [cell["cell_type"], "".join(cell["source"]), *(about.get(word) for word in MARKED_BY)]


def _source(coursedir: CourseDirectory, assignment: str) -> Path:
    return Path(coursedir.format_path(coursedir.source_directory, ".", assignment))


def _note(coursedir: CourseDirectory, assignment: str, notebook: str) -> Path:
    return Path(coursedir.root) / HIDDEN / NOTES / assignment / notebook
