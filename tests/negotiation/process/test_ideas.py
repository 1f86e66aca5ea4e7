"""Ideas: exact chances against enumeration, and both ways of judging against their definitions."""

from fractions import Fraction
from itertools import product
from statistics import fmean

import pytest
from biggerpie.negotiation import (
    Case,
    NegotiationError,
    beats_the_middle,
    chance_of_a_better_idea,
    idea_marks,
    judged_at_once,
    judged_later,
    package_mark,
    random_ideas,
    weighted_case,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from ..brute_force import all_payoffs, cases, dominates

SMALL = weighted_case(["roof", "path", "seed"], ([5, 1, 3], [1, 5, 2]), [True, True, False])


@settings(max_examples=40)
@given(cases(parties=2, most_issues=2), st.integers(0, 2))
def test_the_chance_is_the_share_of_all_series_of_ideas_in_which_one_beats_the_middle(case: Case, ideas):
    by_package = all_payoffs(case)
    series = list(product(by_package, repeat=ideas))
    middle = by_package[case.compromise]
    lucky = sum(any(dominates(by_package[idea], middle) for idea in one) for one in series)
    assert chance_of_a_better_idea(case, ideas) == Fraction(lucky, len(series))
    assert all(beats_the_middle(case, idea) == dominates(by_package[idea], middle) for idea in by_package)


def test_in_the_job_offer_ten_ideas_nearly_always_beat_the_middle(job_offer: Case):
    chances = [float(chance_of_a_better_idea(job_offer, ideas)) for ideas in (1, 5, 10, 20)]
    assert chances == pytest.approx([0.165, 0.594, 0.835, 0.973], abs=5e-4)
    searches = [random_ideas(job_offer, 5, seed) for seed in range(1000)]
    found = fmean(any(beats_the_middle(job_offer, idea) for idea in one) for one in searches)
    assert found == pytest.approx(chances[1], abs=0.04)


@given(st.integers(0, 30), st.integers(0, 99))
def test_more_ideas_begin_with_the_same_ones_and_judging_later_is_never_worse(ideas, seed):
    found = random_ideas(SMALL, ideas, seed)
    assert found == random_ideas(SMALL, ideas + 3, seed)[:ideas]
    middle = package_mark(SMALL, SMALL.compromise)
    at_once, later = (package_mark(SMALL, way(SMALL, found)) for way in (judged_at_once, judged_later))
    assert later >= at_once >= middle
    good = [package_mark(SMALL, idea) for idea in found if beats_the_middle(SMALL, idea)]
    assert (at_once, later) == ((good[0], max(good)) if good else (middle, middle))


def test_the_mean_of_judging_at_once_is_what_chance_and_the_better_packages_say(job_offer: Case):
    marks = idea_marks(job_offer, 20, 300, seed=4)
    better = [package_mark(job_offer, one) for one in job_offer.packages() if beats_the_middle(job_offer, one)]
    chance = chance_of_a_better_idea(job_offer, 20)
    expected = chance * fmean(better) + (1 - chance) * package_mark(job_offer, job_offer.compromise)
    assert marks.at_once == pytest.approx(expected, abs=2.5) == pytest.approx(55, abs=1)
    assert marks.later == pytest.approx(69, abs=1)


def test_one_idea_is_judged_alike_and_the_same_seed_gives_the_same():
    marks = idea_marks(SMALL, 1, 50, seed=2)
    assert marks.at_once == marks.later
    assert marks == idea_marks(SMALL, 1, 50, seed=2)


def test_where_nothing_is_better_the_middle_stays():
    fight = weighted_case(["price"], ([4], [4]), [True])
    assert chance_of_a_better_idea(fight, 50) == 0
    assert judged_later(fight, fight.packages()) == judged_at_once(fight, fight.packages()) == fight.compromise


def test_what_makes_no_sense_is_refused_in_a_sentence():
    with pytest.raises(NegotiationError, match="give 0 or more"):
        random_ideas(SMALL, -1, seed=1)
    with pytest.raises(NegotiationError, match="at least one search"):
        idea_marks(SMALL, 3, 0, seed=1)
