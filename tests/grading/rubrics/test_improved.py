"""The rubric `improved`: better for both earns everything, better for one something, anything else nothing."""

import pytest
from biggerpie.grading.rubrics.improved import mark_improved
from biggerpie.negotiation import Case, NegotiationError

from ...negotiation.brute_force import all_payoffs, slack
from .texts import answer, written

SIGNED = (2, 2, 2, 1, 2, 2)


def marked(case: Case, package: tuple[int, ...]) -> float:
    return mark_improved(case, SIGNED, answer(written(case, package)), "candidate", 100).points


def test_every_package_is_marked_by_what_both_sides_gain(job_offer: Case):
    payoffs = all_payoffs(job_offer)
    was = payoffs[SIGNED]
    seen = set()
    for package in list(payoffs)[::13]:
        won = [now - before for now, before in zip(payoffs[package], was, strict=True)]
        expected = 100 if min(won) > 0 else 60 if min(won) == 0 and max(won) > 0 else 0
        seen.add(expected)
        assert marked(job_offer, package) == expected
    assert seen == {0, 60, 100}


def test_better_improvements_earn_more(job_offer: Case):
    perfect, good, signed_again, given_away = (2, 4, 0, 1, 4, 2), (2, 2, 2, 1, 4, 2), SIGNED, (0, 0, 0, 1, 4, 4)
    for_one = (2, 3, 1, 1, 2, 3)
    assert marked(job_offer, perfect) == marked(job_offer, good) == 100
    assert marked(job_offer, for_one) in (60, 100)
    assert (
        marked(job_offer, signed_again) == marked(job_offer, given_away) == marked(job_offer, (4, 4, 4, 1, 4, 0)) == 0
    )
    assert mark_improved(job_offer, SIGNED, answer(""), "candidate", 100).points == 0


def test_findings_say_gains_and_both_measures_before_and_after(job_offer: Case):
    package = (2, 3, 1, 1, 2, 2)
    payoffs = all_payoffs(job_offer)
    everything = set(payoffs.values())
    before, after = slack(everything, payoffs[SIGNED]), slack(everything, payoffs[package])
    mark = mark_improved(job_offer, SIGNED, answer(written(job_offer, package)), "candidate", 50)
    full = str(mark.report())
    for part in (
        "Days at home, '2 days' → '3 days': you gain 7, the employer would lose 3.",
        "You get 5 points more than in the signed deal.",
        "The employer gets 4 points more than in the signed deal.",
        f"What each side could still get at the same time: {before} points before, {after} now.",
        "% before, ",
    ):
        assert part in full


def test_a_deal_that_cannot_be_improved_is_refused(job_offer: Case):
    with pytest.raises(NegotiationError, match="choose a deal with slack"):
        mark_improved(job_offer, (2, 4, 0, 1, 4, 2), answer(""), "candidate", 50)
