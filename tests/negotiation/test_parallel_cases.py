"""The two cases of lesson 7: the same problem in another setting, and as hard as each other."""

from itertools import chain
from random import Random
from statistics import mean

import pytest
from biggerpie.negotiation import (
    IssueKind,
    LinkKind,
    audit,
    count_dominating,
    greatest_sum,
    interest_links,
    issue_kinds,
    joint_value,
    load_case,
    package_mark,
    value_created,
)

from .strength_words import heard, strengths

PARALLEL = ("attic-flat", "oat-mill")


@pytest.fixture(params=PARALLEL)
def case(request):
    return load_case(request.param)


def test_there_are_six_issues_of_five_options_two_of_each_kind(case):
    assert [len(issue.options) for issue in case.issues] == [5] * 6
    assert sorted(issue_kinds(case)) == sorted([*IssueKind] * 2)


def test_both_cases_share_no_order_and_no_row_of_kinds():
    kinds = [issue_kinds(load_case(name)) for name in (*PARALLEL, "job-offer")]
    assert len(set(kinds)) == len(kinds)
    rows = [{party.weights() for party in load_case(name).parties} for name in (*PARALLEL, "job-offer")]
    assert len(set.union(*rows)) == sum(map(len, rows))


def test_best_options_sum_to_a_hundred_and_each_row_begins_at_nothing(case):
    for party in case.parties:
        assert sum(map(max, party.points)) == 100
        assert all(min(row) == 0 for row in party.points)
        assert 30 <= party.reservation_value <= 36
        assert f"worth {party.reservation_value} points" in party.batna


def test_on_a_compatible_issue_the_options_do_not_stand_in_order(case):
    rows = zip(issue_kinds(case), case.parties[0].points, strict=True)
    agreed = [row for kind, row in rows if kind is IssueKind.COMPATIBLE]
    assert any(list(row) not in (sorted(row), sorted(row, reverse=True)) for row in agreed)


def test_interests_make_every_kind_of_link(case):
    assert [len(party.interests) for party in case.parties] == [3, 3]
    links = chain.from_iterable(interest_links(case, case.parties[0].name).values())
    assert {link.kind for link in links} == set(LinkKind)


def test_what_a_side_says_of_an_issue_is_as_strong_as_its_weight(case):
    for party in case.parties:
        assert [statement.issue for statement in party.statements] == [issue.name for issue in case.issues]
        assert [heard(statement.answer) for statement in party.statements] == [{one} for one in strengths(party)]


def test_the_audit_passes_and_the_middle_leaves_much_behind(case):
    assert [check.name for check in audit(case) if not check.passed] == []
    assert count_dominating(case, case.compromise) >= 5
    best = greatest_sum(case).package
    assert joint_value(case, best) > joint_value(case, case.compromise)
    assert value_created(case, best) == 1


def test_the_middle_and_chance_earn_little(case):
    assert 20 <= package_mark(case, case.compromise) <= 35
    drawn = Random(7).sample(list(case.packages()), 1000)
    assert 15 <= mean(package_mark(case, package) for package in drawn) <= 30
