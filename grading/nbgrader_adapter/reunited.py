"""Cells that lost their ids: a notebook whose metadata were stripped, or a cell that a student made again."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from ...answers.answer import find_answer
from ...negotiation import listing
from ..submission.notebook import SubmittedCell
from .record import RecordedCell, RecordedExercise

Fits = Callable[[RecordedCell, SubmittedCell], bool]


def reunited(
    exercise: RecordedExercise, submitted: Iterable[SubmittedCell], handed_out: frozenset[str]
) -> list[SubmittedCell]:
    """Return the cells, of which those without an id have their recorded cell's again where there is no doubt.

    There is none where one cell alone holds a recorded cell's text, or its `%%answer`, or stands alone in the place of
    a written answer. `handed_out` are the lines that students got.
    """
    cells = list(submitted)
    _give(cells, _lost(exercise, cells), _has_text)
    _give(cells, _lost(exercise, cells), _has_answer)
    for record in _lost(exercise, cells):
        if record.grade and record.solution and (position := _alone_in_place(exercise, cells, record, handed_out)):
            cells[position] = replace(cells[position], grade_id=record.name)
    return cells


def said_of_deleted(exercise: RecordedExercise, cells: list[SubmittedCell]) -> str:
    """Return a sentence on the answer cells that are in a notebook no longer, "" where all are there."""
    if not (names := [record.name for record in _lost(exercise, cells) if record.solution]):
        return ""
    which = f"cell {names[0]!r} is" if len(names) == 1 else f"cells {listing(names)} are"
    return f"the answer {which} not in the notebook any more; what is not found elsewhere counts as unanswered."


def _lost(exercise: RecordedExercise, cells: list[SubmittedCell]) -> list[RecordedCell]:
    found = {cell.grade_id for cell in cells}
    return [record for record in exercise.cells if record.name not in found]


def _give(cells: list[SubmittedCell], lost: list[RecordedCell], fits: Fits) -> None:
    """Give each lost record's id to the one cell that fits it, and no other record."""
    nobodys = [position for position, cell in enumerate(cells) if cell.grade_id is None and cell.source.strip()]
    pairs = [(record, position) for record in lost for position in nobodys if fits(record, cells[position])]
    records, positions = Counter(record.name for record, _ in pairs), Counter(position for _, position in pairs)
    for record, position in pairs:
        if records[record.name] == 1 == positions[position]:
            cells[position] = replace(cells[position], grade_id=record.name)


def _has_text(record: RecordedCell, cell: SubmittedCell) -> bool:
    """Return whether a cell is a recorded one as it was handed out: without what only the instructor sees."""
    lines, given = _lines(cell.source), _lines(record.source)
    return lines == given or (record.locked and lines[:1] == given[:1] and set(lines) <= set(given))


def _has_answer(record: RecordedCell, cell: SubmittedCell) -> bool:
    form, found = find_answer(record.source) if record.solution else None, find_answer(cell.source)
    return form is not None and found is not None and form.name == found.name


def _alone_in_place(
    exercise: RecordedExercise, cells: list[SubmittedCell], record: RecordedCell, handed_out: frozenset[str]
) -> int | None:
    """Return the position of the only cell between the recorded one before a written answer and what comes next."""
    names = [one.name for one in exercise.cells]
    number = names.index(record.name)
    ids = [cell.grade_id for cell in cells]
    if not number or ids.count(names[number - 1]) != 1:
        return None
    position = ids.index(names[number - 1]) + 1
    after = cells[position + 1 : position + 2]
    ends = all(cell.grade_id in names or set(_lines(cell.source)) <= handed_out for cell in after)
    own = position < len(cells) and ids[position] is None and not set(_lines(cells[position].source)) <= handed_out
    return position if own and ends else None


def _lines(source: str) -> list[str]:
    return [line.strip() for line in source.splitlines() if line.strip()]
