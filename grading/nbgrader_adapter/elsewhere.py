"""What a student wrote outside of the answers: in a cell of the student's own, or in one of the instructor's."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...answers.answer import MAGIC
from ..submission.notebook import SubmittedCell
from .record import RecordedExercise
from .restore import keepers_of

NO_TEXT = re.compile(  # lines of code that try something out, and say nothing
    rf"(?!{MAGIC})[%!?].*|[\w.]+\(.*\)[ \t]*;?|from [\w.]+ import .*|import [\w.]+( as \w+)?|[^\w]*"
)
KINDS = {"markdown": "Markdown", "code": "code"}


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A text that stands outside of the answers, as it was typed, and where it stands.

    `source` is all of the cell that may be an answer, `text` what of it nobody was handed out.
    """

    text: str
    source: str
    cell_type: str
    place: str
    position: int = -1
    is_in_instructors: bool = False


def handed_out_lines(exercise: RecordedExercise, texts: Iterable[str]) -> frozenset[str]:
    """Return the lines that students got, without blanks around them: the record's, and those of the cells' `texts`."""
    sources = [*(record.source for record in exercise.cells), *texts]
    return frozenset(line.strip() for source in sources for line in source.splitlines())


def written_elsewhere(
    exercise: RecordedExercise, cells: list[SubmittedCell], handed_out: frozenset[str]
) -> list[Elsewhere]:
    """Return what the student wrote outside of the answer cells, in the notebook's order."""
    keepers = keepers_of(exercise, cells)
    answers = {keepers[record.name] for record in exercise.cells if record.solution}
    names = {position: name for name, position in keepers.items()}
    found, above = [], ""
    for position, cell in enumerate(cells):
        above = names.get(position, above)
        text = "" if position in answers else added_text(cell, handed_out)
        if text:
            is_instructors = position in names
            place = _place(cell, position, above, is_instructors=is_instructors)
            source = text if is_instructors else cell.source
            found.append(Elsewhere(text, source, cell.cell_type, place, position, is_instructors))
    return found


def with_own_cells(cells: list[SubmittedCell], found: Iterable[Elsewhere]) -> list[SubmittedCell]:
    """Return the cells, with what was written in an instructor's cell in one of its own below."""
    apart = {one.position: one for one in found if one.is_in_instructors}
    return [each for position, cell in enumerate(cells) for each in (cell, *_apart(apart.get(position)))]


def added_text(cell: SubmittedCell, handed_out: frozenset[str]) -> str:
    """Return the lines of a cell that nobody was handed out, "" where none of them says anything."""
    lines = cell.source.strip().splitlines()
    own = [line for line in lines if not line.strip() or line.strip() not in handed_out or line.startswith(MAGIC)]
    says = [line for line in own if line.strip() and line.strip() not in handed_out]
    if cell.cell_type == "code":
        says = [line for line in says if not NO_TEXT.fullmatch(line.strip())]
    return "\n".join(own).strip() if any(map(str.strip, says)) else ""


def _apart(one: Elsewhere | None) -> Iterator[SubmittedCell]:
    if one:
        yield SubmittedCell("markdown" if one.cell_type == "markdown" else "raw", one.text, None)


def _place(cell: SubmittedCell, position: int, above: str, *, is_instructors: bool) -> str:
    kind = KINDS.get(cell.cell_type, "raw")
    if is_instructors:
        return f"in the exercise's own cell {above!r} (cell {position + 1})"
    return f"in cell {position + 1} ({kind})" + (f", below {above!r}" if above else "")
