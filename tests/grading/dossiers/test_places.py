"""Nobody of a class shares a case, nobody's case ever changes, and the table that does it does not tell the class."""

from collections import Counter
from random import Random
from statistics import fmean

import pytest
from biggerpie.grading.dossiers.places import Places, places_for

EXERCISE = "01-both-can-gain"
CANDIDATES, ENROLLED, DRAWINGS = 5_000, 30, 40


def ids(number: int, seed: object = 0) -> list[str]:
    """Ids as a university gives them."""
    draw = Random(seed)
    return [f"s{some:07}" for some in draw.sample(range(10**7), number)]


@pytest.mark.parametrize("size", [0, 1, 20, 300, 2_000])
def test_nobody_of_a_class_shares_a_case(size):
    students = ids(size)
    places = places_for("s" * 64, EXERCISE, students)
    assert places.shared(students) == []
    assert len({places.number_of(student) for student in students}) == size
    assert places.size >= max(2_048, 8 * size)


def test_without_the_table_many_of_a_large_class_would():
    places = places_for("s" * 64, EXERCISE, [])
    assert len(places.shared(ids(300))) > 5


def test_the_same_class_in_any_order_gets_the_same_cases():
    students = ids(100)
    assert places_for("s" * 64, EXERCISE, students) == places_for(
        "s" * 64, EXERCISE, [*students[::-1], f" {students[0]} "]
    )


def test_another_secret_and_another_exercise_give_another_table():
    tables = [places_for(*which, ids(30)).shifts for which in (("s" * 64, "01"), ("t" * 64, "01"), ("s" * 64, "02"))]
    assert len(set(tables)) == 3


def test_who_is_not_in_the_class_list_has_a_case_too_and_who_meets_another_is_named():
    students = ids(300)
    places = places_for("s" * 64, EXERCISE, students)
    late = next(name for name in ids(9_999, "late") if places.whose(name, students))
    met = places.whose(late, students)
    assert met in students
    assert places.number_of(late) == places.number_of(met)
    assert places.shared([*students, late]) == [tuple(sorted([late, met]))]
    assert places.whose(met, [*students, late]) == met


def ranked(places: Places, candidates: list[str], draw: Random) -> list[str]:
    """The candidates as an attacker ranks them: those that meet few others are likeliest to be in the class."""
    met = Counter(places.number_of(name) for name in candidates)
    return sorted(candidates, key=lambda name: (met[places.number_of(name)], draw.random()))


def test_who_has_a_list_of_five_thousand_ids_finds_the_thirty_of_the_class_no_better_than_by_chance():
    found, before = [], []
    for seed in range(DRAWINGS):
        draw = Random(seed)
        candidates = ids(CANDIDATES, seed)
        students = set(draw.sample(candidates, ENROLLED))
        order = ranked(places_for(f"{seed:064}", EXERCISE, students), candidates, draw)
        found.append(len(students & set(order[:ENROLLED])))
        before += [order.index(student) / CANDIDATES for student in students]
    print(f"\n{fmean(found):.2f} found, by chance {ENROLLED**2 / CANDIDATES:.2f}; mean rank {fmean(before):.3f}")
    assert fmean(found) < 1
    assert 0.46 < fmean(before) < 0.54, "chance is 0.5"
