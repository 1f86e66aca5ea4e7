"""An exercise as the site shows it: a self-paced notebook's cells, sorted into texts, what is shown, answers, tests."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import PurePosixPath
from typing import Literal

from ..answers.answer import find_answer
from ..negotiation.sentence import ENGLISH
from ..widgets.written_answer.written_answer import BLANK
from .lesson import TITLE, language_spoken

TEST = re.compile(r"check\((\w+)")
WRITTEN = re.compile(r'WrittenAnswer\("([\w-]+)"\)')
LONGEST = 50_000
"""Characters of an answer, or of all earlier ones, that are kept."""
Kind = Literal["text", "shown", "answer", "test", "written"]


@dataclass(frozen=True, slots=True)
class ExerciseCell:
    """A cell: its id, its source, what it is, and for an answer, its test or a written answer the answer's name."""

    id: str
    source: str
    kind: Kind
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Exercise:
    """A self-paced exercise: its name, its name in the record, its folder among a learner's, its title, its cells.

    `language` is the one in which it is told.
    """

    name: str
    record: str
    folder: str
    title: str
    cells: tuple[ExerciseCell, ...]
    language: str = ENGLISH

    @property
    def page(self) -> str:
        """The name of its page."""
        return f"exercise-{self.name}.html"


def read_exercise(path: str, content: bytes) -> Exercise:
    """Return the exercise that a notebook holds, named by its path in a learner's folder."""
    notebook = json.loads(content)
    cells = [(cell["id"], "".join(cell["source"]), cell["cell_type"]) for cell in notebook["cells"]]
    title = next(found[1] for _, source, _ in cells if (found := TITLE.search(source)))
    read = tuple(sorted_cells(cells))
    folder = PurePosixPath(path).parent
    record = notebook["metadata"].get("biggerpie", {}).get("alone", folder.name)
    return Exercise(folder.name, record, str(folder), title, read, language_spoken(source for _, source, _ in cells))


def sorted_cells(cells: Sequence[tuple[str, str, str]]) -> Iterator[ExerciseCell]:
    """Yield a notebook's cells, each given by its name, its source and whether it is "code", by what they are."""
    written = {name for _, source, _ in cells for name in WRITTEN.findall(source)}
    yield from (_cell(name, source, kind == "code", written) for name, source, kind in cells)


def remarks_and_text(source: str) -> tuple[list[str], str]:
    """Return the remarks that stand at the top of an answer's cell, below its magic, and the text below them."""
    found = find_answer(source)
    lines = (found.text or "").split("\n") if found else source.split("\n")
    remarks = list(takewhile(lambda line: line.startswith("#"), lines)) if found else []
    return remarks, "\n".join(lines[len(remarks) :])


def is_blank(text: str) -> bool:
    """Return whether an answer's text holds nothing but the beginnings of lines, such as `fee:`."""
    return all(not line.strip() or line.strip().endswith(":") for line in text.split("\n"))


def told_cells(cells: Iterable[ExerciseCell]) -> list[list[str]]:
    """Return what an exercise's Python is told of its cells: id, source, kind and answer."""
    return [[cell.id, cell.source, cell.kind, cell.answer] for cell in cells if cell.kind != "text"]


def _cell(name: str, source: str, is_code: bool, written: set[str]) -> ExerciseCell:  # noqa: FBT001
    if not is_code and name in written:
        return ExerciseCell(name, "" if source.strip() == BLANK else source, "written", name)
    if not is_code:
        return ExerciseCell(name, source, "text")
    if found := find_answer(source):
        return ExerciseCell(name, source, "answer", found.name)
    if test := TEST.match(source):
        return ExerciseCell(name, source, "test", test[1])
    return ExerciseCell(name, source, "shown")
