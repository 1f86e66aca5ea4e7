"""The next offer, against the definition over all packages."""

from fractions import Fraction

import pytest
from biggerpie.negotiation import Case, NegotiationError, Offer, OfferLog, next_offer, step_kind
from hypothesis import given, settings
from hypothesis import strategies as st

from ..brute_force import all_payoffs, cases, floors


def values(case: Case, log: OfferLog, own: int) -> dict[tuple[int, ...], Fraction]:
    """Package → half reciprocity and half efficiency, by the definition and over all packages."""
    by_package = all_payoffs(case)
    name = case.parties[own].name
    was = [by_package[offer.package] for offer in log if offer.party == name][-1]
    theirs = [by_package[offer.package] for offer in log if offer.party != name]
    answered = theirs[-1][own] - theirs[-2][own] if len(theirs) > 1 else 0
    kept = max(0, was[own] - floors(case)[own])
    found = {}
    for package, now in by_package.items():
        gift, cost = now[1 - own] - was[1 - own], was[own] - now[own]
        if gift <= 0 or any(u < d for u, d in zip(now, floors(case), strict=True)):
            found[package] = Fraction(0)
            continue
        most = max(p[1 - own] for p in by_package.values() if p[own] >= now[own]) - was[1 - own]
        if answered > 0:
            reciprocity = Fraction(min(gift, answered), max(gift, answered))
        else:
            reciprocity = Fraction(int(cost <= gift and 2 * cost <= kept))
        found[package] = (reciprocity + Fraction(gift, most)) / 2
    return found


@settings(max_examples=70)
@given(cases(parties=2, most_issues=3), st.data())
def test_the_share_equals_the_definition_over_all_packages(case: Case, data):
    own = data.draw(st.sampled_from([0, 1]))
    packages = data.draw(st.lists(st.sampled_from(sorted(all_payoffs(case))), min_size=2, max_size=6))
    log = tuple(Offer(case.parties[turn % 2].name, package) for turn, package in enumerate(packages))
    expected = values(case, log, own)
    best = max(expected.values())
    package = data.draw(st.sampled_from(sorted(expected)))
    if best:
        assert next_offer(case, log, case.parties[own].name, package).share == expected[package] / best
    else:
        with pytest.raises(NegotiationError, match="end the log earlier"):
            next_offer(case, log, case.parties[own].name, package)


LOG = tuple(
    Offer(("candidate", "employer")[turn % 2], package)
    for turn, package in enumerate(((4, 4, 4, 1, 4, 0), (0, 0, 0, 1, 2, 4), (4, 4, 3, 1, 4, 0), (1, 0, 0, 1, 3, 4)))
)


@pytest.mark.parametrize("log", [LOG, (*LOG[:3], LOG[1])])
def test_giving_everything_away_never_earns_everything_and_the_best_offer_does(job_offer: Case, log: OfferLog):
    payoffs = all_payoffs(job_offer)
    share = {package: next_offer(job_offer, log, "candidate", package).share for package in list(payoffs)[::5]}
    inside = [package for package in share if payoffs[package][0] >= 34]
    most_given = max(inside, key=lambda package: (payoffs[package][1], payoffs[package][0]))
    assert share[most_given] < Fraction(2, 3)
    everything = max(payoffs, key=lambda package: (payoffs[package][1], payoffs[package][0]))
    assert next_offer(job_offer, log, "candidate", everything).share == 0
    assert max(share.values()) > Fraction(9, 10)


def test_taking_more_earns_nothing(job_offer: Case):
    had = job_offer.payoffs(LOG[2].package)
    for package in list(job_offer.packages())[::37]:
        now = job_offer.payoffs(package)
        gives_nothing = step_kind(now[0] - had[0], now[1] - had[1]) in ("selfish", "unfortunate", "silent")
        assert not (gives_nothing and next_offer(job_offer, LOG, "candidate", package).share)


def test_who_has_made_no_offer_has_no_next_one(job_offer: Case):
    with pytest.raises(NegotiationError, match="no offer by 'employer'"):
        next_offer(job_offer, LOG[:1], "employer", job_offer.compromise)
