"""Offer logs: kinds of steps, gifts and costs, and the balance of both sides."""

from fractions import Fraction
from itertools import pairwise

import pytest
from biggerpie.negotiation import (
    Case,
    NegotiationError,
    Offer,
    StepKind,
    last_offer,
    reciprocity_balance,
    step_kind,
    steps,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from ..brute_force import all_payoffs, cases, feasible

DEFINITIONS = {
    StepKind.SILENT: lambda own, other: own == 0 and other == 0,
    StepKind.NICE: lambda own, other: own == 0 and other > 0,
    StepKind.FORTUNATE: lambda own, other: own > 0 and other > 0,
    StepKind.SELFISH: lambda own, other: own > 0 and other <= 0,
    StepKind.CONCESSION: lambda own, other: own < 0 and other >= 0,
    StepKind.UNFORTUNATE: lambda own, other: own <= 0 and other < 0,
}


def test_every_step_is_of_exactly_one_kind_and_of_the_kind_that_is_defined():
    for own in range(-3, 4):
        for other in range(-3, 4):
            fitting = [kind for kind, defined in DEFINITIONS.items() if defined(own, other)]
            assert fitting == [step_kind(own, other)]


@settings(max_examples=70)
@given(cases(parties=2), st.data())
def test_a_step_is_the_change_from_the_partys_own_previous_offer(case: Case, data):
    by_package = all_payoffs(case)
    names = [party.name for party in case.parties]
    offer = st.builds(Offer, st.sampled_from(names), st.sampled_from(sorted(by_package)))
    log = tuple(data.draw(st.lists(offer, max_size=8)))
    found = {step.number: (step.own, step.other) for step in steps(case, log)}
    for place, one in enumerate(log):
        earlier = [before for before in log[:place] if before.party == one.party]
        own = names.index(one.party)
        if earlier:
            was, now = by_package[earlier[-1].package], by_package[one.package]
            assert found.pop(place + 1) == (now[own] - was[own], now[1 - own] - was[1 - own])
    assert not found


@settings(max_examples=70)
@given(cases(parties=2), st.data())
def test_the_balance_follows_its_formula(case: Case, data):
    by_package = all_payoffs(case)
    zone = feasible(case, set(by_package.values()))
    names = [party.name for party in case.parties]
    packages = data.draw(st.lists(st.sampled_from(sorted(by_package)), max_size=10))
    log = tuple(Offer(names[turn % 2], package) for turn, package in enumerate(packages))
    given_by = []
    for own in (0, 1):
        side = [by_package[package] for package in packages[own::2]]
        total = sum(now[1 - own] - was[1 - own] for was, now in pairwise(side) if now in zone)
        given_by.append(max(0, total))
    balance = reciprocity_balance(case, log)
    if len(packages) < 6 or not sum(given_by):
        assert balance is None
    else:
        assert balance == 1 - Fraction(abs(given_by[0] - given_by[1]), sum(given_by))


def test_an_offer_outside_the_zone_of_agreement_is_no_gift(job_offer: Case):
    extreme, towards = (4, 4, 4, 0, 4, 0), (4, 4, 3, 0, 4, 0)
    fair = [(1, 3, 0, 1, 4, 3), (2, 3, 0, 1, 4, 3)]
    theirs = [Offer("employer", package) for package in ((0, 1, 0, 1, 4, 3), *fair)]
    ours = [Offer("candidate", package) for package in (extreme, towards, extreme)]
    assert reciprocity_balance(job_offer, (*ours, *theirs)) == 0


def test_a_log_that_does_not_fit_its_case_says_so(job_offer: Case):
    with pytest.raises(NegotiationError, match=r"did you mean 'employer'\?"):
        steps(job_offer, (Offer("employr", job_offer.compromise),))
    with pytest.raises(NegotiationError, match="no offer by 'employer'"):
        last_offer((Offer("candidate", job_offer.compromise),), "employer")
    three = Case("three", "", job_offer.issues, (*job_offer.parties, job_offer.parties[0]))
    with pytest.raises(NegotiationError, match="3 parties"):
        steps(three, (Offer("candidate", job_offer.compromise),))
