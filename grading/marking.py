"""Marking a notebook: the instructor's test cells run on the student's answers, and nothing else runs."""

import ast
import re
from collections.abc import Callable
from functools import lru_cache
from math import isfinite
from types import CodeType
from typing import Any

from nbformat import NotebookNode, from_dict

from ..answers.answer import MAGIC, Answer, answer_below_text, find_answer, gather_answers, is_blank, read_as_form
from ..negotiation import NegotiationError
from .dossiers.dossier import Opened, drawn_alike
from .exercise import ANSWER_NAMES, Exercise
from .nbgrader_adapter.record import RecordedCell, RecordedExercise
from .nbgrader_adapter.restore import WAITS, typed_source
from .report.mark import Mark, note
from .report.output import Output, mark_output, output_with_marks, report_output
from .report.report import Report
from .unread_answer import why_it_waits

WAITING = "This part waits for a person to look at it."


class FaultyTestCellError(NegotiationError):
    """An instructor's test cell that gives no mark."""


def mark_notebook(notebook: NotebookNode, exercise: RecordedExercise, opened: Opened | None = None) -> list[str]:
    """Run the recorded test cells on the notebook's answers, write their outputs into it, and return what is to tell.

    `opened` is the student's case; it may be left out where the case is the same for all. A mark on which a person
    must have the last word is noted in its cell.

    Test cells are the instructor's, from the gradebook; a cell of the notebook only says, by its id,
    where the outputs go. Raises FaultyTestCellError where a test cell fails or its value is no mark.
    """
    records = {record.name: record for record in exercise.cells}
    answers = answers_in(notebook, exercise)
    opened = opened or drawn_alike(exercise.named)
    told = []
    for cell in notebook.cells:
        record = records.get(_grade_id(cell))
        if record is not None and record.is_test:
            cell.source = record.source
            cell.outputs, why = _run(record, opened, answers)
            by_mark = bool(why) and WAITS not in cell.metadata
            if by_mark:
                cell.metadata[WAITS] = f"{why}."
                told.append(f"{record.name!r} waits for a person: {why}.")
            if WAITS in cell.metadata:
                report = Report(WAITING, (note(cell.metadata[WAITS]),))
                cell.outputs.insert(0, _shown(output_with_marks(report) if by_mark else report_output(report)))
    return told


def answers_in(notebook: NotebookNode, exercise: RecordedExercise) -> dict[str, Answer]:
    """Return a notebook's answers; a cell that still is the blank form counts only where there is nothing else."""
    records = {record.name: record for record in exercise.cells}
    own: dict[str, str] = {}
    elsewhere: list[str] = []
    forms: dict[str, str] = {}
    for cell in notebook.cells:
        record = records.get(_grade_id(cell))
        form = find_answer(record.source) if record is not None and record.solution else None
        source = typed_source(cell)
        if record is None or form is None:
            elsewhere.append(source)
        elif (answer := answer_in_its_cell(source, form)) and is_blank(answer):
            forms[form.name] = source
        else:
            own[form.name] = f"{MAGIC} {form.name}\n{answer.text}" if answer else source
    found = gather_answers(own, elsewhere)
    return {**gather_answers(forms, []), **found}


def answer_in_its_cell(source: str, form: Answer) -> Answer | None:
    """Return what the cell of a form holds as its answer: under `%%answer NAME`, or without it where there is no doubt.

    What stands above `%%answer` does no harm; None where another answer or another text stands there.
    """
    found = find_answer(source)
    if found is None:
        below = answer_below_text(source, form.name)
        return below[1] if below else read_as_form(source, form)
    return found if found.name == form.name else None


def total_mark(notebook: NotebookNode, exercise: RecordedExercise, opened: Opened) -> float:
    """Return what a notebook's answers earn on a case, without writing anything; a test that fails there gives 0."""
    answers = answers_in(notebook, exercise)
    return sum(_tried(record, opened, answers) for record in exercise.cells if record.is_test)


def _tried(record: RecordedCell, opened: Opened, answers: dict[str, Answer]) -> float:
    try:
        return tested(record, opened, answers, lambda _: None, lambda _: None)
    except FaultyTestCellError:
        return 0.0


def tested(
    record: RecordedCell,
    opened: Opened,
    answers: dict[str, Answer],
    show: Callable[[Report], None],
    show_mark: Callable[[Mark], None],
) -> float:
    """Run a recorded test cell on answers and return its mark; raise FaultyTestCellError where it gives none."""
    names: dict[str, Any] = {name: answers.get(name, Answer(name)) for name in ANSWER_NAMES}
    try:
        value = _value(record.source, names | Exercise(opened, show, show_mark).names())
    except Exception as error:  # an instructor's cell may fail in any way; it must be named, whatever it was
        raise FaultyTestCellError(
            f"the test cell {record.name!r} failed with {type(error).__name__}: {error}; "
            "mend it in the source and generate the assignment again, with --force."
        ) from error
    if not isinstance(value, float) or not isfinite(value) or not 0 <= value <= (record.points or 0):
        raise FaultyTestCellError(
            f"the test cell {record.name!r} ends with {value!r}; let it end with a mark from 0 to {record.points:g}, "
            "such as grade(package, points=…)."
        )
    return value


def _run(record: RecordedCell, opened: Opened, answers: dict[str, Answer]) -> tuple[list[NotebookNode], str]:
    """Return a test cell's outputs, what it shows and its mark, and why a person must look at it, if so."""
    displays: list[Output] = []
    said: list[Report] = []

    def show(report: Report) -> None:
        said.append(report)
        displays.append(report_output(report))

    def show_mark(mark: Mark) -> None:
        said.append(mark.report())
        displays.append(mark_output(mark))

    value = tested(record, opened, answers, show, show_mark)
    result = {"output_type": "execute_result", "data": {"text/plain": repr(value)}, "metadata": {}}
    used = [answer for name, answer in answers.items() if re.search(rf"\b{re.escape(name)}\b", record.source)]
    outputs = [*map(_shown, displays), from_dict({**result, "execution_count": None})]
    return outputs, why_it_waits(used, said, value)


def _shown(data: Output) -> NotebookNode:
    return from_dict({"output_type": "display_data", "data": data, "metadata": {}})


def _value(source: str, names: dict[str, Any]) -> Any:
    """Run a test cell and return the value of its last line, as Jupyter would show it."""
    before, last = _compiled(source)
    exec(before, names)  # the instructor's own code, from the gradebook
    return eval(last, names)


@lru_cache(maxsize=64)
def _compiled(source: str) -> tuple[CodeType, CodeType]:
    """Return a test cell without its last line, and its last line."""
    tree = ast.parse(source)
    last = tree.body.pop() if tree.body else None
    if not isinstance(last, ast.Expr):
        raise NegotiationError("its last line is no expression")
    return compile(tree, "test cell", "exec"), compile(ast.Expression(last.value), "test cell", "eval")


def _grade_id(cell: NotebookNode) -> str:
    return cell.metadata.get("nbgrader", {}).get("grade_id", "")
