"""The answer `decision`: what's written counts, a promise doesn't, and none of three offers may be the best choice."""

from statistics import fmean

import pytest
from biggerpie.grading.dossiers.dossier import drawn_case, read_dossier, written_dossier
from biggerpie.grading.dossiers.named import named_case
from biggerpie.grading.rubrics.decision import check_decision, mark_decision
from biggerpie.negotiation.variants.final_offers import APART, BETTER, TEMPTS

from .texts import answer

NAMED = named_case("scope-creep programmer log final-offers")
KEYS = 60


@pytest.fixture(scope="module")
def drawn():
    return [drawn_case(NAMED, f"final {number}") for number in range(KEYS)]


def choices(opened):
    """What no deal and each offer is worth, summed by hand."""
    final, points = opened.material["final_offers"].final, opened.case.parties[0].points
    return [final.alternative, *(sum(row[n] for row, n in zip(points, it, strict=True)) for it in final.offers)]


def beaten_offers(opened):
    """The offers that another is at least as good as on every issue."""
    offers, points = opened.material["final_offers"].final.offers, opened.case.parties[0].points
    rows = [[row[n] for row, n in zip(points, it, strict=True)] for it in offers]
    return [n for n, one in enumerate(rows, 1) for it in rows if it != one and all(map(int.__ge__, it, one))]


def earned(opened, text):
    final = opened.material["final_offers"].final
    return mark_decision(opened.case, opened.party, answer(text), 40, final).points


def best(opened):
    worth = choices(opened)
    return worth.index(max(worth)) or "none"


def test_a_third_of_all_variants_is_better_left(drawn):
    assert 10 < sum(best(opened) == "none" for opened in drawn) < 30


def test_the_best_choice_is_clear_and_one_offer_is_beaten(drawn):
    for opened in drawn:
        final, worth = opened.material["final_offers"].final, choices(opened)
        assert abs(max(worth[1:]) - worth[0]) in APART
        assert worth[0] - opened.case.parties[0].reservation_value in BETTER
        assert len(beaten_offers(opened)) == 1
        assert worth[1 + final.with_promise] + final.promise == max(worth) + TEMPTS


def test_who_decides_by_what_is_written_earns_everything(drawn):
    for opened in drawn:
        text = f"without a deal: {choices(opened)[0]}\nbeaten: {beaten_offers(opened)[0]}\nsign: {best(opened)}"
        assert earned(opened, text) == 40


def test_what_is_believed_earns_nothing_and_what_is_near_some(drawn):
    for opened in drawn:
        final, before = opened.material["final_offers"].final, opened.case.parties[0].reservation_value
        assert earned(opened, f"sign: {final.with_promise + 1}") == 0
        assert earned(opened, f"without a deal: {final.said_alternative}") == 0
        assert earned(opened, f"without a deal: {before}") == 0
        assert 0 < earned(opened, f"without a deal: {final.alternative - 3}") < 10
        assert earned(opened, f"beaten: {beaten_offers(opened)[0]}") == 10


def test_no_answer_that_is_the_same_for_everybody_earns_much(drawn):
    def mean(line):
        return fmean(earned(opened, line) for opened in drawn)

    alternative = max(mean(f"without a deal: {points}") for points in range(34, 60))
    beaten = max(mean(f"beaten: {number}") for number in (1, 2, 3))
    signed = max(mean(f"sign: {number}") for number in ("none", 1, 2, 3))
    assert 0 < alternative + beaten + signed < 0.4 * 40


def test_a_student_has_the_same_offers(drawn):
    for opened in drawn[:5]:
        assert read_dossier(NAMED, written_dossier(NAMED, opened)).material == opened.material


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("sign: 4", "'4' is not the number of a"),
        ("beaten: none", "'none' is not the number of a"),
        ("sing: 2", "begins no line of this answer"),
        ("without a deal: a lot", "a lot"),
        ("sign: 1\nsign: 2", "stands there twice"),
    ],
)
def test_a_line_that_cannot_be_read_is_named_and_costs_only_itself(drawn, text, problem):
    final = drawn[0].material["final_offers"].final
    check = check_decision(drawn[0].case, drawn[0].party, answer(f"{text}\nbeaten: 2"), final)
    assert problem in " ".join(check.unread)
