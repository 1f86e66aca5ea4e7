"""A lesson as the site shows it: a notebook's cells in their order, and what is known of the page."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from ..negotiation.sentence import ENGLISH

SPEAKS = re.compile(r'\bspeak\("(\w+)"\)')
TITLE = re.compile(r"^# +(.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its id, its source, and whether it is code."""

    id: str
    source: str
    is_code: bool


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson: its file's name without an ending, its name in the record, its title, its language, and its cells."""

    name: str
    record: str
    title: str
    language: str
    cells: tuple[Cell, ...]

    @property
    def page(self) -> str:
        """The name of its page."""
        return f"{self.name}.html"


def read_lesson(path: str, content: bytes) -> Lesson:
    """Return the lesson that a notebook holds, named by its path in a learner's folder."""
    notebook = json.loads(content)
    cells = tuple(
        Cell(cell["id"], "".join(cell["source"]), cell["cell_type"] == "code")
        for cell in notebook["cells"]
        if cell["cell_type"] in ("code", "markdown")
    )
    spoken = language_spoken(cell.source for cell in cells if cell.is_code)
    title = next(found[1] for cell in cells if (found := TITLE.search(cell.source)))
    return Lesson(PurePosixPath(path).stem, notebook["metadata"]["biggerpie"]["lesson"], title, spoken, cells)


def language_spoken(sources: Iterable[str]) -> str:
    """Return the language that a notebook's cells let the widgets speak, English where none does."""
    return next((found[1] for source in sources if (found := SPEAKS.search(source))), ENGLISH)
