"""What one package changes against another, held against payoffs summed by hand."""

from biggerpie.negotiation import Case, changes, cheapest_gift, dominates, payoff_changes
from hypothesis import given, settings
from hypothesis import strategies as st

from . import brute_force as brute


@settings(max_examples=60)
@given(brute.cases(), st.data())
def test_changes_add_up_to_what_the_payoffs_differ_by(case: Case, data):
    payoffs = brute.all_payoffs(case)
    before, after = (data.draw(st.sampled_from(sorted(payoffs))) for _ in range(2))
    changed = changes(case, "party 0", before, after)
    gained = tuple(there - here for there, here in zip(payoffs[after], payoffs[before], strict=True))
    assert payoff_changes(case, before, after) == gained
    assert (-sum(one.cost for one in changed), sum(one.gift for one in changed)) == gained
    assert [one.issue for one in changed] == [
        issue.name for issue, old, new in zip(case.issues, before, after, strict=True) if old != new
    ]


@settings(max_examples=60)
@given(brute.cases(parties=3, most_issues=3), st.data())
def test_a_package_dominates_another_as_its_payoffs_do(case: Case, data):
    payoffs = brute.all_payoffs(case)
    one, other = (data.draw(st.sampled_from(sorted(payoffs))) for _ in range(2))
    assert dominates(case, one, other) == brute.dominates(payoffs[one], payoffs[other])


@settings(max_examples=60)
@given(brute.cases(), st.data())
def test_no_other_single_change_gives_more_beyond_its_cost(case: Case, data):
    payoffs = brute.all_payoffs(case)
    package = data.draw(st.sampled_from(sorted(payoffs)))
    own, other = payoffs[package]
    single = [payoffs[p] for p in payoffs if sum(a != b for a, b in zip(p, package, strict=True)) == 1]
    surplus = [there - other + mine - own for mine, there in single if there > other]
    best = max(surplus, default=0)
    found = cheapest_gift(case, "party 0", package)
    assert (found.gift - found.cost if found else 0) == max(0, best)
