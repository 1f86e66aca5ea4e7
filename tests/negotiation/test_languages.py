"""A case told in another language is the same case: as many texts, the same numbers."""

from importlib import resources

import pytest
from biggerpie.negotiation import Case, load_case

CASES = resources.files("biggerpie.negotiation").joinpath("cases")
TOLD = [
    (folder.name, file.name.removesuffix(".toml"))
    for folder in CASES.iterdir()
    if folder.is_dir() and not folder.name.startswith("_")
    for file in folder.iterdir()
]


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


def test_there_are_translated_cases():
    assert ("de", "shared-garden") in TOLD


@pytest.mark.parametrize(("language", "name"), TOLD)
def test_a_translated_case_has_the_same_numbers_and_the_same_bearings(language, name):
    told, english = load_case(name, language), load_case(name)
    assert told.title != english.title
    assert numbers(told) == numbers(english)
    assert bearings(told) == bearings(english)


def test_a_translated_alternative_names_its_reservation_value():
    for language, name in TOLD:
        for party in load_case(name, language).parties:
            assert f"{party.reservation_value} Punkte" in party.batna


def test_a_case_that_is_not_translated_is_told_in_english():
    assert load_case("job-offer", "xx") == load_case("job-offer")
