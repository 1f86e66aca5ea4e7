"""What the model says of a case: each sentence once, in every language, with the same figures."""

import pickle
import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from biggerpie.negotiation import AuditCheck, audit, difficulty, load_case, weighted_case
from biggerpie.negotiation.sentence import Sentence, in_language
from biggerpie.widgets import languages

from .case_problems import keys, told

WORDS = Path(__file__).parents[2] / "negotiation" / "words"
OTHERS = [language for language in languages() if language != "en"]
PARTS = {"and", "or", "did_you_mean", "use_one", "file.yours", "file.place"}


def read(language: str) -> dict[str, str]:
    """All that a language says, by its whole key."""
    return dict(flat(tomllib.loads((WORDS / f"{language}.toml").read_text(encoding="utf-8")), ""))


def flat(table: dict[str, object], before: str) -> Iterator[tuple[str, str]]:
    for key, said in table.items():
        if isinstance(said, dict):
            yield from flat(said, f"{before}{key}.")
        elif before != "signs.":
            yield before + key, str(said)


def audits() -> Iterator[AuditCheck]:
    """The checks of cases that pass all of them, and of cases that fail each."""
    offer = load_case("job-offer")
    greedy = replace(offer, parties=tuple(replace(party, reservation_value=95) for party in offer.parties))
    alike = weighted_case(["a", "b"], ([3, 7], [3, 7]), [True, True])
    agreed = weighted_case(["a"], ([3], [2]), [False])
    for case in (offer, greedy, alike, agreed):
        yield from audit(case)


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_says_all_that_english_says_with_the_same_figures_and_in_words_of_its_own(language):
    own, english = read(language), read("en")
    assert own.keys() - {"quoted"} == english.keys()
    for key, said in english.items():
        assert set(re.findall(r"\{(\w+)", own[key])) == set(re.findall(r"\{(\w+)", said)), key
    assert not {said for said in own.values() if len(said) > 15} & set(english.values())


def test_each_sentence_can_be_said_and_none_is_left_over():
    hard = difficulty(load_case("job-offer"))
    said = {key for check in audits() for one in (check.name, check.sentence) for key in keys(one)}
    said |= set(keys(hard.sentence())) | set(keys(replace(hard, exact=False).sentence()))
    said |= {key for problem in told() for key in keys(problem)}
    assert said | PARTS == read("en").keys()


@pytest.mark.parametrize("language", OTHERS)
def test_what_is_wrong_with_a_case_is_told_in_the_language_with_nothing_left_open(language):
    own = read(language)
    for problem in told():
        said = in_language(problem, language)
        assert said != problem
        assert not re.search(r"\{|\}", said)
        if "toml.other" not in keys(problem):
            assert not re.search(r"\b(the|here|write|your|give|missing)\b", said), said
    assert own["file.yours"] != read("en")["file.yours"]


def test_a_sentence_is_an_english_text_that_can_be_said_in_other_languages():
    said = Sentence("audit.beyond", better=2575, size=15625)
    assert said == "better than the middle of everything: 2,575 of 15,625 packages."
    assert in_language(said, "de") == "Besser als die Mitte von allem sind 2.575 von 15.625 Paketen."
    assert in_language(said, "tlh") == said
    assert in_language("plain", "de") == "plain"
    assert in_language(pickle.loads(pickle.dumps(said)), "de") == in_language(said, "de")


def test_numbers_names_and_lists_are_written_as_the_language_writes_them():
    assert "12.5% of" in Sentence("difficulty.whole", **FIGURES)
    assert "12,5 % aller" in in_language(Sentence("difficulty.whole", **FIGURES), "de")
    lacking = Sentence("audit.no_trade", lacking=("cook", "baker's\n"))
    assert "to 'cook' and \"baker's\\n\"," in lacking
    assert "für „cook“ und „baker's\\n“," in in_language(lacking, "de")


FIGURES = {"middle": 3.4, "random": "7", "better": 0.125, "on_frontier": 9, "creatable": 1200}
