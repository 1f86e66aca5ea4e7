"""What the first cells of the open notebook say: the widgets it takes, who works here, and the case."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ...answers.answer import find_answer
from ...answers.open_notebook import open_notebook, read_notebook
from .ids import TYPED
from .named import LINE

WIDGETS = re.compile(r"^from biggerpie\.widgets import ([A-Za-z]\w*(?:, [A-Za-z]\w*)*)$", re.MULTILINE)


SPEAKS = re.compile(r'^speak\("[a-z]{2}"\)$', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Opening:
    """The names that a notebook imports from the widgets, the id after `%student`, and the words after `%case`.

    `speaks` is the line that tells the widgets which language to speak, "" where there is none.
    """

    widgets: tuple[str, ...] = ()
    student: str = ""
    case: str = ""
    speaks: str = ""


def own_opening() -> Opening:
    """Return the opening of the open notebook as it was saved; it is empty where no exercise is open."""
    notebook = open_notebook()
    source = "\n".join(_code(read_notebook(notebook))) if notebook else ""
    widgets, typed, case = WIDGETS.search(source), TYPED.findall(source), LINE.search(source)
    speaks = SPEAKS.search(source)
    return Opening(
        tuple(widgets[1].split(", ")) if widgets else (),
        typed[-1] if typed else "",
        case["words"].strip() if case else "",
        speaks[0] if speaks else "",
    )


def _code(notebook: dict[str, Any]) -> Iterator[str]:
    """Yield the source of each code cell that is no answer, whatever else stands in the file."""
    cells = notebook.get("cells")
    for cell in cells if isinstance(cells, list) else ():
        if isinstance(cell, dict) and cell.get("cell_type") == "code":
            lines = cell.get("source")
            source = lines if isinstance(lines, str) else "".join(map(str, lines if isinstance(lines, list) else ()))
            if not find_answer(source):
                yield source
