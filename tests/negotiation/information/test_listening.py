"""Listening: exact means against all packages, and against answers heard by chance."""

from dataclasses import replace
from statistics import mean

import pytest
from biggerpie.negotiation import (
    Case,
    NegotiationError,
    Question,
    QuestionKind,
    after_answer,
    after_paraphrase,
    best_offer,
    fixed_pie,
    heard_answer,
    load_case,
    profiles,
    uniform_belief,
    value_of_asking,
    value_of_assuming,
    weighted_case,
)

from ..brute_force import all_payoffs, feasible, lesson_cases

MOST = Question("What matters most to you?", QuestionKind.MOST)


def supposed(case: Case, party: str, profile) -> Case:
    """The case in which the party has this profile."""
    return replace(case, parties=tuple(replace(p, points=profile) if p.name == party else p for p in case.parties))


def created(case: Case, package) -> float:
    """The share of the creatable value, 0 without a deal, from all packages."""
    by_package = all_payoffs(case)
    middle, own = sum(by_package[case.compromise]), by_package[package]
    best = max(map(sum, feasible(case, set(by_package.values()))))
    return (sum(own) - middle) / (best - middle) if own in feasible(case, {own}) else 0


@pytest.mark.parametrize("name", lesson_cases())
def test_the_assumption_costs_more_than_not_knowing_and_one_question_brings_most(name):
    case = load_case(name)
    for own, other in (case.parties, case.parties[::-1]):
        assumed = value_of_assuming(case, own.name, fixed_pie(case, other.name)).created
        open_minded = value_of_assuming(case, own.name, uniform_belief(case, other.name)).created
        asked = value_of_asking(case, own.name, [(MOST, 0)]).created
        assert assumed == 0
        assert 0.5 < open_minded < 0.75
        assert 0.84 < asked < 0.96


def test_the_job_offers_figures_are_those_of_the_docstrings(job_offer: Case):
    guesses = (fixed_pie(job_offer, "employer"), uniform_belief(job_offer, "employer"))
    figures = [value_of_assuming(job_offer, "candidate", belief).created for belief in guesses]
    errors = (0, 0.2, after_paraphrase(0.2))
    figures += [value_of_asking(job_offer, "candidate", [(MOST, error)]).created for error in errors]
    assert figures == pytest.approx([0, 0.703, 0.952, 0.832, 0.934], abs=5e-4)
    assert value_of_assuming(job_offer, "candidate", guesses[1]).no_deal == pytest.approx(15 / 180)


def test_who_asks_nothing_creates_what_an_open_mind_creates(job_offer: Case):
    silence = Question("Nice weather?", QuestionKind.NONE)
    open_minded = value_of_assuming(job_offer, "candidate", uniform_belief(job_offer, "employer"))
    for asked in ([], [(silence, 0.2)]):
        found = value_of_asking(job_offer, "candidate", asked)
        assert (found.created, found.no_deal) == pytest.approx((open_minded.created, open_minded.no_deal))


def test_the_mean_is_that_over_all_profiles_of_answers_heard_by_chance():
    case = load_case("shared-garden")
    beliefs = uniform_belief(case, "grandmother")
    where = Question("Which vegetable beds would suit you?", QuestionKind.DIRECTION, (0,))
    asked = [(MOST, 0.3), (where, 0.1)]
    found = []
    for number, profile in enumerate(profiles(case, "grandmother") * 25):
        belief = beliefs
        for question, error in asked:
            seed = 2 * number + asked.index((question, error))
            belief = after_answer(belief, question, heard_answer(beliefs, question, profile, error, seed), error)
        package = best_offer(case, "gardener", belief)
        found.append(created(supposed(case, "grandmother", profile), package))
    assert value_of_asking(case, "gardener", asked).created == pytest.approx(mean(found), abs=0.03)


def test_who_knows_the_other_side_offers_the_most_within_a_point_for_each_issue():
    case = load_case("apple-juice")
    for profile in profiles(case, "chain"):
        known = supposed(case, "chain", profile)
        package = best_offer(case, "press", replace(uniform_belief(case, "chain"), profiles=(profile,), chances=(1.0,)))
        most = max(map(sum, all_payoffs(known).values()))
        assert sum(known.payoffs(package)) >= most - len(case.issues)


def test_a_fixed_pie_splits_everything_down_the_middle(job_offer: Case):
    assert best_offer(job_offer, "candidate", fixed_pie(job_offer, "employer")) == job_offer.compromise


def test_a_paraphrase_fails_only_where_both_fail():
    assert after_paraphrase(0.2) == pytest.approx(0.04)


def test_what_cannot_be_gone_through_is_refused_in_a_sentence(job_offer: Case):
    with pytest.raises(NegotiationError, match="ask fewer questions"):
        value_of_asking(job_offer, "candidate", [(MOST, 0.1)] * 3)
    fight = weighted_case(["price"], ([4], [4]), [True])
    with pytest.raises(NegotiationError, match="leaves nothing to create"):
        value_of_asking(fight, "you", [])
