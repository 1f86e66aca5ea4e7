"""Where marks begin: what a guess can reach earns nothing, and everything earns everything."""

import pytest
from biggerpie.grading.report.mark import Mark, gained
from biggerpie.grading.rubrics.above import beginning_above
from biggerpie.negotiation import NegotiationError


@pytest.mark.parametrize(
    ("points", "above", "earned"),
    [(40, 60, 40), (32, 60, 20), (24, 60, 0), (10, 60, 0), (0, 60, 0), (20, 50, 0), (30, 50, 20), (7, 0, 7)],
)
def test_marks_grow_evenly_from_where_they_begin(points, above, earned):
    assert beginning_above(Mark(points, 40), above).points == earned


def test_the_first_finding_says_what_the_answer_is_worth_and_where_marks_begin():
    mark = beginning_above(Mark(32, 40, (gained("both are better off."),)), 60)
    said = "This answer is worth 80 of 100; marks begin above 60, about as far as guessing gets you if you ask"
    assert said in str(mark.report())
    assert [finding.text for finding in mark.findings][1] == "Both are better off."
    assert mark.in_short.startswith("This answer is worth 80 of 100")


@pytest.mark.parametrize("points", [0, 32])
def test_where_nothing_was_earned_or_marks_begin_at_nothing_the_mark_stays_as_it_is(points):
    mark = Mark(points, 40, (gained("both are better off."),))
    assert beginning_above(mark, 0 if points else 60) == mark


@pytest.mark.parametrize("above", [-1, 100, 160])
def test_a_beginning_that_no_answer_could_pass_is_refused(above):
    with pytest.raises(NegotiationError, match="write a number from 0 to 99"):
        beginning_above(Mark(32, 40), above)
