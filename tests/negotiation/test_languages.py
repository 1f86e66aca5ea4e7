"""A case told in another language is the same case: as many texts, the same numbers."""

import re
from importlib import resources

import pytest
from biggerpie.negotiation import Case, NegotiationError, load_case, parse_case, variant
from biggerpie.negotiation.analysis.importance import Importance
from biggerpie.negotiation.case_text import case_text
from biggerpie.negotiation.variants.strength_words import languages, strength_words

CASES = resources.files("biggerpie.negotiation").joinpath("cases")
TOLD = [
    (folder.name, file.name.removesuffix(".toml"))
    for folder in CASES.iterdir()
    if folder.is_dir() and not folder.name.startswith("_")
    for file in folder.iterdir()
]

ENDINGS = {language: strength_words(language).answer.values() for language in languages()}
LED = [(language, name) for language, name in TOLD if load_case(name).parties[0].leanings]


def numbers(case: Case) -> list[object]:
    return [
        [len(issue.options) for issue in case.issues],
        [(party.name, party.reservation_value, party.points) for party in case.parties],
    ]


def bearings(case: Case) -> list[list[tuple[int, ...]]]:
    """The issues, by position, that each interest and each statement is about."""
    names = [issue.name for issue in case.issues]
    return [
        [tuple(names.index(name) for name in interest.issues) for interest in party.interests]
        + [(names.index(said.issue),) for said in party.statements]
        for party in case.parties
    ]


def leanings(case: Case) -> list[list[tuple[int, int]]]:
    """The issue and the end, by position, that each leaning of each party is about."""
    ends = {(issue.name, end): (n, e) for n, issue in enumerate(case.issues) for e, end in enumerate(issue.options)}
    return [[ends[leaning.issue, leaning.toward] for leaning in party.leanings] for party in case.parties]


def test_there_are_translated_cases():
    assert {("de", "shared-garden"), ("es", "shared-garden")} <= set(TOLD)


@pytest.mark.parametrize(("language", "name"), TOLD)
def test_a_translated_case_has_the_same_numbers_and_the_same_bearings(language, name):
    told, english = load_case(name, language), load_case(name)
    assert told.title != english.title
    assert told.language == language
    assert numbers(told) == numbers(english)
    assert bearings(told) == bearings(english)
    assert leanings(told) == leanings(english)


def test_a_translated_alternative_names_its_reservation_value():
    for language, name in TOLD:
        for party in load_case(name, language).parties:
            assert re.search(rf"\b{party.reservation_value}\b", party.batna)


def test_a_case_that_is_not_translated_is_told_in_english():
    assert load_case("job-offer", "xx") == load_case("job-offer")


@pytest.mark.parametrize("language", languages())
def test_a_language_says_each_strength_in_words_of_its_own_and_counts(language):
    words = strength_words(language)
    for said in (words.brief, words.answer):
        assert set(said) == set(Importance)
        assert len(set(said.values())) == len(Importance)
    counted = [words.to_you(Importance.MOST, issues) for issues in range(1, 7)]
    assert len(set(counted)) == 5
    assert not any("{" in sentence for sentence in counted)


@pytest.mark.parametrize(("language", "name"), LED)
def test_a_variant_in_another_language_is_the_same_variant_told_in_that_language(language, name):
    told, english = load_case(name, language), load_case(name)
    for number in range(20):
        own, other = variant(told, f"told {number}"), variant(english, f"told {number}")
        assert numbers(own) == numbers(other)
        assert bearings(own) == bearings(other)
        for party in own.parties:
            assert all(statement.answer.endswith(tuple(ENDINGS[language])) for statement in party.statements)


def test_a_case_of_another_language_is_written_and_read_again_in_that_language():
    for language, name in TOLD:
        assert parse_case(case_text(load_case(name, language)), "again.toml") == load_case(name, language)


def test_a_language_without_words_is_refused_in_one_sentence_that_names_those_that_there_are():
    text = case_text(load_case("pay-rise")).replace("story =", 'language = "tlh"\nstory =', 1)
    with pytest.raises(NegotiationError) as caught:
        parse_case(text, "own.toml")
    assert str(caught.value).startswith("own.toml, language: there are no words for 'tlh'; write 'de'")
    assert all(f"'{language}'" in str(caught.value) for language in languages())
