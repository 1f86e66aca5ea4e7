"""Asking pays and guessing doesn't: whoever asks nothing gets little, however well a program searches for it."""

import pytest
from biggerpie.course.new_course import exercise_names

from ..dossiers.test_what_can_be_computed import ALONE, IN_THE_KIT, OPEN
from ..dossiers.views import recorded, sorts_of
from .table import PARTS, guessed

MOST = 0.4
"""The largest share of a part's marks that may be had, on average, without asking."""
VARIANTS = 3
MANY_VARIANTS = 200
QUICKLY_FOUND_AT_LEAST = 0.01
"""What even a quick search finds; a search that finds nothing says nothing."""


def names(part: tuple[str, str]) -> str:
    return " ".join(part)


def test_every_part_that_depends_on_the_other_side_is_tried():
    apart = {*OPEN, *ALONE, *IN_THE_KIT}
    asked = {(name, sort) for name in exercise_names() for sort in sorts_of(recorded(name)) if sort not in apart}
    assert set(PARTS) == asked


@pytest.mark.parametrize("part", PARTS, ids=names)
def test_a_quick_search_for_an_answer_without_asking_finds_little(part):
    assert QUICKLY_FOUND_AT_LEAST < guessed(part, VARIANTS, thorough=False) < MOST


@pytest.mark.long
@pytest.mark.parametrize("part", PARTS, ids=names)
def test_a_thorough_search_over_many_variants_finds_little(part):
    assert guessed(part, MANY_VARIANTS, thorough=True) < MOST
