"""The rubric `links`: links found earn, links too many cost, so linking everything earns nothing."""

from dataclasses import replace
from itertools import product
from random import Random

import pytest
from biggerpie.grading.rubrics.links import mark_links, read_links
from biggerpie.negotiation import Case, Interest, LinkKind, NegotiationError

from .texts import answer

RIGHT = {(1, 1): "different", (2, 2): "opposed", (3, 1): "shared", (3, 3): "shared"}
PAIRS = list(product((1, 2, 3), repeat=2))


def links(said: dict[tuple[int, int], str]) -> str:
    return "\n".join(f"mine {mine} + theirs {theirs}: {kind}" for (mine, theirs), kind in said.items())


def marked(case: Case, said: dict[tuple[int, int], str]) -> float:
    return mark_links(case, answer(links(said)), "candidate", 100).points


def test_random_links_are_marked_by_the_formula(job_offer: Case):
    draw = Random(1)
    for _ in range(200):
        said = {pair: draw.choice(list(LinkKind)) for pair in PAIRS if draw.random() < 0.5}
        right = sum(said.get(pair) == kind for pair, kind in RIGHT.items())
        wrong = sum(pair not in RIGHT for pair in said)
        assert marked(job_offer, said) == pytest.approx(100 * max(0, right / 4 - wrong / 5), abs=0.006)


def test_better_answers_earn_more(job_offer: Case):
    draw = Random(2)
    at_random = [
        marked(job_offer, {pair: draw.choice(list(LinkKind)) for pair in PAIRS if draw.random() < 0.5})
        for _ in range(50)
    ]
    good = dict(list(RIGHT.items())[:3])
    perfect = marked(job_offer, RIGHT)
    assert perfect == 100 > marked(job_offer, good) == 75 > sum(at_random) / 50 > marked(job_offer, {}) == 0


@pytest.mark.parametrize("kind", list(LinkKind))
def test_linking_everything_earns_nothing_even_with_the_right_words(job_offer: Case, kind):
    assert marked(job_offer, dict.fromkeys(PAIRS, kind)) == 0
    assert marked(job_offer, {pair: RIGHT.get(pair, kind) for pair in PAIRS}) == 0


def test_a_linked_pair_called_by_another_kind_is_neither_right_nor_wrong(job_offer: Case):
    three = dict(list(RIGHT.items())[1:])
    assert marked(job_offer, {**three, (1, 1): "shared"}) == marked(job_offer, three) == 75


def test_a_pair_that_is_shared_and_opposed_takes_either_word(job_offer: Case):
    both = Interest("s", "b", ("salary", "mentoring"))
    case = replace(job_offer, parties=tuple(replace(party, interests=(both,)) for party in job_offer.parties))
    assert marked(case, {(1, 1): "shared"}) == marked(case, {(1, 1): "opposed"}) == 100
    assert marked(case, {(1, 1): "different"}) == 0


def test_pairs_are_read_in_many_spellings(job_offer: Case):
    for text in (
        "mine 3 + theirs 1",
        "my 3 - their 1",
        "Theirs 1 & mine 3",
        "mine 3, theirs 1",
        "own interest 3 theirs 1",
    ):
        assert read_links(job_offer, answer(f"{text}: Shared"), "candidate").values == {(2, 0): LinkKind.SHARED}
    for text in ("mine 3 + mine 1", "mine 3", "3 + 1", "mine 0 + theirs 1", "mine 4 + theirs 1", "mine + theirs"):
        read = read_links(job_offer, answer(f"{text}: shared"), "candidate")
        assert not read.values
        assert len(read.problems) == 1
    assert read_links(job_offer, answer("mine 1 + theirs 2: none"), "candidate").values == {(0, 1): None}
    assert (
        "did you mean 'shared'?" in read_links(job_offer, answer("mine 1 + theirs 2: sharde"), "candidate").problems[0]
    )


def test_findings_name_pairs_and_reasons(job_offer: Case):
    mark = mark_links(
        job_offer, answer(links({(1, 1): "different", (2, 2): "shared", (1, 3): "shared"})), "candidate", 40
    )
    full = str(mark.report())
    assert "Mine 1 + theirs 1 are different: you care more about 'days at home' and they about 'start date'" in full
    assert "Mine 2 + theirs 2: there is a link, but not shared; they are opposed, because both bear on 'salary'" in full
    assert "Mine 3 + theirs 3 are linked, and you left that out" in full
    assert "each earns 10 points" in full
    assert "each costs 8 points" in full


def test_a_case_without_links_cannot_be_marked(job_offer: Case):
    none = replace(job_offer, parties=tuple(replace(party, interests=()) for party in job_offer.parties))
    with pytest.raises(NegotiationError, match="no interests"):
        mark_links(none, answer("mine 1 + theirs 1: shared"), "candidate", 10)
