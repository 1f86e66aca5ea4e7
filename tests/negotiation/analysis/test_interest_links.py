"""Links between interests, by hand and by their definition."""

from dataclasses import replace

import pytest
from biggerpie.negotiation import (
    Case,
    Interest,
    IssueKind,
    LinkKind,
    NegotiationError,
    interest_links,
    issue_kinds,
    load_case,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from ..brute_force import cases


def kinds_of_links(case: Case, party: str) -> dict[tuple[int, int], set[str]]:
    return {pair: {str(link.kind) for link in links} for pair, links in interest_links(case, party).items() if links}


def test_the_job_offers_links_by_hand(job_offer: Case):
    by_hand = {(0, 0): {"different"}, (1, 1): {"opposed"}, (2, 0): {"shared"}, (2, 2): {"shared"}}
    assert kinds_of_links(job_offer, "candidate") == by_hand
    turned = {(theirs, mine): kinds for (mine, theirs), kinds in by_hand.items()}
    assert kinds_of_links(job_offer, "employer") == turned


def test_the_issues_that_make_a_link_are_named(job_offer: Case):
    link = interest_links(job_offer, "candidate")[0, 0][0]
    assert (link.own_issues, link.other_issues) == (("days at home",), ("start date",))


def test_the_practice_cases_links_by_hand():
    assert kinds_of_links(load_case("apple-juice"), "press") == {(0, 0): {"different"}}
    assert kinds_of_links(load_case("shared-garden"), "gardener") == {(0, 0): {"shared"}}


@settings(max_examples=70)
@given(cases(parties=2), st.data())
def test_links_follow_their_definition(case: Case, data):
    names = [issue.name for issue in case.issues]
    issues = st.sets(st.sampled_from(names), min_size=1).map(lambda some: tuple(sorted(some)))
    interests = st.lists(st.builds(Interest, st.just("s"), st.just("b"), issues), max_size=3).map(tuple)
    sides = tuple(replace(party, interests=data.draw(interests)) for party in case.parties)
    case = replace(case, parties=sides)
    kinds = dict(zip(names, issue_kinds(case), strict=True))
    spans = [{n: max(row) - min(row) for n, row in zip(names, side.points, strict=True)} for side in sides]
    for (mine, theirs), links in interest_links(case, "party 0").items():
        one, two = set(sides[0].interests[mine].issues), set(sides[1].interests[theirs].issues)
        expected = set()
        for name in one & two:
            expected.add(LinkKind.SHARED if kinds[name] is IssueKind.COMPATIBLE else LinkKind.OPPOSED)
        traded = [n for n in one if kinds[n] is IssueKind.INTEGRATIVE and spans[0][n] > spans[1][n]]
        against = [n for n in two if kinds[n] is IssueKind.INTEGRATIVE and spans[1][n] > spans[0][n]]
        if not one & two and traded and against:
            expected.add(LinkKind.DIFFERENT)
        assert {link.kind for link in links} == expected


def test_three_parties_have_no_other_side(job_offer: Case):
    three = replace(job_offer, parties=(*job_offer.parties, job_offer.parties[0]))
    with pytest.raises(NegotiationError, match="3 parties"):
        interest_links(three, "employer")
