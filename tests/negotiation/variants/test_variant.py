"""Variants: each within the bounds of difficulty, each true in words, and never to be guessed from one's own points."""

from collections import Counter
from dataclasses import replace
from statistics import mean

import pytest
from biggerpie.negotiation import (
    Case,
    IssueKind,
    NegotiationError,
    case_names,
    issue_kinds,
    load_case,
    package_mark,
    profiles,
    question_about,
    variant,
)
from biggerpie.negotiation.analysis.importance import Importance
from biggerpie.negotiation.information.questions import QuestionKind, answer_to
from biggerpie.negotiation.variants.party_texts import ends, preferences, with_texts
from biggerpie.negotiation.variants.variant import (
    FEWEST_POSSIBLE,
    WEIGHTS,
    choice,
    own_profile,
    pairings,
    possible_profiles,
    with_profiles,
)

from tools import pairings as finding

from .. import brute_force as brute

VARIED = [name for name in case_names() if load_case(name).parties[0].leanings]
SHAPES = {
    tuple(ends(party, issue) for party in load_case(name).parties for issue in load_case(name).issues): name
    for name in (*VARIED, "picture-book", "village-hall")
}
"""One case for each choice of ends that both sides may want: what is drawn depends on these alone."""
KEYS = [f"key {number}" for number in range(1000)]
SAID = {Importance.MOST: "most of all", Importance.MUCH: "a good deal", Importance.LITTLE: "a little"}


@pytest.fixture(params=SHAPES.values())
def case(request) -> Case:
    """One of the cases whose points are tried."""
    return load_case(request.param)


@pytest.fixture(params=VARIED)
def told(request) -> Case:
    """One of the cases whose texts are tried: all that have variants."""
    return load_case(request.param)


def pairing_of(case: Case) -> finding.Pairing:
    """How a variant pairs preferences, read from its points alone."""
    own, other = (party.points for party in case.parties)
    ranked = sorted(range(len(own)), key=lambda place: -max(own[place]))
    opposed = (own[n].index(max(own[n])) != other[n].index(max(other[n])) for n in ranked)
    return finding.Pairing(tuple(max(other[n]) for n in ranked), tuple(opposed))


def test_the_exercises_cases_are_tried():
    assert {"picture-book", "village-hall"} <= set(VARIED)


def test_a_case_draws_the_points_of_the_one_that_is_tried_in_its_place(told):
    shape = tuple(ends(party, issue) for party in told.parties for issue in told.issues)
    tried = load_case(SHAPES[shape])
    for key in KEYS[:20]:
        drawn = [[party.points for party in variant(one, key).parties] for one in (told, tried)]
        assert drawn[0] == drawn[1]


def test_thousands_of_keys_give_pairings_within_the_bounds(case):
    known = set(pairings())
    assert all(pairing_of(variant(case, key)) in known for key in KEYS)


def test_every_tenth_candidate_is_in_the_file_just_if_it_is_in_the_band_and_not_told_by_answers():
    found = dict.fromkeys(finding.candidates())
    assert len(found) == 344
    some = list(found)[::10]
    for pairing in some:
        alike = [other for other in found if heard(other) == heard(pairing)]
        kept = in_the_band(pairing) and sum(map(in_the_band, alike)) >= finding.FEWEST_AFTER_ASKING
        assert (pairing in pairings()) == kept
    assert any(pairing in pairings() for pairing in some)


def in_the_band(pairing: finding.Pairing) -> bool:
    """Whether what the same manners earn is in both windows of marks."""
    middle, at_random, trades = finding.marks(pairing)
    return (
        finding.MIDDLE[0] <= middle <= finding.MIDDLE[1]
        and finding.RANDOM[0] <= at_random <= finding.RANDOM[1]
        and trades >= finding.LEAST_BY_TRADES
    )


def heard(pairing: finding.Pairing) -> tuple[tuple[Importance, ...], tuple[bool, ...]]:
    """All that answers to every question tell of the other side's preferences."""
    return tuple(map(words_of, pairing.weights)), pairing.opposed


def words_of(weight: int) -> Importance:
    return preferences(((0, weight), *((0, other) for other in WEIGHTS if other != weight)))[0].strength


@pytest.mark.parametrize("key", KEYS[:3])
def test_the_bands_figures_are_those_of_all_packages_by_the_package_mark(case, key):
    drawn_case = variant(case, key)
    by_payoffs: dict[tuple[int, ...], float] = {}
    counts = Counter(drawn_case.payoffs(package) for package in drawn_case.packages())
    for package in drawn_case.packages():
        payoffs = drawn_case.payoffs(package)
        if payoffs not in by_payoffs:
            by_payoffs[payoffs] = package_mark(drawn_case, package)
    at_random = sum(by_payoffs[payoffs] * count for payoffs, count in counts.items()) / drawn_case.size
    middle = package_mark(drawn_case, drawn_case.compromise)
    assert finding.MIDDLE[0] <= middle <= finding.MIDDLE[1]
    assert finding.RANDOM[0] <= at_random <= finding.RANDOM[1]
    assert (middle, at_random) == pytest.approx(finding.marks(pairing_of(drawn_case))[:2])


def test_the_middle_of_a_variant_is_marked_as_brute_force_marks_it(case):
    drawn_case = variant(case, "brute force")
    assert package_mark(drawn_case, drawn_case.compromise) == pytest.approx(
        brute.package_mark(drawn_case, drawn_case.compromise), abs=1e-9
    )


def test_every_variant_has_two_compatible_one_distributive_and_three_integrative_issues(case):
    for key in KEYS[:500]:
        kinds = Counter(issue_kinds(variant(case, key)))
        assert kinds == {IssueKind.COMPATIBLE: 2, IssueKind.DISTRIBUTIVE: 1, IssueKind.INTEGRATIVE: 3}


def test_taking_all_is_refused_by_the_other_side_and_giving_all_by_oneself(case):
    for key in KEYS[:500]:
        drawn_case = variant(case, key)
        for taker, giver in (drawn_case.parties, drawn_case.parties[::-1]):
            best = tuple(row.index(max(row)) for row in taker.points)
            assert giver.payoff(best) < giver.reservation_value


def test_the_same_key_gives_the_same_variant_and_others_differ(case):
    assert variant(case, "a") == variant(case, "a")
    seen = {tuple(party.points for party in variant(case, key).parties) for key in KEYS}
    assert len(seen) > 995


def test_own_weights_and_ends_are_drawn_evenly(case):
    own = [own_profile(case, key) for key in KEYS]
    for place in range(len(case.issues)):
        weights = Counter(max(profile[place]) for profile in own)
        assert set(weights) == set(WEIGHTS)
        assert max(weights.values()) < 1.35 * mean(weights.values())


def test_a_drawn_thing_is_any_of_them_about_as_often():
    counts = Counter(choice(key, "test", "abcde") for key in KEYS)
    assert set(counts) == set("abcde")
    assert max(counts.values()) < 1.3 * len(KEYS) / 5


def test_own_points_leave_many_things_that_the_other_side_may_want(case):
    for key in KEYS[:400]:
        drawn_case = variant(case, key)
        own, other = (party.points for party in drawn_case.parties)
        possible = possible_profiles(case, own)
        assert len(possible) >= 68 > FEWEST_POSSIBLE
        assert other in possible
        assert profiles(drawn_case, drawn_case.parties[1].name) == possible


def test_even_all_answers_leave_more_than_one_profile(case):
    for key in KEYS[:400]:
        drawn_case = variant(case, key)
        own, other = (party.points for party in drawn_case.parties)
        left = [profile for profile in possible_profiles(case, own) if preferences(profile) == preferences(other)]
        assert 2 <= len(left) <= 4


def test_texts_say_what_the_points_say(told):
    for key in KEYS[:100]:
        for party in variant(told, key).parties:
            for issue, row, statement in zip(told.issues, party.points, party.statements, strict=True):
                wanted = issue.options[row.index(max(row))]
                leaning = next(x for x in party.leanings if (x.issue, x.toward) == (issue.name, wanted))
                question = question_about(told, "?", QuestionKind.WEIGHT, issue.name)
                assert statement.answer.startswith(leaning.answer)
                assert SAID[answer_to(question, party.points)] in statement.answer
                assert leaning.brief in party.brief
            strong = [issue for interest in party.interests for issue in interest.issues]
            assert strong == [i.name for i, w in zip(told.issues, party.weights(), strict=True) if w >= 12]


def test_the_case_as_it_comes_tells_its_own_points(told):
    for party in told.parties:
        assert with_texts(party, told.issues, preferences(party.points)) == party


def test_every_end_has_its_own_words(told):
    for party in told.parties:
        texts = [text for x in party.leanings for text in (x.brief, x.answer, x.interest, x.because)]
        assert len(set(texts)) == len(texts) == 44


def test_what_can_have_no_variants_says_so(case):
    with pytest.raises(NegotiationError, match="has no variants"):
        variant(load_case("job-offer"), "a")
    shifted = replace(case, parties=(replace(case.parties[0], reservation_value=40), case.parties[1]))
    with pytest.raises(NegotiationError, match="can have no variants; give it 6 issues of 5 options"):
        variant(shifted, "a")
    narrow = replace(case.parties[1], leanings=case.parties[1].leanings[:1] + case.parties[1].leanings[2::2])
    own = own_profile(case, "a")
    with pytest.raises(NegotiationError, match=r"could be guessed|can have no variants"):
        possible_profiles(replace(case, parties=(case.parties[0], narrow)), own)


def test_profiles_may_be_set_by_hand(case):
    own, other = (party.points for party in variant(case, "x").parties)
    assert with_profiles(case, own, other) == variant(case, "x")
