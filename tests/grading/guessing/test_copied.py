"""A classmate's best answer earns what an answer at random does."""

from statistics import fmean

import pytest
from biggerpie.grading.dossiers.dossier import Opened, drawn_case
from biggerpie.grading.nbgrader_adapter.record import RecordedExercise

from ..dossiers.test_what_can_be_computed import earned, most
from ..dossiers.views import recorded, sorts_of
from ..simulated.chance import chance
from ..simulated.perfect import perfect
from .table import PARTS

CLASSMATES = 5
LIKE_RANDOM = 0.15
"""By what share of a part's points a copied answer may do better on average than one drawn at random."""


def answers(writer, record: RecordedExercise, opened: Opened, name: str) -> dict[str, str]:
    return {sort: writer(opened, sort, name) for sort in sorts_of(record)}


@pytest.mark.parametrize("name", sorted({name for name, _ in PARTS}))
def test_a_copied_answer_earns_no_more_than_one_at_random(name):
    record = recorded(name)
    of, parts = most(record.cells), [sort for exercise, sort in PARTS if exercise == name]
    openings = [drawn_case(record.named, f"classmate {number}") for number in range(CLASSMATES)]
    best = [answers(perfect, record, opened, "best") for opened in openings]
    marks = [[earned(record, opened, answer) for answer in best] for opened in openings]
    drawn = [earned(record, it, answers(chance, record, it, f"{n}")) for it in openings for n in "ab"]
    for sort in parts:
        own = [marks[n][n][sort] / of[sort] for n in range(CLASSMATES)]
        copied = [row[m][sort] / of[sort] for n, row in enumerate(marks) for m in range(CLASSMATES) if m != n]
        assert fmean(own) > 0.95, sort
        assert fmean(copied) < fmean(it[sort] for it in drawn) / of[sort] + LIKE_RANDOM, sort
