"""What marking reads of a submission's answers: the sentences of the checks in the exercise's own test cells."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ...negotiation import NegotiationError
from ..dossiers.dossier import Opened
from ..marking import answers_in, tested
from ..nbgrader_adapter.record import RecordedExercise
from ..nbgrader_adapter.restore import restored
from ..report.report import SIGNS, Report
from ..submission.notebook import read_submission, typed_student
from ..submission.printable import visible

LONGEST_SENTENCE = 500


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its sign, and the sign's word for those who don't see it."""

    sign: str
    word: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Understood:
    """What is read of one answer."""

    cell: str
    headline: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What is read of all answers, the id that was typed in the notebook, and why nothing could be read."""

    answers: tuple[Understood, ...] = ()
    typed: str = ""
    problem: str = ""


def understood(exercise: RecordedExercise, notebook: Path, open_case: Callable[[str], Opened]) -> Reading:
    """Return what marking reads of a notebook; no mark is given, and nothing is written.

    `open_case` returns the case that the student is marked on, by the id that was typed in the notebook.
    """
    try:
        whole = restored(exercise, read_submission(notebook))
        opened, answers = open_case(typed_student(whole)), answers_in(whole, exercise)
        read = []
        for record in exercise.cells:
            reports: list[Report] = []
            if record.is_test:
                tested(record, opened, answers, reports.append, lambda _: None)
            read += [_understood(record.name, report) for report in reports]
    except NegotiationError as problem:
        return Reading(problem=_short(str(problem)))
    except Exception as error:  # noqa: BLE001  # whatever marking fails over, the page is what one looks at then
        return Reading(problem=_short(f"Marking would fail with {type(error).__name__}: {error}"))
    return Reading(tuple(read), visible(typed_student(whole)))


def _understood(cell: str, report: Report) -> Understood:
    lines = (Line(SIGNS[found.tone], found.tone.value, _short(found.text)) for found in report.findings)
    return Understood(cell, _short(report.headline), tuple(lines))


def _short(sentence: str) -> str:
    sentence = visible(sentence)
    return sentence if len(sentence) <= LONGEST_SENTENCE else f"{sentence[:LONGEST_SENTENCE]}…"
