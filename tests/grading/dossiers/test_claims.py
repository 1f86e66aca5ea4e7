"""Claims about the minutes: what is true, false or not shown there is so, and each variant has as much of it."""

import re
from collections import Counter, defaultdict

import pytest
from biggerpie.grading.dossiers.dossier import drawn_case, read_dossier, written_dossier
from biggerpie.grading.dossiers.named import named_case

from ..simulated.minutes import read_in_minutes

NAMED = named_case("scope-creep programmer log claims")
KEYS = 80


@pytest.fixture(scope="module")
def drawn():
    return [drawn_case(NAMED, f"claims {number}") for number in range(KEYS)]


def test_every_claim_is_what_a_reader_of_the_minutes_finds(drawn):
    for opened in drawn:
        made, log = opened.material["claims_made"], opened.material["log"]
        assert {n: read_in_minutes(opened.case, log, text) for n, text in made.texts.items()} == made.truth


def test_there_are_three_of_each_kind_and_no_claim_twice(drawn):
    for opened in drawn:
        made = opened.material["claims_made"]
        assert Counter(made.truth.values()) == {"true": 3, "false": 3, "not shown": 3}
        assert len(set(made.texts.values())) == 9


def test_its_words_alone_do_not_tell_a_true_claim_from_a_false_one(drawn):
    """Whoever knows the file but doesn't look has each of its sentences true about as often as false."""
    issues = drawn[0].case.issues
    names = [name for issue in issues for name in (issue.name, *issue.options)]
    named = re.compile("|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)))
    kinds = defaultdict(Counter)
    for opened in drawn:
        for number, text in opened.material["claims_made"].texts.items():
            kinds[named.sub("…", text)][opened.material["claims_made"].truth[number]] += 1
    shown = {text: count for text, count in kinds.items() if "not shown" not in count}
    assert len(shown) == 6
    for text, count in shown.items():
        assert 0.2 < count["true"] / count.total() < 0.8, text


def test_a_students_dossier_says_the_claims_and_not_their_kinds(drawn):
    for opened in drawn[:5]:
        student = read_dossier(NAMED, written_dossier(NAMED, opened)).material
        assert student["claims_made"].texts == opened.material["claims_made"].texts
        assert not student["claims_made"].truth
