"""Who doesn't come leaves one place empty: nobody else has to move who sits opposite somebody."""

from itertools import combinations

import pytest
from biggerpie.course.role_play.pairing import Met
from biggerpie.course.role_play.reseating import reseated

BEFORE = [("a", "b"), ("c", "d"), ("e", "f"), ("g", "h", "i")]
ALL = {student for group in BEFORE for student in group}


def seated(groups):
    return sorted(student for group in groups for student in group)


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_whoever_sits_opposite_somebody_stays_at_the_same_number(count):
    for absent in combinations(sorted(ALL), count):
        here = ALL - set(absent)
        after = reseated(BEFORE, here, Met())
        assert seated(after) == sorted(here)
        for before, now in zip(BEFORE, after, strict=True):
            stay = [student for student in before if student in here]
            if len(stay) > 1:
                assert list(now[: len(stay)]) == stay
        assert all(len(group) != 1 for group in after)


def test_two_who_are_left_over_sit_together_at_a_number_that_became_free():
    assert reseated(BEFORE, ALL - {"b", "d"}, Met())[:3] == [("a", "c"), (), ("e", "f")]


def test_somebody_alone_is_third_where_nobody_is_known_or_alone_where_there_are_no_threes():
    met = Met()
    for group in (("a", "c"), ("a", "d")):
        met.add(group)
    assert reseated(BEFORE, ALL - {"b"}, met)[:3] == [(), ("c", "d"), ("e", "f", "a")]
    assert reseated(BEFORE, ALL - {"b"}, met, threes=False)[:3] == [("a",), ("c", "d"), ("e", "f")]


def test_whoever_comes_late_gets_a_seat_and_sections_stay_apart():
    sections = dict.fromkeys("abcd", "one") | dict.fromkeys("efghi", "two") | {"x": "one", "y": "two"}
    after = reseated(BEFORE, ALL | {"x", "y"}, Met(), sections=sections)
    assert seated(after) == sorted(ALL | {"x", "y"})
    assert all(len({sections[student] for student in group}) == 1 for group in after)
