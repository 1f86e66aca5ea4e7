"""How many packages are better, against plain enumeration."""

from random import Random

from biggerpie.negotiation import Case, Issue, Party, count_dominating, weighted_case
from hypothesis import given, settings
from hypothesis import strategies as st

from ..brute_force import all_payoffs, cases, dominates


@settings(max_examples=70)
@given(cases(parties=2), st.data())
def test_the_packages_that_dominate_one_are_counted_exactly(case: Case, data):
    by_package = all_payoffs(case)
    package = data.draw(st.sampled_from(sorted(by_package)))
    better = sum(dominates(payoffs, by_package[package]) for payoffs in by_package.values())
    assert count_dominating(case, package) == better


def test_the_job_offer_has_2575_packages_better_than_the_middle(job_offer: Case):
    payoffs = all_payoffs(job_offer)
    middle = payoffs[job_offer.compromise]
    better = sum(dominates(one, middle) for one in payoffs.values())
    assert count_dominating(job_offer, job_offer.compromise) == better == 2575


def test_a_case_of_three_billion_packages_is_counted_too():
    draw = Random(1)
    issues = tuple(Issue(f"i{n}", "", tuple("abcdefghi")) for n in range(10))
    points = [tuple(tuple(draw.randrange(1000) for _ in range(9)) for _ in range(10)) for _ in range(2)]
    case = Case("large", "", issues, tuple(Party(name, "", "", "", 0, p) for name, p in zip("ab", points, strict=True)))
    assert 0 < count_dominating(case, case.compromise) < case.size


def test_where_all_weigh_the_same_and_differ_nothing_is_better_than_anything():
    case = weighted_case(["a", "b"], ([3, 7], [3, 7]), [True, True])
    assert {count_dominating(case, package) for package in case.packages()} == {0}
