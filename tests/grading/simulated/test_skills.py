"""Who negotiates better earns more, in every exercise and over all of them."""

from statistics import fmean

import pytest

from .course import SIZE, means
from .everyone import SKILLS

pytestmark = pytest.mark.long

ONE_IDEA = ("middle", "random", "greedy")
ALL_THE_SAME_EARNS_NOTHING = {
    "01-both-can-gain": ("greedy",),
    "03-the-relationship": ("greedy",),
    "04-interests": ("middle", "greedy"),
    "06-options": ("greedy",),
    "07-another-table": ("greedy",),
    "08-the-close": ("greedy",),
}
"""Who tells nothing apart, or would take from what is signed, earns hardly more than who does nothing."""


@pytest.fixture(scope="module")
def by_exercise(marks):
    """The mean mark by exercise and skill."""
    return means(marks)


def overall(by_exercise: dict[str, dict[str, float]], skill: str) -> float:
    return fmean(row[skill] for row in by_exercise.values())


def test_everybody_has_a_mark_in_each_of_the_exercises(marks):
    assert len(marks) == 10
    assert all(len(of_class) == SIZE for of_class in marks.values())


def test_who_knows_everything_gets_all_marks_or_nearly_so_where_three_packages_have_to_be_found(marks):
    for exercise, of_class in marks.items():
        least = min(mark for student, mark in of_class.items() if student.startswith("perfect"))
        assert least == pytest.approx(100) or (exercise == "06-options" and least > 96), exercise


def test_who_trades_by_strength_in_words_comes_near_that_without_a_number_of_the_other_side(by_exercise):
    for exercise, row in by_exercise.items():
        assert row["perfect"] >= row["logroller"] > 85, exercise


def test_one_idea_for_everything_falls_far_behind_trading(by_exercise):
    for exercise, row in by_exercise.items():
        assert row["logroller"] > 25 + max(row[skill] for skill in ONE_IDEA), exercise


def test_an_empty_notebook_earns_nothing_and_all_the_same_hardly_more(by_exercise):
    for exercise, row in by_exercise.items():
        assert row["empty"] == 0
        for skill in ALL_THE_SAME_EARNS_NOTHING.get(exercise, ()):
            assert row[skill] < 5, (exercise, skill)


def test_over_all_exercises_the_order_of_skills_is_strict(by_exercise):
    """One idea earns a little, whichever it is, and more than nothing."""
    of = {skill: overall(by_exercise, skill) for skill in SKILLS}
    one_idea = [of[skill] for skill in ONE_IDEA]
    assert of["perfect"] > of["logroller"] > 4 * max(one_idea)
    assert min(one_idea) > of["empty"] == 0
