"""Kinds of issues, and the identity behind lesson 1."""

from fractions import Fraction

import pytest
from biggerpie.negotiation import (
    Case,
    Issue,
    IssueKind,
    NegotiationError,
    Party,
    issue_kinds,
    joint_value,
    logrolling_index,
    weighted_case,
)
from hypothesis import given, settings
from hypothesis import strategies as st


def one_issue(first: tuple[int, ...], second: tuple[int, ...]) -> Case:
    issue = Issue("it", "", tuple(map(str, range(len(first)))))
    return Case("one", "", (issue,), (Party("a", "", "", "", 0, (first,)), Party("b", "", "", "", 0, (second,))))


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ((0, 5, 10), (10, 5, 0), IssueKind.DISTRIBUTIVE),
        ((0, 5, 10), (4, 2, 0), IssueKind.INTEGRATIVE),
        ((0, 5, 10), (0, 2, 4), IssueKind.COMPATIBLE),
        ((0, 9, 3), (1, 4, 2), IssueKind.COMPATIBLE),
        ((0, 0, 0), (4, 2, 0), IssueKind.COMPATIBLE),
        ((0, 5, 10, 2), (10, 5, 0, 3), IssueKind.DISTRIBUTIVE),
    ],
)
def test_an_issue_has_its_kind_from_its_points(first, second, kind):
    assert issue_kinds(one_issue(first, second)) == (kind,)


def test_the_job_offer_has_two_issues_of_each_kind(job_offer: Case):
    kinds = issue_kinds(job_offer)
    assert {kind: kinds.count(kind) for kind in IssueKind} == dict.fromkeys(IssueKind, 2)


def test_three_parties_have_no_kinds_of_issues(job_offer: Case):
    three = Case("three", "", job_offer.issues, (*job_offer.parties, job_offer.parties[0]))
    with pytest.raises(NegotiationError, match="3 parties"):
        issue_kinds(three)


def added_by_the_formula(case: Case, package: tuple[int, ...]) -> Fraction:
    """J - J(c) as the blueprint writes it: half of the sum of |w_A - w_B|(2s - 1), plus the compatible part."""
    added = Fraction(0)
    for position, option in enumerate(package):
        first, second = (party.points[position] for party in case.parties)
        w_a, w_b = max(first) - min(first), max(second) - min(second)
        if issue_kinds(case)[position] is IssueKind.COMPATIBLE:
            middle = case.compromise[position]
            added += first[option] + second[option] - first[middle] - second[middle]
        elif w_a != w_b:
            heavier, weight = (first, w_a) if w_a > w_b else (second, w_b)
            share = Fraction(heavier[option] - min(heavier), weight)
            added += Fraction(abs(w_a - w_b), 2) * (2 * share - 1)
    return added


def test_the_identity_of_lesson_1_holds_for_every_package_of_the_job_offer(job_offer: Case):
    middle = joint_value(job_offer, job_offer.compromise)
    for package in list(job_offer.packages())[::7]:
        assert joint_value(job_offer, package) - middle == added_by_the_formula(job_offer, package)


weights = st.lists(st.integers(0, 10), min_size=3, max_size=3)


@settings(max_examples=200)
@given(weights, weights, st.lists(st.booleans(), min_size=3, max_size=3), st.tuples(*[st.integers(0, 4)] * 3))
def test_the_identity_holds_for_whatever_the_sliders_of_lesson_1_say(yours, theirs, opposed, package):
    case = weighted_case(["a", "b", "c"], (yours, theirs), opposed)
    added = joint_value(case, package) - joint_value(case, case.compromise)
    assert added == added_by_the_formula(case, package)


def test_equal_weights_leave_nothing_to_create():
    case = weighted_case(["a", "b"], ([3, 7], [3, 7]), [True, True])
    assert {joint_value(case, package) for package in case.packages()} == {40}


def test_the_logrolling_index_runs_from_the_wrong_trades_to_all_trades():
    case = weighted_case(["a", "b"], ([2, 6], [6, 2]), [True, True])
    assert [logrolling_index(case, p) for p in ((4, 0), (2, 2), (0, 4))] == [-1, 0, 1]
    assert logrolling_index(weighted_case(["a"], ([3], [3]), [True]), (2,)) is None
