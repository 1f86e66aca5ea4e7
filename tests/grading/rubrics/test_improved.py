"""The rubric `improved`: how far both climb together from a signed deal toward the frontier, and nobody loses."""

from fractions import Fraction
from statistics import fmean

import pytest
from biggerpie.grading.rubrics.improved import mark_improved
from biggerpie.negotiation import Case, NegotiationError, issue_kinds, load_case, variant
from biggerpie.negotiation.variants.talks import signed_deal

from ...negotiation.brute_force import all_payoffs, slack
from .texts import answer, written

SIGNED = (2, 2, 2, 1, 2, 2)


def marked(case: Case, package: tuple[int, ...], signed: tuple[int, ...] = SIGNED) -> float:
    return mark_improved(case, signed, answer(written(case, package)), case.parties[0].name, 100).points


def by_the_docstring(everything: dict, signed: tuple[int, ...], package: tuple[int, ...]) -> float:
    """The mark as it is described, from all packages."""
    values = set(everything.values())
    was, now = everything[signed], everything[package]
    won = [after - before for after, before in zip(now, was, strict=True)]
    if min(won) < 0 or not any(won):
        return 0.0
    before, after = slack(values, was), slack(values, now)
    climbed = 1 - Fraction(after, before)
    return float(100 * max(0, 2 * climbed - 1) * min(1, Fraction(2 * min(won), before)))


def test_every_package_is_marked_by_how_far_both_climb(job_offer: Case):
    payoffs = all_payoffs(job_offer)
    seen = set()
    for package in list(payoffs)[::61]:
        expected = by_the_docstring(payoffs, SIGNED, package)
        seen.add(expected)
        assert marked(job_offer, package) == pytest.approx(expected, abs=0.006)
    assert {0.0, 100.0} < seen
    assert len(seen) > 5


def test_nothing_more_to_gain_for_both_earns_everything_and_less_of_the_climb_less(job_offer: Case):
    perfect, some, signed_again, given_away = (2, 4, 0, 1, 4, 2), (2, 2, 1, 1, 4, 2), SIGNED, (0, 0, 0, 1, 4, 4)
    assert marked(job_offer, perfect) == 100 > marked(job_offer, some)
    assert (
        marked(job_offer, signed_again) == marked(job_offer, given_away) == marked(job_offer, (4, 4, 4, 1, 4, 0)) == 0
    )
    assert mark_improved(job_offer, SIGNED, answer(""), "candidate", 100).points == 0


@pytest.mark.parametrize("place", ["one compatible issue", "both compatible issues"])
def test_what_both_want_alone_earns_little_and_never_everything(place):
    earned = []
    for key in range(24):
        case = variant(load_case("picture-book"), f"one issue {key}")
        signed = signed_deal(case, f"one issue {key}")
        agreed = [n for n, kind in enumerate(issue_kinds(case)) if kind == "compatible"]
        agreed = agreed if place.startswith("both") else agreed[:1]
        best = [row.index(max(row)) for row in case.parties[0].points]
        earned.append(marked(case, tuple(best[n] if n in agreed else it for n, it in enumerate(signed)), signed))
    assert max(earned) < 100
    assert fmean(earned) < 30


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
        f"What each side could still get at the same time: {before} points before, {after} now, ",
        "of the way; marks begin halfway.",
        "Whoever gains less gains 4 points; from ",
        "% before, ",
    ):
        assert part in full


def test_a_gain_for_one_side_alone_is_said_to_earn_nothing(job_offer: Case):
    payoffs = all_payoffs(job_offer)
    was = payoffs[SIGNED]
    alone = next(it for it, now in payoffs.items() if now[0] == was[0] and now[1] > was[1])
    mark = mark_improved(job_offer, SIGNED, answer(written(job_offer, alone)), "candidate", 50)
    assert mark.points == 0
    assert "only what both gain counts" in str(mark.report())


def test_a_deal_that_cannot_be_improved_is_refused(job_offer: Case):
    with pytest.raises(NegotiationError, match="choose a deal with slack"):
        mark_improved(job_offer, (2, 4, 0, 1, 4, 2), answer(""), "candidate", 50)
