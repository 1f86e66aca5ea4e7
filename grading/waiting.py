"""Which parts of a submission wait for a person, so that nothing that a student wrote earns nothing unseen."""

import re
from collections import defaultdict
from collections.abc import Mapping

from nbformat import NotebookNode

from ..answers.answer import Answer, answer_below_text, asked_for, filled_in, find_answer, is_blank
from .markdown.as_typed import as_typed
from .markdown.rewritten import safe_text
from .marking import answer_in_its_cell, answers_in
from .nbgrader_adapter.elsewhere import Elsewhere, added_text
from .nbgrader_adapter.record import RecordedCell, RecordedExercise
from .nbgrader_adapter.restore import WAITS, typed_source
from .submission.notebook import SubmittedCell

NOT_HERE = "nothing is written where the answer belongs, but elsewhere: {places}"
NOT_READ = "what stands in the cell {name!r} could not be read as its answer"
TWICE = "something is written for {name!r} in more than one place: {places}"
TOGETHER = "the cell {name!r} holds more than one answer"
NOTHING = "nothing was written in this notebook, so its parts are marked 0."
MOST_PLACES = 5
LONGEST_QUOTE = 6_000  # letters beside one empty answer; the whole text stands where the student wrote it
CUT = "\n(cut here; all of it stands in the student's own cell)"


def let_wait(
    notebook: NotebookNode, exercise: RecordedExercise, elsewhere: list[Elsewhere], unread: str = ""
) -> list[str]:
    """Note in a restored notebook which of its parts wait for a person, and return what there is to tell.

    An empty written answer gets what was written elsewhere, as a quote. `unread` names the place of cells that are
    not read, "" where there are none.
    """
    answers, cells = answers_in(notebook, exercise), _cells_of(notebook)
    unfit = [_in_its_cell(record, cells) for record, form in forms_of(exercise) if _is_unfit(record, form, cells)]
    texts = [one for one in (*elsewhere, *unfit) if not (_is_counted(one, answers) or _is_draft(one, answers))]
    written = [record for record in exercise.cells if is_written(record)]
    reasons = _doubts(exercise, cells, answers, [*elsewhere, *(_in_its_cell(record, cells) for record in written)])
    empty = [record for record in written if cells[record.name].source == record.source]
    beside = [one for record, form in forms_of(exercise) if (one := _beside(record, form, cells)).text]
    if texts or unread:
        not_here = NOT_HERE.format(places=_places([*filter(None, [unread]), *(one.place for one in texts)]))
        blank = (form.name for _, form in forms_of(exercise) if is_blank(answers.get(form.name, form)))
        reasons = {**dict.fromkeys(blank, not_here), **reasons}
    waiting = {record.name: why for record in exercise.cells if record.is_test and (why := _why(record, reasons))}
    if texts or unread or beside:
        places = [*filter(None, [unread]), *(one.place for one in (*texts, *beside))]
        for record in empty:
            waiting[record.name] = NOT_HERE.format(places=_places(places))
            _quote(cells[record.name], [*texts, *beside])
    for name, why in waiting.items():
        cells[name].metadata[WAITS] = f"{why}."
    return _told(waiting)


def said_of_nothing(notebook: NotebookNode, exercise: RecordedExercise) -> str:
    """Return a sentence where a restored notebook holds no answer at all and nothing waits, else ""."""
    cells = _cells_of(notebook)
    if any(WAITS in cell.metadata for cell in cells.values()):
        return ""
    is_empty = all(cells[record.name].source == record.source for record in exercise.cells if is_written(record))
    return NOTHING if is_empty and all(map(is_blank, answers_in(notebook, exercise).values())) else ""


def let_all_wait(notebook: NotebookNode, exercise: RecordedExercise, why: str) -> None:
    """Note that every part of a notebook that could not be read waits for a person."""
    cells = _cells_of(notebook)
    for record in exercise.cells:
        if record.grade:
            cells[record.name].metadata[WAITS] = why


def forms_of(exercise: RecordedExercise) -> list[tuple[RecordedCell, Answer]]:
    """Return the cells that hold the blank form of an `%%answer`, each with its form."""
    found = ((record, find_answer(record.source)) for record in exercise.cells if record.solution)
    return [(record, form) for record, form in found if form]


def is_written(record: RecordedCell) -> bool:
    """Return whether a cell holds a text that a person marks."""
    return record.grade and record.solution


def _doubts(
    exercise: RecordedExercise,
    cells: Mapping[str, NotebookNode],
    answers: Mapping[str, Answer],
    elsewhere: list[Elsewhere],
) -> dict[str, str]:
    """Return by an answer's name why what was written cannot be read as it without doubt."""
    reasons: dict[str, str] = {}
    for record, form in forms_of(exercise):
        source = typed_source(cells[record.name])
        own, whole = answer_in_its_cell(source, form), answers.get(form.name, form)
        below = (find_answer(source) or own or Answer(form.name, source)).text or ""
        inner = [found.name for line in below.splitlines() if (found := find_answer(line))]
        places = [one.place for one in elsewhere if _may_be(one, form)]
        is_read_elsewhere = own is None or is_blank(own)
        if inner:
            reasons |= dict.fromkeys([form.name, *inner], TOGETHER.format(name=record.name))
        elif _is_unfit(record, form, cells) and not _is_swapped(source, whole, answers):
            reasons[form.name] = NOT_READ.format(name=record.name)
        elif places and is_blank(whole):
            reasons[form.name] = NOT_HERE.format(places=_places(places))
        elif len(places) > 1 if is_read_elsewhere else places and asked_for(form) - filled_in(whole):
            own_place = [] if is_read_elsewhere else ["in its own cell"]
            reasons[form.name] = TWICE.format(name=form.name, places=_places([*own_place, *places]))
    return reasons


def _is_unfit(record: RecordedCell, form: Answer, cells: Mapping[str, NotebookNode]) -> bool:
    """Return whether an answer's cell holds a text of the student's that is not its answer."""
    own = answer_in_its_cell(typed_source(cells[record.name]), form)
    return (own is None or is_blank(own)) and bool(_in_its_cell(record, cells).text)


def _is_swapped(source: str, own: Answer, answers: Mapping[str, Answer]) -> bool:
    """Return whether a cell holds another question's answer, which counts there, and its own stands elsewhere."""
    found = find_answer(source)
    counted = answers.get(found.name) if found else None
    return found is not None and counted is not None and counted.text == found.text and not is_blank(own)


def _in_its_cell(record: RecordedCell, cells: Mapping[str, NotebookNode]) -> Elsewhere:
    """Return what a student wrote into an answer's cell, as a text that may belong to another one."""
    source = typed_source(cells[record.name])
    text = added_text(SubmittedCell("raw", source, None), frozenset(map(str.strip, record.source.splitlines())))
    return Elsewhere(text, source, cells[record.name].cell_type, f"in the cell {record.name!r}")


def _beside(record: RecordedCell, form: Answer, cells: Mapping[str, NotebookNode]) -> Elsewhere:
    """Return what a student wrote beside the answer in its cell: above it, or as remarks."""
    source, name = typed_source(cells[record.name]), repr(record.name)
    own = answer_in_its_cell(source, form)
    if own is None or is_blank(own):
        return Elsewhere("", source, "raw", "")
    handed_out = frozenset(map(str.strip, record.source.splitlines()))
    above = answer_below_text(source, form.name)
    lines = above[0].splitlines() if above else []
    remarks = [line for line in (own.text or "").splitlines() if line.lstrip().startswith("#")]
    text = added_text(SubmittedCell("raw", "\n".join([*lines, *remarks]), None), handed_out)
    return Elsewhere(text, source, "raw", f"beside the answer in the cell {name}")


def _may_be(one: Elsewhere, form: Answer) -> bool:
    """Return whether a text may be an answer, or a part of it."""
    if found := find_answer(one.source):
        return found.name == form.name and not is_blank(found)
    return bool(filled_in(Answer(form.name, one.text)) & asked_for(form))


def _is_counted(one: Elsewhere, answers: Mapping[str, Answer]) -> bool:
    found = find_answer(one.source)
    return found is not None and found.name in answers and answers[found.name].text == found.text


def _is_draft(one: Elsewhere, answers: Mapping[str, Answer]) -> bool:
    """Return whether a text is another version of an answer that is there."""
    found = find_answer(one.source)
    return found is not None and found.name in answers and not is_blank(answers[found.name])


def _why(record: RecordedCell, reasons: Mapping[str, str]) -> str:
    """Return why a test cell waits: it looks at an answer that is in doubt."""
    return next((reasons[word] for word in re.findall(r"\w+", record.source) if word in reasons), "")


def _quote(cell: NotebookNode, texts: list[Elsewhere]) -> None:
    """Write beside an empty answer what stands elsewhere, as the kit shows a student's text."""
    if cell.cell_type != "markdown":
        return
    parts, room = [cell.source], LONGEST_QUOTE
    for one in texts[:MOST_PLACES]:
        text = one.text if len(one.text) <= room else one.text[:room] + CUT
        safe = safe_text(text)[0] if one.cell_type == "markdown" else as_typed(text)
        quoted = "\n".join(f"> {line}".rstrip() for line in safe.split("\n"))
        parts.append(f"**Written elsewhere in the notebook**, {one.place}:\n\n{quoted}")
        room = max(0, room - len(text))
    cell.source = safe_text("\n\n".join(parts))[0]


def _places(places: list[str]) -> str:
    more = [f"{len(places) - MOST_PLACES} more places"] if len(places) > MOST_PLACES else []
    return _joined([*places[:MOST_PLACES], *more])


def _told(waiting: Mapping[str, str]) -> list[str]:
    names: dict[str, list[str]] = defaultdict(list)
    for name, why in waiting.items():
        names[why].append(repr(name))
    return [f"{_joined(n)} {'wait' if len(n) > 1 else 'waits'} for a person: {why}." for why, n in names.items()]


def _joined(words: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def _cells_of(notebook: NotebookNode) -> dict[str, NotebookNode]:
    abouts = ((cell.metadata.get("nbgrader", {}).get("grade_id"), cell) for cell in notebook.cells)
    return {name: cell for name, cell in abouts if name}
