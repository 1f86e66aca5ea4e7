"""The audit of a case: what it asks, against plain enumeration, and what it says."""

from dataclasses import replace

import pytest
from biggerpie.negotiation import (
    Case,
    IssueKind,
    NegotiationError,
    audit,
    issue_kinds,
    load_case,
    weighted_case,
)
from hypothesis import given, settings

from ..brute_force import all_payoffs, cases, dominates, feasible
from ..peculiar import BARGAINS


@settings(max_examples=70)
@given(cases(parties=2))
def test_every_check_equals_its_definition_over_all_packages(case: Case):
    payoffs = list(all_payoffs(case).values())
    middle = all_payoffs(case)[case.compromise]
    kinds = issue_kinds(case)
    spans = [[max(row) - min(row) for row in party.points] for party in case.parties]
    tilts = {
        (first > second) - (first < second)
        for kind, first, second in zip(kinds, *spans, strict=True)
        if kind is IssueKind.INTEGRATIVE
    }
    best = tuple(max(column) for column in zip(*payoffs, strict=True))
    assert [check.passed for check in audit(case)] == [
        bool(feasible(case, set(payoffs))),
        {1, -1} <= tilts,
        IssueKind.COMPATIBLE in kinds and IssueKind.DISTRIBUTIVE in kinds,
        sum(dominates(one, middle) for one in payoffs) >= 5,
        best not in payoffs,
    ]
    for check in audit(case):
        assert check.sentence.endswith(".")
        assert "\n" not in check.sentence


@pytest.mark.parametrize("name", BARGAINS)
def test_the_kits_cases_pass(name):
    failed = [check.sentence for check in audit(load_case(name)) if not check.passed]
    assert not failed, f"{name}.toml: {' '.join(failed)}"


def test_sentences_give_the_figures(job_offer: Case):
    said = {check.name: check.sentence for check in audit(job_offer)}
    assert said["a deal"] == "the candidate can gain up to 64 points by a deal, the employer up to 67."
    assert "'days at home' matters more to the candidate (28 points against 12)" in said["a trade"]
    assert "2,575 of 15,625" in said["beyond the middle"]


def test_what_a_case_lacks_is_named_with_what_to_do(job_offer: Case):
    flat = weighted_case(["a", "b"], ([3, 7], [3, 7]), [True, True])
    said = {check.name: check for check in audit(flat)}
    assert "matters more to 'you' and 'them'" in said["a trade"].sentence
    assert "there is no compatible issue" in said["kinds of issues"].sentence
    assert "0 of 25 packages; make it at least 5" in said["beyond the middle"].sentence
    agreed = audit(weighted_case(["a"], ([3], [2]), [False]))[-1]
    assert not agreed.passed
    assert "one package is best for both" in agreed.sentence
    greedy = replace(job_offer, parties=tuple(replace(party, reservation_value=95) for party in job_offer.parties))
    assert "no package gives the candidate 95 points and the employer 95" in audit(greedy)[0].sentence
    with pytest.raises(NegotiationError, match="3 parties"):
        audit(replace(job_offer, parties=(*job_offer.parties, job_offer.parties[0])))
