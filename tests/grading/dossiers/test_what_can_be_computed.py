"""What a program earns that has a student's dossier and the kit, and nothing else: known, said, and no more than that.

Nobody can keep a student from computing what follows from what the student was given; the threat model lists it.
"""

import json
from dataclasses import replace
from types import MappingProxyType

import pytest
from biggerpie.course.new_course import exercise_names
from biggerpie.grading import marking
from biggerpie.grading.dossiers.codes import read_preferences
from biggerpie.grading.dossiers.dossier import Opened, drawn_case, read_dossier, written_dossier
from biggerpie.grading.dossiers.sentences import DrawnSentences
from biggerpie.grading.exercise import ANSWER_NAMES
from biggerpie.grading.nbgrader_adapter.record import RecordedCell, RecordedExercise
from biggerpie.grading.nbgrader_adapter.restore import restored
from biggerpie.grading.submission.notebook import SubmittedCell
from biggerpie.negotiation.analysis.importance import Importance
from biggerpie.negotiation.variants.party_texts import preferences
from biggerpie.negotiation.variants.variant import points_row, with_profiles

from ..simulated.perfect import perfect
from .views import recorded, sorts_of

OPEN = MappingProxyType({"steps": 24, "changes": 24, "claims": 24})
"""Rubrics on what lies open before everybody, or on what nobody needs the other side for."""
ALONE = MappingProxyType(
    {"asked": 10, "preparation": 16, "plan": 14, "scene": 30, "transcript": 48, "authored_case": 20, "decision": 28}
)
"""Rubrics on one's own side, on talks with somebody who answers, and on a case of one's own."""
IN_THE_KIT = MappingProxyType({"remarks": 40, "sorts": 40})
"""Kinds of sentences, which stand in the kit's files as in a book's answers."""
BY_ASKING = MappingProxyType({"labels": 20, "links": 40, "questions": 60, "priorities": 50})
"""What follows from the other side's words, which everybody hears who asks."""
WEIGHTS = {Importance.MOST: 30, Importance.MUCH: 14, Importance.LITTLE: 6}
CASES = 5


def guessed(exercise: RecordedExercise, opened: Opened) -> Opened:
    """The case as a program guesses it: words become points, and kinds come from the kit's files."""
    named = exercise.named
    code = json.loads(json.dumps(written_dossier(named, opened)))
    student = read_dossier(named, code)
    own, other = student.case.parties
    assert not any(map(any, other.points))
    weights = zip(read_preferences(code["other"]), preferences(own.points), own.weights(), strict=True)
    points = tuple(
        points_row(mine if it.strength is my.strength else WEIGHTS[it.strength], it.best) for it, my, mine in weights
    )
    material = {name: _with_kinds(named, name, value) for name, value in student.material.items()}
    return replace(student, case=with_profiles(named.template, own.points, points), material=material)


def _with_kinds(named, name: str, value):
    sort = named.material()[name]
    return sort._sentences(sort.code(value), "en", with_kinds=True) if isinstance(sort, DrawnSentences) else value


def earned(exercise: RecordedExercise, opened: Opened, text: dict[str, str]) -> dict[str, float]:
    """The marks that the grader gives on the true case, by the answer's name."""
    notebook = restored(exercise, [SubmittedCell("code", it, name) for name, it in text.items()])
    answers = marking.answers_in(notebook, exercise)
    cells = [cell for cell in exercise.cells if cell.is_test and sort_of(cell) in ANSWER_NAMES]
    marks = {}
    for cell in cells:
        sort = sort_of(cell)
        marks[sort] = marking.tested(cell, opened, answers, lambda _: None, lambda _: None)
    return marks


def sort_of(cell: RecordedCell) -> str:
    """The name of the answer that a test cell marks."""
    return cell.name.removeprefix("mark-").replace("-", "_")


def most(cells: tuple[RecordedCell, ...]) -> dict[str, float]:
    """The most that each answer can earn."""
    return {sort_of(cell): cell.points or 0 for cell in cells if cell.is_test}


@pytest.fixture(scope="module")
def found() -> dict[str, list[tuple[float, float]]]:
    """Of each sort of answer, what the program earns and what can be had, summed over the exercises, for some cases."""
    marks: dict[str, list[tuple[float, float]]] = {}
    for key in range(CASES):
        sums: dict[str, tuple[float, float]] = {}
        for name in exercise_names():
            exercise = recorded(name)
            opened = drawn_case(exercise.named, f"computed {key}")
            guess = guessed(exercise, opened)
            text = {sort: perfect(guess, sort, "program") for sort in sorts_of(exercise)}
            for sort, points in earned(exercise, opened, text).items():
                before = sums.get(sort, (0.0, 0.0))
                sums[sort] = (before[0] + points, before[1] + most(exercise.cells)[sort])
        for sort, pair in sums.items():
            marks.setdefault(sort, []).append(pair)
    return marks


def test_what_is_listed_can_be_computed_exactly_and_is_worth_what_is_said(found):
    for listed in (OPEN, ALONE, IN_THE_KIT, BY_ASKING):
        for sort, worth in listed.items():
            assert found[sort] == [(worth, worth)] * CASES, sort
    counted = [sum(listed.values()) for listed in (OPEN, ALONE, IN_THE_KIT, BY_ASKING)]
    print(f"\n{counted} of 1,000 marks")
    assert counted == [72, 166, 80, 170]


def test_the_rest_is_what_a_trade_by_the_words_earns_and_the_points_are_not_among_it(found):
    """Asking is free, so who has heard all the words trades well, by head or by program."""
    rest = {sort: found[sort] for sort in found.keys() - {*OPEN, *ALONE, *IN_THE_KIT, *BY_ASKING}}
    for sort, pairs in sorted(rest.items()):
        print(f"{sort}: {min(p for p, _ in pairs):g} to {max(p for p, _ in pairs):g} of {pairs[0][1]:g}")
    assert rest.keys() == {"package", "packages", "offer", "improved", "trade"}
    assert sum(pairs[0][1] for pairs in rest.values()) == 292
