"""Marking a notebook: the instructor's test cells run on the student's answers, and nothing else runs."""

import ast
from math import isfinite
from typing import Any

from nbformat import NotebookNode, from_dict

from ..negotiation import NegotiationError
from .answers import Answer, find_answer, gather_answers
from .desk import ANSWER_NAMES, Desk
from .dossiers.dossier import Opened, drawn_alike
from .mark_output import mark_output, report_output
from .record import RecordedCell, RecordedExercise


class FaultyTestCellError(NegotiationError):
    """An instructor's test cell that gives no mark."""


def mark_notebook(notebook: NotebookNode, exercise: RecordedExercise, opened: Opened | None = None) -> None:
    """Run the recorded test cells on the notebook's answers and write their outputs into it.

    `opened` is the student's case; it may be left out where the case is the same for all.

    Test cells are the instructor's, from the gradebook; a cell of the notebook only says, by its id,
    where the outputs go. Raises FaultyTestCellError where a test cell fails or its value is no mark.
    """
    records = {record.name: record for record in exercise.cells}
    answers = _answers(notebook, records)
    opened = opened or drawn_alike(exercise.named)
    for cell in notebook.cells:
        record = records.get(_grade_id(cell))
        if record is not None and record.is_test:
            cell.source = record.source
            cell.outputs = _run(record, opened, answers)


def _answers(notebook: NotebookNode, records: dict[str, RecordedCell]) -> dict[str, Answer]:
    """Return the answers; a cell that still is the blank form counts only where there is nothing else."""
    own: dict[str, str] = {}
    elsewhere: list[str] = []
    forms: dict[str, str] = {}
    for cell in notebook.cells:
        record = records.get(_grade_id(cell))
        form = find_answer(record.source) if record is not None and record.solution else None
        if record is None or form is None:
            elsewhere.append(cell.source)
        elif cell.source.strip() == record.source.strip():
            forms[form.name] = cell.source
        else:
            own[form.name] = cell.source
    found = gather_answers(own, elsewhere)
    return {**gather_answers(forms, []), **found}


def _run(record: RecordedCell, opened: Opened, answers: dict[str, Answer]) -> list[NotebookNode]:
    displays: list[dict[str, object]] = []
    names: dict[str, Any] = {name: answers.get(name, Answer(name)) for name in ANSWER_NAMES}
    names |= Desk(
        opened, lambda r: displays.append(report_output(r)), lambda m: displays.append(mark_output(m))
    ).names()
    try:
        value = _value(record.source, names)
    except Exception as error:  # an instructor's cell may fail in any way; it must be named, whatever it was
        raise FaultyTestCellError(
            f"the test cell {record.name!r} failed with {type(error).__name__}: {error}; "
            "mend it in the source and generate the assignment again."
        ) from error
    if not isinstance(value, float) or not isfinite(value) or not 0 <= value <= (record.points or 0):
        raise FaultyTestCellError(
            f"the test cell {record.name!r} ends with {value!r}; let it end with a mark from 0 to {record.points:g}, "
            "such as grade_package(package, points=…)."
        )
    outputs = [{"output_type": "display_data", "data": data, "metadata": {}} for data in displays]
    result = {"output_type": "execute_result", "data": {"text/plain": repr(value)}, "metadata": {}}
    return [from_dict(output) for output in (*outputs, {**result, "execution_count": None})]


def _value(source: str, names: dict[str, Any]) -> Any:
    """Run a test cell and return the value of its last line, as Jupyter would show it."""
    tree = ast.parse(source)
    last = tree.body.pop() if tree.body else None
    if not isinstance(last, ast.Expr):
        raise NegotiationError("its last line is no expression")
    exec(compile(tree, "test cell", "exec"), names)  # the instructor's own code, from the gradebook
    return eval(compile(ast.Expression(last.value), "test cell", "eval"), names)


def _grade_id(cell: NotebookNode) -> str:
    return cell.metadata.get("nbgrader", {}).get("grade_id", "")
