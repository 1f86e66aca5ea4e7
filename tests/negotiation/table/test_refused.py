"""Options that were offered in vain."""

from biggerpie.negotiation import load_case
from biggerpie.negotiation.table import meet
from biggerpie.negotiation.table.parts.refused import after_refusals

from .talks import talk

GUESS = [[100, 80], [50, 60]]


def test_an_option_may_be_offered_twice_without_losing_anything():
    assert after_refusals(GUESS, [(0, 1)] * 2, (1, 0)) == GUESS


def test_each_further_time_takes_a_tenth_off_and_never_everything():
    assert after_refusals(GUESS, [(0, 1)] * 4, (1, 0)) == [[80, 80], [50, 48]]
    assert after_refusals(GUESS, [(0, 1)] * 99, (1, 0)) == [[10, 80], [50, 6]]


def test_what_the_other_side_offers_as_well_keeps_its_worth():
    assert after_refusals(GUESS, [(0, 1)] * 4, (0, 0)) == [[100, 80], [50, 48]]


def test_two_people_find_the_one_option_of_a_weighty_issue_that_both_can_live_with():
    case = load_case("museum-budget")
    for first in (0, 1):
        assert talk(case, (meet("plain-dealer", 1), meet("plain-dealer", 2)), first=first).agreement
