"""The rubric `priorities`: pairs in the right order earn, and guessing earns nothing on average."""

from dataclasses import replace
from itertools import combinations, permutations
from random import Random

import pytest
from biggerpie.grading.rubrics.priorities import mark_priorities, read_priorities
from biggerpie.negotiation import Case, NegotiationError

from .texts import answer

WEIGHTS = {
    "salary": 28,
    "days at home": 12,
    "start date": 28,
    "first project": 16,
    "mentoring": 8,
    "notice period": 8,
}


def marked(case: Case, order: tuple[str, ...]) -> float:
    text = "\n".join(f"{place}: {name}" for place, name in enumerate(order, 1))
    return mark_priorities(case, "employer", answer(text), 100).points


def share(order: tuple[str, ...]) -> float:
    """The share of pairs in the right order, from the weights by hand."""
    pairs = [pair for pair in combinations(order, 2) if WEIGHTS[pair[0]] != WEIGHTS[pair[1]]]
    return sum(WEIGHTS[first] > WEIGHTS[second] for first, second in pairs) / len(pairs)


def test_every_order_is_marked_by_its_pairs_and_guessing_gets_half_of_them(job_offer: Case):
    orders = list(permutations(WEIGHTS))
    for order in orders[::7]:
        assert marked(job_offer, order) == pytest.approx(100 * max(0, 2 * share(order) - 1), abs=0.006)
    assert sum(map(share, orders)) / len(orders) == pytest.approx(0.5)


def test_better_orders_earn_more(job_offer: Case):
    perfect = tuple(sorted(WEIGHTS, key=lambda name: -WEIGHTS[name]))
    good = (*perfect[2:4], *perfect[:2], *perfect[4:])
    draw = Random(4)
    at_random = [marked(job_offer, tuple(draw.sample(list(WEIGHTS), 6))) for _ in range(50)]
    turned = marked(job_offer, perfect[::-1])
    assert marked(job_offer, perfect) == 100
    assert 100 > marked(job_offer, good) > sum(at_random) / 50 > turned == marked(job_offer, ()) == 0


def test_issues_that_weigh_the_same_may_stand_either_way(job_offer: Case):
    perfect = ("start date", "salary", "first project", "days at home", "notice period", "mentoring")
    swapped = ("salary", "start date", "first project", "days at home", "mentoring", "notice period")
    assert marked(job_offer, perfect) == marked(job_offer, swapped) == 100


def test_an_issue_left_out_counts_as_a_guess_and_one_in_two_places_as_left_out(job_offer: Case):
    two = marked(job_offer, ("salary", "mentoring"))
    assert two == pytest.approx(100 / 13, abs=0.01)
    read = read_priorities(job_offer, answer("1: salary\n2: Mentoring\n3: salary\n7: start date\n4: pay"))
    assert read.values == {2: 4}
    assert [problem.split(";")[0] for problem in read.problems] == [
        "'7' is not the number of a place here",
        "'pay' is not an issue of this case",
        "'salary' stands in two places",
    ]
    assert marked(job_offer, ("salary",) * 6) == 0


def test_findings_name_pairs_and_points(job_offer: Case):
    mark = mark_priorities(job_offer, "employer", answer("1: mentoring\n2: start date\n3: salary"), 40)
    full = str(mark.report())
    assert "Start date weighs 28 points for the employer and mentoring 8; you have them the other way round." in full


def test_a_side_that_weighs_everything_the_same_cannot_be_ordered(job_offer: Case):
    flat = replace(job_offer.parties[1], points=((0, 1, 2, 3, 4),) * 6)
    case = replace(job_offer, parties=(job_offer.parties[0], flat))
    with pytest.raises(NegotiationError, match="nothing to order"):
        mark_priorities(case, "employer", answer("1: salary"), 40)
