"""Options that were offered in vain."""

from biggerpie.negotiation import load_case
from biggerpie.negotiation.table import Counterpart, talk_between
from biggerpie.negotiation.table.parts.habit import Habit
from biggerpie.negotiation.table.parts.levels import Clock, Mirror
from biggerpie.negotiation.table.parts.picking import Nearest
from biggerpie.negotiation.table.parts.refused import after_refusals

GUESS = [[100, 80], [50, 60]]


def test_an_option_may_be_offered_twice_without_losing_anything():
    assert after_refusals(GUESS, [(0, 1)] * 2, (1, 0)) == GUESS


def test_each_further_time_takes_a_tenth_off_and_never_everything():
    assert after_refusals(GUESS, [(0, 1)] * 4, (1, 0)) == [[80, 80], [50, 48]]
    assert after_refusals(GUESS, [(0, 1)] * 99, (1, 0)) == [[10, 80], [50, 6]]


def test_what_the_other_side_offers_as_well_keeps_its_worth():
    assert after_refusals(GUESS, [(0, 1)] * 4, (0, 0)) == [[100, 80], [50, 48]]


def test_who_guesses_finds_the_one_option_of_a_weighty_issue_that_both_can_live_with():
    case, deaf = load_case("museum-budget"), Mirror(unasked=1_000)
    sides = (
        Counterpart(Habit("guessing", Clock(250, 3), deaf, questions=()), silent=True),
        Counterpart(Habit("nearest", Clock(250, 2), deaf, Nearest(), questions=()), silent=True),
    )
    assert talk_between(case, sides).agreement
