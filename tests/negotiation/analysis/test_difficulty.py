"""How hard a case is, against plain enumeration."""

from dataclasses import replace
from importlib import import_module
from statistics import fmean

import pytest
from biggerpie.negotiation import Case, NegotiationError, difficulty, load_case
from biggerpie.negotiation import package_mark as package_mark_of
from hypothesis import assume, given, settings

from ..brute_force import all_payoffs, cases, dominates, efficient, feasible, gain_product, package_mark


@settings(max_examples=30)
@given(cases(parties=2, most_issues=3))
def test_every_figure_equals_its_definition_over_all_packages(case: Case):
    by_package = all_payoffs(case)
    inside = feasible(case, set(by_package.values()))
    assume(inside and max(gain_product(case, payoffs) for payoffs in inside))
    marks = [package_mark(case, package) for package in by_package]
    middle = by_package[case.compromise]
    found = difficulty(case)
    assert found.middle == pytest.approx(package_mark(case, case.compromise))
    assert found.random == pytest.approx(fmean(marks))
    assert found.better * len(by_package) == sum(dominates(one, middle) for one in by_package.values())
    assert found.on_frontier == len(efficient(set(by_package.values())))
    assert found.creatable == max(map(sum, inside)) - sum(middle)
    assert sum(found.bands) == 1
    assert found.exact


def test_the_shares_of_marks_are_counted_in_tens():
    found = difficulty(load_case("apple-juice"))
    marks = [package_mark_of(load_case("apple-juice"), p) for p in load_case("apple-juice").packages()]
    tens = [sum(int(min(mark, 99) // 10) == ten for mark in marks) / len(marks) for ten in range(10)]
    assert [float(share) for share in found.bands] == pytest.approx(tens)


MODULE = import_module("biggerpie.negotiation.analysis.difficulty")


def test_of_many_packages_a_sample_is_marked_and_the_sentence_says_about(monkeypatch):
    case = load_case("attic-flat")
    whole = difficulty(case)
    monkeypatch.setattr(MODULE, "MOST_MARKED", 100)
    monkeypatch.setattr(MODULE, "SAMPLE", 500)
    difficulty.cache_clear()
    sampled = difficulty(case)
    difficulty.cache_clear()
    assert not sampled.exact
    assert sampled.random == pytest.approx(whole.random, abs=3)
    assert "a random package about 2" in sampled.sentence()
    assert "about" not in whole.sentence()


def test_a_case_without_agreement_has_no_difficulty(job_offer):
    hopeless = replace(job_offer, parties=tuple(replace(side, reservation_value=90) for side in job_offer.parties))
    with pytest.raises(NegotiationError, match="zone of agreement"):
        difficulty(hopeless)
