"""Everybody has a table, nobody meets a partner twice in twelve rounds, and a large class is seated at once."""

from collections import Counter
from itertools import combinations
from random import Random

import pytest
from biggerpie.course.role_play.pairing import Met, repeated, tables

from ...work import counted


def names(count: int) -> list[str]:
    return [f"s{number:03}" for number in range(count)]


@pytest.mark.parametrize("count", [16, 17, 18, 21, 24, 40, 61])
def test_nobody_has_a_partner_twice_in_twelve_rounds(count):
    met, seen = Met(), Counter()
    for number in range(12):
        groups = tables(names(count), met, seed=number)
        assert sorted(student for group in groups for student in group) == names(count)
        assert Counter(map(len, groups)) == Counter({2: (count - 3) // 2, 3: 1} if count % 2 else {2: count // 2})
        seen.update(frozenset(pair) for group in groups for pair in combinations(group[:2], 2))
        for group in groups:
            met.add(group)
    assert max(seen.values()) == 1


@pytest.mark.parametrize("count", [16, 20, 33])
@pytest.mark.parametrize("seed", range(6))
def test_nobody_has_a_partner_twice_where_some_are_absent_each_time(count, seed):
    met, draw = Met(), Random(seed)
    for number in range(12):
        here = [student for student in names(count) if draw.random() > 0.12]
        groups = tables(here, met, seed=seed, threes=False)
        assert sorted(student for group in groups for student in group) == here
        assert not repeated(groups, met), number
        for group in groups:
            met.add(group)


def test_five_hundred_are_seated_with_few_calls_also_in_the_twelfth_round():
    met = Met()
    for _ in range(11):
        for group in tables(names(500), met):
            met.add(group)
    with counted() as work:
        twelfth = tables(names(500), met)
    assert not repeated(twelfth, met)
    assert work.calls < 500_000


def test_tables_stay_within_sections_and_who_is_left_there_is_third_or_alone():
    sections = {name: "AB"[number % 2] for number, name in enumerate(names(14))}
    for threes in (True, False):
        groups = tables(names(14), Met(), sections=sections, threes=threes)
        assert all(len({sections[student] for student in group}) == 1 for group in groups)
        assert sorted(map(len, groups)) == ([2, 2, 2, 2, 3, 3] if threes else [1, 1, 2, 2, 2, 2, 2, 2])


def test_roles_change_and_the_same_seed_gives_the_same_tables():
    met = Met()
    for _ in range(10):
        groups = tables(names(16), met)
        assert groups == tables(names(16), met)
        for group in groups:
            met.add(group)
    assert all(3 <= met.first.get(name, 0) <= 7 for name in names(16))


@pytest.mark.parametrize(("count", "sizes"), [(0, []), (1, [1]), (2, [2]), (3, [3])])
def test_a_tiny_class_is_seated_too_also_where_all_have_met(count, sizes):
    met = Met()
    for _ in range(3):
        groups = tables(names(count), met)
        assert list(map(len, groups)) == sizes
        for group in groups:
            met.add(group)
