"""A course's exercise, read from the notebook that the course handed out, and written back with a student's answers."""

import json
import re
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from ..answers.answer import find_answer
from ..grading.dossiers.ids import compared
from ..grading.dossiers.named import LINE
from ..negotiation import NegotiationError
from ..widgets.written_answer.written_answer import BLANK
from .exercise import ExerciseCell, remarks_and_text, sorted_cells

LARGEST = 5_000_000
"""Characters of a notebook; a student's exercise with its outputs has a tenth of that."""
MOST_CELLS = 500
WHOSE = 12  # figures of a digest that tell students of one browser apart
STUDENT = re.compile(r"%student\b[ \t]*(?P<id>\S*)[ \t]*")
NO_NOTEBOOK = "that file is no notebook of an exercise: choose the file exercise.ipynb that your course gave you."
NOT_THE_KITS = "this notebook opens no case of the kit, so it can't be done here: open it in Jupyter."
ALONE = "this notebook is one for learning on your own, not a course's: the exercises of this site are those."


@dataclass(frozen=True, slots=True)
class CourseNotebook:
    """The notebook as it was read, its cells, and the student's id that was typed in it before, "" for none."""

    data: dict[str, Any]
    cells: tuple[ExerciseCell, ...]
    student: str

    def answered(self, student: str, texts: Mapping[str, str]) -> str:
        """Return the notebook's file with the student's id and these answers, by cell, in their cells."""
        data = deepcopy(self.data)
        for cell in data["cells"]:
            source, name = _source(cell), _name(cell)
            if cell["cell_type"] == "code" and STUDENT.fullmatch(source.strip()):
                cell["source"] = f"%student {student}"
            elif name in texts:
                cell["source"] = _with_answer(source, texts[name], is_code=cell["cell_type"] == "code")
        return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def read_course_notebook(text: str) -> CourseNotebook:
    """Return what a notebook's file holds; raise NegotiationError, a sentence for the student, where it is another."""
    data, told = _read(text)
    if not told or len(told) > MOST_CELLS:
        raise NegotiationError(NO_NOTEBOOK)
    cases = [line for _, source, kind in told if kind == "code" for line in LINE.findall(source)]
    if len(cases) != 1:
        raise NegotiationError(NOT_THE_KITS)
    if "--alone" in cases[0].split():
        raise NegotiationError(ALONE)
    typed = [found["id"] for _, source, _ in told if (found := STUDENT.fullmatch(source.strip()))]
    cells = [cell for cell in sorted_cells(told) if not STUDENT.fullmatch(cell.source.strip())]
    return CourseNotebook(data, tuple(cells), next(iter(typed), ""))


def record_name(read: CourseNotebook, student: str) -> str:
    """Return the name under which a student's record keeps the answers: of the exercise, its course and the student.

    Two students may share a browser, so neither is shown, or hands in, what the other answered.
    """
    words = next(cell.source for cell in read.cells if "%case" in cell.source).split()
    told = {name: word.partition("=")[2] for word in words for name in ("exercise", "course") if f"--{name}=" in word}
    whose = sha256(compared(student).encode("utf-8", "replace")).hexdigest()[:WHOSE]
    name = " ".join(["course", whose, told.get("course", ""), told.get("exercise", "")])
    return re.sub(r"[^\w .-]", "-", name)[:120].strip()


def _read(text: str) -> tuple[dict[str, Any], list[tuple[str, str, str]]]:
    """Return a notebook's data, and of each cell its name, its source and its type; nothing where it is none."""
    if len(text) > LARGEST:
        return {}, []
    try:
        data = json.loads(text)
        return data, [(_name(cell), _source(cell), str(cell["cell_type"])) for cell in data["cells"]]
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return {}, []


def _with_answer(source: str, text: str, *, is_code: bool) -> str:
    """Return a cell's source with this answer: below the magic and its remarks, or as the whole written answer."""
    found = find_answer(source) if is_code else None
    if not found:
        return text.strip() or BLANK
    above = source.removesuffix(found.text or "").removesuffix("\n")
    return "\n".join([above, *remarks_and_text(source)[0], text])


def _source(cell: Any) -> str:
    source = cell["source"]
    return source if isinstance(source, str) else "".join(source)


def _name(cell: Any) -> str:
    """Return the name by which nbgrader knows a cell, else its id."""
    name = cell.get("metadata", {}).get("nbgrader", {}).get("grade_id") or cell.get("id")
    if not isinstance(name, str) or not re.fullmatch(r"[\w-]{1,100}", name):
        raise ValueError("a cell has a name.")
    return name
