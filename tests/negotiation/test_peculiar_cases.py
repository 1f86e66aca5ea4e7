"""Cases with a point of their own: a value without a price, two futures, no zone of agreement, three parties."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import pytest
from biggerpie.negotiation import (
    Case,
    IssueKind,
    Party,
    audit,
    case_names,
    greatest_sum,
    issue_kinds,
    load_case,
    package_mark,
    variant,
)

from .brute_force import all_payoffs, dominates
from .peculiar import BARGAINS, OF_THREE, WITHOUT_ZONE
from .strength_words import heard, strengths
from .test_languages import TOLD as TRANSLATED

VALUES, WOMAN = "museum-budget", "woman from the bog"
FUTURES = "butter-price"
SAID = [VALUES, WITHOUT_ZONE, OF_THREE]
TOLD = [*(("en", name) for name in SAID), *((language, name) for language, name in TRANSLATED if name in SAID)]
TWO = 2


@pytest.mark.parametrize(("language", "name"), TOLD)
def test_what_a_side_says_of_an_issue_is_as_strong_as_its_weight(name, language):
    case = load_case(name, language)
    assert case.language == language
    for party in case.parties:
        assert [heard(statement.answer) for statement in party.statements] == [{one} for one in strengths(party)]
        assert sum(map(max, party.points)) == 100
        assert all(min(row) == 0 for row in party.points)


# A value that no price settles: options that cannot be made up for (Tetlock 2003 on taboo trade-offs).


def most_with(party: Party, issue: int, option: int) -> int:
    """The payoff with this option where everything else goes as the party likes it."""
    return sum(map(max, party.points)) - max(party.points[issue]) + party.points[issue][option]


def test_where_a_value_is_broken_nothing_else_makes_up_for_it():
    case = load_case(VALUES)
    place = case.position(WOMAN)
    broken = [{o for o in range(5) if most_with(party, place, o) < party.reservation_value} for party in case.parties]
    assert [len(options) for options in broken] == [2, 2]
    assert broken[0].isdisjoint(broken[1])


def test_what_keeps_both_values_is_no_middle_and_leaves_all_the_rest_to_be_settled():
    case = load_case(VALUES)
    place = case.position(WOMAN)
    signed = {
        package
        for package, payoffs in all_payoffs(case).items()
        if all(payoff >= party.reservation_value for payoff, party in zip(payoffs, case.parties, strict=True))
    }
    assert {case.issues[place].options[package[place]] for package in signed} == {
        "a resting place, her story told beside it"
    }
    assert len(signed) == case.size / len(case.issues[place].options)
    assert package_mark(case, case.compromise) == 0


def test_on_every_other_issue_the_sides_with_a_value_can_be_paid():
    case = load_case(VALUES)
    places = set(range(len(case.issues))) - {case.position(WOMAN)}
    for party in case.parties:
        assert all(most_with(party, place, o) >= party.reservation_value for place in places for o in range(5))


# Two futures: a price that follows the market is a bet that both like where they expect different things.


def expected(case: Case) -> list[str]:
    """What each side says that it expects of the price of butter."""
    place = case.position("moving part")
    said = [party.statements[place].answer for party in case.parties]
    assert all(("dearer" in one) != ("cheaper" in one) for one in said)
    return ["dearer" if "dearer" in one else "cheaper" for one in said]


def test_both_want_the_whole_price_to_move_since_each_expects_to_gain_by_it():
    case = load_case(FUTURES)
    place = case.position("moving part")
    assert expected(case) == ["cheaper", "dearer"]
    assert issue_kinds(case)[place] is IssueKind.COMPATIBLE
    assert case.issues[place].options[greatest_sum(case).package[place]] == "all of it"


def test_in_every_variant_the_sides_agree_on_what_moves_just_if_they_expect_different_futures():
    case = load_case(FUTURES)
    place = case.position("moving part")
    seen = set()
    for number in range(60):
        drawn = variant(case, f"future {number}")
        futures = expected(drawn)
        assert (issue_kinds(drawn)[place] is IssueKind.COMPATIBLE) == (futures[0] != futures[1])
        best = [party.points[place].index(max(party.points[place])) for party in drawn.parties]
        gains_by_moving = [futures[0] == "cheaper", futures[1] == "dearer"]  # the bakery pays, the dairy is paid
        assert [option == 4 for option in best] == gains_by_moving
        seen.add(tuple(futures))
    assert len(seen) == 4


# No zone of agreement: whoever walks away does better than with any deal.


def test_without_a_zone_every_package_is_worse_for_one_side_than_its_alternative():
    case = load_case(WITHOUT_ZONE)
    least = case.reservation_values
    payoffs = all_payoffs(case).values()
    assert not [one for one in payoffs if all(payoff >= rv for payoff, rv in zip(one, least, strict=True))]
    assert max(map(sum, payoffs)) < sum(least)


def test_neither_side_sees_that_from_its_own_points_alone():
    case = load_case(WITHOUT_ZONE)
    payoffs = all_payoffs(case)
    for place, party in enumerate(case.parties):
        own = [one[place] for one in payoffs.values()]
        enough = sum(payoff >= party.reservation_value for payoff in own)
        assert enough > len(own) / 10
        assert "It is a good offer" in party.batna


def test_but_for_the_deal_the_case_without_a_zone_is_one_like_the_others():
    failed = [check.name for check in audit(load_case(WITHOUT_ZONE)) if not check.passed]
    assert failed == ["a deal"]


# Three parties: no two of them can settle it, and all three gain by going round.


def others(case: Case) -> Iterator[tuple[Case, Party]]:
    """Each two of the three with the one who is left out."""
    for pair in combinations(case.parties, TWO):
        yield replace(case, parties=pair), next(party for party in case.parties if party not in pair)


def test_the_cases_of_more_than_two_are_named():
    assert [name for name in case_names() if len(load_case(name).parties) != TWO] == [OF_THREE]
    assert len(BARGAINS) == len(case_names()) - len([WITHOUT_ZONE, OF_THREE])


def test_what_is_best_for_any_two_the_third_would_not_sign():
    for pair, third in others(load_case(OF_THREE)):
        assert third.payoff(greatest_sum(pair).package) < third.reservation_value


def test_each_of_the_three_has_something_that_matters_less_to_both_others():
    case = load_case(OF_THREE)
    weights = [party.weights() for party in case.parties]
    heaviest = [own.index(max(own)) for own in weights]
    assert len(set(heaviest)) == len(case.parties)
    for place, own in zip(heaviest, weights, strict=True):
        assert all(other[place] <= own[place] - 16 for other in weights if other is not own)


def test_all_three_can_do_better_than_the_middle_of_everything():
    case = load_case(OF_THREE)
    payoffs = all_payoffs(case)
    better = [one for one in payoffs.values() if dominates(one, payoffs[case.compromise])]
    assert len(better) >= 5
    best = max(better, key=min)
    assert all(payoff >= party.reservation_value + 20 for payoff, party in zip(best, case.parties, strict=True))
