"""A tournament is fair, plays real talks, and says how sure its means are."""

from collections import Counter
from dataclasses import replace
from fractions import Fraction
from statistics import NormalDist, fmean, stdev

import pytest
from biggerpie.negotiation import Case, NegotiationError, load_case, variant
from biggerpie.negotiation.table import Outcome, counterpart_names, matches, meet, played, standings, talk_between

NAMES = counterpart_names()


@pytest.fixture(scope="module")
def apple_juice() -> Case:
    return load_case("apple-juice")


def test_everybody_sits_on_each_side_and_begins_as_often_as_everybody_else(apple_juice):
    planned = list(matches(["a", "b", "c"], [apple_juice], [1, 2]))
    assert len(planned) == 3 * 3 * 2 * 2
    seats = Counter((match.names[side], side, match.first == side) for match in planned for side in (0, 1))
    assert set(seats.values()) == {6}
    assert len(seats) == 3 * 2 * 2
    assert {match.seed for match in planned} == {1, 2}


@pytest.mark.parametrize("name", NAMES)
def test_a_match_is_the_talk_that_the_two_would_have_with_words(name, apple_juice):
    for match in matches([name], [apple_juice, variant(load_case("picture-book"), "x")]):
        session = talk_between(match.case, (meet(name), meet(name)), match.rounds, match.first)
        outcome = played(match)
        assert outcome == played(match)
        assert outcome.ending == session.ending
        assert outcome.payoffs == (session.agreement and match.case.payoffs(session.agreement))
        assert outcome.rounds == (len(session.said) + 1) // 2


def test_what_is_won_is_the_gain_as_a_share_of_the_most_that_can_be_gained(apple_juice):
    least = apple_juice.reservation_values
    every = [tuple(p - r for p, r in zip(apple_juice.payoffs(q), least, strict=True)) for q in apple_juice.packages()]
    inside = [gained for gained in every if min(gained) >= 0]
    best = [max(column) for column in zip(*inside, strict=True)]
    outcome = played(next(matches(NAMES[:1], [apple_juice])))
    gained = [p - r for p, r in zip(outcome.payoffs, least, strict=True)]
    assert outcome.won == (Fraction(gained[0], best[0]), Fraction(gained[1], best[1]))
    assert outcome.created == Fraction(sum(gained), max(map(sum, inside)))


def test_without_an_agreement_nobody_wins_anything(apple_juice):
    (match, *_) = matches(NAMES[:1], [apple_juice], rounds=1)
    outcome = played(match)
    assert outcome.payoffs is None
    assert (outcome.won, outcome.created) == ((0, 0), 0)


def test_a_case_without_a_zone_of_agreement_cannot_be_played(apple_juice):
    hopeless = replace(apple_juice, parties=tuple(replace(side, reservation_value=90) for side in apple_juice.parties))
    with pytest.raises(NegotiationError, match="zone of agreement"):
        played(next(matches(NAMES[:1], [hopeless])))


def outcomes(shares: list[int], names=("a", "b")) -> list[Outcome]:
    """Talks in as many cases, in each of which the first side wins so many percent, and the second the rest."""
    template = played(next(matches(NAMES[:1], [load_case("apple-juice")])))
    found = []
    for number, share in enumerate(shares):
        case = replace(template.match.case, title=f"case {number}")
        match = replace(template.match, case=case, names=names)
        won = (Fraction(share, 100), Fraction(100 - share, 100))
        found.append(replace(template, match=match, won=won, created=Fraction(1)))
    return found


def test_a_mean_is_that_of_the_cases_and_its_interval_nearly_the_normal_one():
    shares = [20, 30, 35, 40, 45, 50, 52, 55, 60, 62, 65, 70, 72, 75, 80, 85, 88, 90, 92, 95]
    first = next(one for one in standings(outcomes(shares)) if one.name == "a")
    assert first.won.mean == Fraction(sum(shares), 100 * len(shares))
    assert first.left.mean == 1 - first.won.mean
    half = NormalDist().inv_cdf(0.975) * stdev(shares) / len(shares) ** 0.5 / 100
    assert float(first.won.high - first.won.mean) == pytest.approx(half, rel=0.15)
    assert float(first.won.mean - first.won.low) == pytest.approx(half, rel=0.15)


def test_talks_in_one_case_count_as_one_case():
    same = outcomes([10, 90])
    crowded = [*same, *(replace(same[1], match=replace(same[1].match, seed=seed)) for seed in range(8))]
    first = next(one for one in standings(crowded) if one.name == "a")
    assert (first.talks, first.cases) == (10, 2)
    assert float(first.won.mean) == pytest.approx(fmean([0.1, 0.9]))


def test_a_single_case_gives_an_interval_without_width():
    (one,) = standings(outcomes([30], names=("a", "a")))
    assert one.won.low == one.won.mean == one.won.high == Fraction(1, 2)
    assert one.talks == 2


def test_those_that_won_most_stand_first_and_equals_by_name():
    assert [one.name for one in standings(outcomes([80], names=("z", "a")))] == ["z", "a"]
    assert [one.name for one in standings(outcomes([50], names=("z", "a")))] == ["a", "z"]
