"""A first talk and a later one in another setting: the two cases are exactly as hard as each other."""

from biggerpie.negotiation import (
    audit,
    frontier,
    greatest_sum,
    issue_kinds,
    kalai_smorodinsky,
    load_case,
    nash,
    package_mark,
    payoff_counts,
)

FIRST, LATER = (load_case(name) for name in ("pay-rise", "scope-creep"))


def test_both_have_as_many_packages_of_every_worth_to_the_two_sides():
    assert payoff_counts(FIRST) == payoff_counts(LATER)
    assert FIRST.reservation_values == LATER.reservation_values


def test_so_frontier_landmarks_and_the_mark_of_the_middle_are_the_same():
    assert [point.payoffs for point in frontier(FIRST)] == [point.payoffs for point in frontier(LATER)]
    for landmark in (nash, kalai_smorodinsky, greatest_sum):
        assert landmark(FIRST).payoffs == landmark(LATER).payoffs
    assert package_mark(FIRST, FIRST.compromise) == package_mark(LATER, LATER.compromise)
    assert all(check.passed for case in (FIRST, LATER) for check in audit(case))


def test_nobody_gets_far_in_the_later_case_with_the_places_of_the_options_that_were_best_in_the_first():
    assert issue_kinds(FIRST) != issue_kinds(LATER)
    assert package_mark(LATER, greatest_sum(FIRST).package) < 60


def test_they_share_no_issue():
    assert not {issue.name for issue in FIRST.issues} & {issue.name for issue in LATER.issues}
