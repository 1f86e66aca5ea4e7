"""Concessions: levels by hand, packages against enumeration, and what the dance creates and divides."""

from collections import Counter
from statistics import mean

import pytest
from biggerpie.negotiation import (
    Case,
    Dance,
    NegotiationError,
    Picking,
    Tactic,
    dance,
    greatest_sum,
    is_efficient,
    is_feasible,
    load_case,
    target_level,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from ..brute_force import all_payoffs, cases, joint_share, lesson_cases

TACTICS = st.builds(Tactic, st.floats(0.2, 5), st.sampled_from(Picking), st.floats(0, 1))


def danced(case: Case, picking: Picking, speeds: tuple[float, float] = (1, 1), seed: int = 0) -> Dance:
    return dance(case, (Tactic(speeds[0], picking), Tactic(speeds[1], picking)), 20, seed)


def test_a_boulware_waits_and_a_conceder_hurries():
    shares = [Tactic(speed, Picking.TRADE, 0.2).conceded(0.25) for speed in (0.5, 1, 2)]
    assert shares == pytest.approx([0.2 + 0.8 / 16, 0.2 + 0.8 / 4, 0.2 + 0.8 / 2])


def test_a_level_goes_from_the_best_to_the_reservation_value(job_offer: Case):
    candidate = job_offer.party("candidate")
    levels = [target_level(candidate, Tactic(1, Picking.TRADE), time) for time in (0, 0.5, 1)]
    assert levels == [100, 67, 34]


@settings(max_examples=40)
@given(cases(parties=2), st.tuples(TACTICS, TACTICS), st.integers(1, 6), st.integers(0, 9))
def test_every_offer_is_at_the_partys_level_and_picked_as_it_picks(case: Case, tactics, deadline, seed):
    by_package = all_payoffs(case)
    for turn, offer in enumerate(dance(case, tactics, deadline, seed).log):
        own = turn % 2
        level = target_level(case.parties[own], tactics[own], turn // 2 / deadline) - 1e-9
        reaching = [payoffs for payoffs in by_package.values() if payoffs[own] >= level]
        payoffs = by_package[offer.package]
        assert payoffs in reaching
        if tactics[own].picking is Picking.RANDOM:
            assert payoffs[own] == min(one[own] for one in reaching)
        else:
            assert payoffs[1 - own] == max(one[1 - own] for one in reaching)


@settings(max_examples=40)
@given(cases(parties=2), st.tuples(TACTICS, TACTICS), st.integers(1, 6), st.integers(0, 9))
def test_a_dance_ends_with_the_offer_that_was_accepted_and_the_same_seed_gives_the_same(
    case: Case, tactics, deadline, seed
):
    done = dance(case, tactics, deadline, seed)
    assert done == dance(case, tactics, deadline, seed)
    assert [offer.party for offer in done.log] == [case.parties[n % 2].name for n in range(len(done.log))]
    if done.agreement is None:
        assert len(done.log) == 2 * (deadline + 1)
    else:
        assert done.agreement == done.log[-1].package
        accepting = case.parties[len(done.log) % 2]
        most = sum(map(max, accepting.points))
        assert accepting.payoff(done.agreement) >= min(accepting.reservation_value, most)


def test_packages_at_a_level_are_drawn_equally_often(job_offer: Case):
    # The candidate's first offer after conceding six points at once is worth 94 points, like so many packages.
    tactic = Tactic(1, Picking.RANDOM, 6 / 66)
    drawn = Counter(dance(job_offer, (tactic, tactic), 1, seed).log[0].package for seed in range(2000))
    possible = {package for package, payoffs in all_payoffs(job_offer).items() if payoffs[0] == 94}
    assert set(drawn) == possible
    assert len(possible) > 3
    assert all(count == pytest.approx(2000 / len(possible), rel=0.3) for count in drawn.values())


@pytest.mark.parametrize("name", lesson_cases())
def test_what_is_conceded_creates_value_and_how_fast_divides_it(name):
    case = load_case(name)
    at_random = [danced(case, Picking.RANDOM, seed=seed) for seed in range(30)]
    traded = danced(case, Picking.TRADE)
    assert mean(joint_share(case, one.agreement) for one in at_random) < joint_share(case, traded.agreement) - 0.1
    assert sum(case.payoffs(traded.agreement)) == sum(greatest_sum(case).payoffs)
    patient = danced(case, Picking.TRADE, (0.5, 2))
    assert joint_share(case, patient.agreement) == joint_share(case, traded.agreement)
    assert case.payoffs(patient.agreement)[0] > case.payoffs(traded.agreement)[0]
    assert all(is_efficient(case, one.agreement) and is_feasible(case, one.agreement) for one in (traded, patient))


def test_the_job_offers_figures_are_those_of_the_docstring(job_offer: Case):
    at_random = [danced(job_offer, Picking.RANDOM, seed=seed) for seed in range(200)]
    assert mean(joint_share(job_offer, one.agreement) for one in at_random) == pytest.approx(1.22, abs=0.005)
    for speeds, payoffs in (((1, 1), (72, 72)), ((0.5, 2), (88, 56))):
        traded = danced(job_offer, Picking.TRADE, speeds).agreement
        assert joint_share(job_offer, traded) == 1.44
        assert job_offer.payoffs(traded) == payoffs


def test_what_cannot_be_danced_is_refused_in_a_sentence(job_offer: Case):
    tactic = Tactic(1, Picking.TRADE)
    with pytest.raises(NegotiationError, match="at least 1 round"):
        dance(job_offer, (tactic, tactic), 0, seed=1)
    for speed, first_step in ((0, 0), (1, 1.5)):
        with pytest.raises(NegotiationError, match="a speed above 0"):
            Tactic(speed, Picking.TRADE, first_step)
