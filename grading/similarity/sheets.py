"""Sheets: the marks of each submission on the case that was worked on, and on any other case."""

import ast
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial

from ...answers.answer import Answer
from ..dossiers.dossier import Opened
from ..dossiers.ids import tidy
from ..exercise import ANSWER_NAMES
from ..marking import FaultyTestCellError, tested
from ..nbgrader_adapter.record import RecordedCell, RecordedExercise
from .cases import Cases
from .each import for_each
from .handed_in import HandedIn, HandedInByAll

BETTER = 0.2
"""By so much of the points another case must be fitted better."""
Marks = dict[str, float]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A submission, the number of the case that was worked on, and its marks there by test cell."""

    handed_in: HandedIn
    number: int
    opened: Opened
    marks: Marks

    @property
    def student(self) -> str:
        """Whose it is."""
        return self.handed_in.student

    @property
    def total(self) -> float:
        """The sum of the marks."""
        return sum(self.marks.values())


@dataclass(frozen=True, slots=True)
class OtherId:
    """A submission that fits another id's case better than the student's own.

    The id was typed in it, or stands in worked-as.csv; `whose` is the classmate with that case, "" for nobody.
    """

    student: str
    typed: str
    own: float
    there: float
    points: float
    too: bool
    """Whether the student with that id handed in a notebook, too."""
    whose: str = ""
    noted: bool = False
    """Whether worked-as.csv names it."""


def marks_on(tests: Iterable[RecordedCell], answers: Mapping[str, Answer], opened: Opened) -> Marks:
    """Return what test cells give for answers on a case, nothing for answers that can't be marked there."""
    return {test.name: _points(test, answers, opened) for test in tests}


def _points(test: RecordedCell, answers: Mapping[str, Answer], opened: Opened) -> float:
    try:
        return tested(test, opened, dict(answers), _unseen, _unseen)
    except FaultyTestCellError:  # one of all cases may not stop the report; reading has tried the cell on another
        return 0.0


def tests_of(exercise: RecordedExercise) -> tuple[RecordedCell, ...]:
    """Return the test cells that mark an answer."""
    return tuple(cell for cell in exercise.cells if cell.is_test and answers_used(cell.source))


def points_of(tests: Iterable[RecordedCell]) -> float:
    """Return what test cells give at the most."""
    return sum(test.points or 0 for test in tests)


@lru_cache(maxsize=64)
def answers_used(source: str) -> frozenset[str]:
    """Return the names of the answers that a test cell marks."""
    names = {node.id for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name)}
    return frozenset(names & set(ANSWER_NAMES))


def marked_sheets(everyone: HandedInByAll, cases: Cases) -> tuple[list[Sheet], list[OtherId], dict[str, str]]:
    """Mark each submission on the case of the student's own id, or on the one that it was worked on by a slip.

    That is the case of the id that was typed in it, or stands in worked-as.csv, where the answers fit it better and
    nobody of the class has it. All such are listed, whatever stands in worked-as.csv. Third come those
    whose marking took too much, with the reason.
    """
    tests = tests_of(everyone.exercise)
    known = {tidy(one.student) for one in everyone.read}
    by_student = {one.student: one for one in everyone.read}
    ids = {one.student: _identities(one, cases) for one in everyone.read}
    opened = {identity: cases.opened(identity) for some in ids.values() for identity in some}

    answers = {student: one.answers for student, one in by_student.items()}
    found, why = for_each(list(by_student), partial(_marked, tests, answers, ids, opened), "marking it")
    sheets, others = [], []
    for student, marks in found.items():
        tried = zip(ids[student], marks, strict=True)
        own, *rest = [Sheet(by_student[student], cases.number(i), opened[i], given) for i, given in tried]
        for identity, there in zip(ids[student][1:], rest, strict=True):
            if there.number != own.number and there.total - own.total >= BETTER * points_of(tests):
                whose = cases.whose(identity, student)
                noted = identity == cases.noted(student)
                totals = own.total, there.total, points_of(tests)
                others.append(OtherId(student, identity, *totals, identity in known, whose, noted))
                own = own if whose else there
        sheets.append(own)
    return sheets, others, why


def _marked(
    tests: Iterable[RecordedCell],
    answers: Mapping[str, Mapping[str, Answer]],
    ids: Mapping[str, Iterable[str]],
    opened: Mapping[str, Opened],
    student: str,
) -> list[Marks]:
    """Return what the tests give for a student's answers, on the case of each id."""
    return [marks_on(tests, answers[student], opened[identity]) for identity in ids[student]]


def _identities(one: HandedIn, cases: Cases) -> tuple[str, ...]:
    """Return the student's own id, and those that worked-as.csv and the notebook name."""
    named = dict.fromkeys(filter(None, [cases.noted(one.student), tidy(one.typed)]))
    return (one.student, *named)


def _unseen(_: object) -> None:
    """Show nothing: only the marks count here."""
