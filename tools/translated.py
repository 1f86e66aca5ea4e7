"""A self-paced exercise in another language: the English cells, with the texts of a translation in their places.

The translation is a Markdown file, `exercises/LANGUAGE/NAME.md`, in which a line `<!-- cell: ID -->` stands above the
text of each Markdown cell. Code comes from the English exercise and differs from it only in the language.
"""

import re
from pathlib import Path

import nbformat
from biggerpie.answers.answer import find_answer
from biggerpie.grading.dossiers.named import LANGUAGE, LINE, named_case
from biggerpie.negotiation import NegotiationError, load_case
from biggerpie.website.exercise import remarks_and_text
from biggerpie.widgets.written_answer.written_answer import BLANK

CELL = re.compile(r"^<!-- cell: ([\w-]+) -->\n", re.MULTILINE)
WIDGETS = re.compile(r"^(from biggerpie\.widgets import .*)$", re.MULTILINE)
REMARKS = "remarks"
"""The piece of a translation that has the remarks of answer cells: the English line, and below it the other."""


def translated(english: bytes, text: Path) -> bytes:
    """Return an exercise, the English one of which is given, as the translation in a file tells it.

    Raises NegotiationError where a text is missing, or one too many.
    """
    notebook = nbformat.reads(english.decode(), as_version=4)
    language, pieces = text.parent.name, _pieces(text)
    remarks = dict(zip(*[iter(pieces.pop(REMARKS, "").splitlines())] * 2, strict=True))
    case = next(found["words"] for cell in notebook.cells if (found := LINE.search(cell.source)))
    issues = _issues(case, language)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.source = _blank(cell.source, issues, remarks) or _spoken(cell.source, language)
        elif cell.source != BLANK:
            if cell.id not in pieces:
                raise NegotiationError(f"{text} has no text for the cell {cell.id}; add it.")
            cell.source = pieces.pop(cell.id)
    if pieces:
        raise NegotiationError(f"{text}: the exercise has no cell {min(pieces)}; leave it out.")
    return (nbformat.writes(notebook) + "\n").encode()


def _pieces(text: Path) -> dict[str, str]:
    """Return the texts of a translation by their cells."""
    _, *parts = CELL.split(text.read_text(encoding="utf-8"))
    return {cell: piece.strip() for cell, piece in zip(parts[::2], parts[1::2], strict=True)}


def _issues(words: str, language: str) -> dict[str, str]:
    """Return what each issue of the case is called in the language, by its English name."""
    name = named_case(words).case
    pairs = zip(load_case(name).issues, load_case(name, language).issues, strict=True)
    return {issue.name: own.name for issue, own in pairs}


def _spoken(source: str, language: str) -> str:
    """Return a cell in which the case is told, and the widgets speak, in the language."""
    told = LINE.sub(lambda line: f"{line[0].rstrip()} {LANGUAGE}{language}", source)
    return WIDGETS.sub(rf'\1, speak\nspeak("{language}")', told)


def _blank(source: str, issues: dict[str, str], remarks: dict[str, str]) -> str:
    """Return an answer's blank cell with its remarks and the names of its issues translated, "" for another cell."""
    if not (answer := find_answer(source)):
        return ""
    said, blank = remarks_and_text(source)
    keys = (line.removesuffix(":") for line in blank.split("\n"))
    lines = (f"{issues[key]}:" if key in issues else line for key, line in zip(keys, blank.split("\n"), strict=False))
    return "\n".join([f"%%answer {answer.name}", *(remarks.get(line, line) for line in said), *lines]).rstrip("\n")
