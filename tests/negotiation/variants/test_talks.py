"""Drawn talks and deals: of the wanted kinds for every key."""

from operator import sub

import pytest
from biggerpie.negotiation import (
    StepKind,
    count_dominating,
    is_feasible,
    load_case,
    next_offer,
    profile_payoff,
    reciprocity_balance,
    slack,
    steps,
    variant,
)
from biggerpie.negotiation.variants.party_texts import preferences
from biggerpie.negotiation.variants.talks import LAST_GIFT, giving_talks, mixed_talks, own_talks, signed_deal
from biggerpie.negotiation.variants.variant import possible_profiles

KEYS = [f"key {number}" for number in range(300)]


@pytest.fixture(params=["picture-book", "village-hall"])
def variants(request):
    return [(key, variant(load_case(request.param), key)) for key in KEYS]


def by_turns(case, log):
    return [offer.party for offer in log] == [party.name for party in case.parties] * 4


def test_mixed_talks_hold_a_step_of_each_kind(variants):
    for key, case in variants:
        log = mixed_talks(case, key)
        assert by_turns(case, log)
        assert sorted(step.kind for step in steps(case, log)) == sorted(StepKind)


def test_giving_talks_give_at_every_step_and_have_a_plain_balance(variants):
    for key, case in variants:
        log = giving_talks(case, key)
        assert by_turns(case, log)
        gifts = {party.name: 0 for party in case.parties}
        for step in steps(case, log):
            assert step.gift > 0
            gifts[step.offer.party] += step.gift
        first, second = gifts.values()
        assert float(reciprocity_balance(case, log)) == pytest.approx(1 - abs(first - second) / (first + second))
        assert first != second


def test_own_talks_end_with_a_gift_and_leave_a_ninth_offer_to_make(variants):
    for key, case in variants:
        log, own = own_talks(case, key), case.parties[0]
        assert by_turns(case, log)
        assert LAST_GIFT[0] <= own.payoff(log[7].package) - own.payoff(log[5].package) <= LAST_GIFT[1]
        assert own.payoff(log[0].package) == 100
        payoffs = [own.payoff(offer.package) for offer in log[::2]]
        assert payoffs == sorted(payoffs, reverse=True)
        assert len(set(payoffs)) == 4
        assert all(case.parties[1].payoff(offer.package) >= 30 for offer in log[1::2])
    last = {
        case.parties[0].payoff(own_talks(case, key)[7].package)
        - case.parties[0].payoff(own_talks(case, key)[5].package)
        for key, case in variants
    }
    assert len(last) >= 4


def test_own_talks_leave_twenty_sets_of_wishes_and_all_that_answer_alike(variants):
    for key, case in variants:
        log, other = own_talks(case, key), case.parties[1]
        signable = [offer.package for offer in (*log[1::2], log[6])]
        possible = possible_profiles(case, case.parties[0].points)
        left = [p for p in possible if min(profile_payoff(p, it) for it in signable) >= other.reservation_value]
        assert len(left) >= 20
        assert {p for p in possible if preferences(p) == preferences(other.points)} <= set(left)


def test_a_ninth_offer_can_earn_everything(variants):
    for key, case in variants[::60]:
        log = own_talks(case, key)
        shares = [next_offer(case, log, case.parties[0].name, package).share for package in list(case.packages())[::11]]
        assert 0 < max(shares) <= 1


def test_a_signed_deal_can_be_improved_for_both_and_is_none_of_the_best(variants):
    for key, case in variants:
        deal = signed_deal(case, key)
        assert is_feasible(case, deal)
        assert slack(case, deal) >= 8
        assert 0 < count_dominating(case, deal) <= 0.4 * case.size
        assert min(map(sub, case.payoffs(case.compromise), case.payoffs(deal))) <= 0


def test_talks_are_the_same_for_the_same_key(variants):
    key, case = variants[0]
    for draw in (mixed_talks, giving_talks, own_talks, signed_deal):
        assert draw(case, key) == draw(case, key)
        assert draw(case, key) != draw(case, f"{key}!")
