"""Leanings: each may meet any other, so none says how much it matters, and none speaks of another issue."""

import re

import pytest
from biggerpie.negotiation import case_names, load_case
from biggerpie.negotiation.case import Leaning

from .strength_words import heard
from .test_languages import LED as TOLD

LED = [name for name in case_names() if load_case(name).parties[0].leanings]
EVERY = [*(("en", name) for name in LED), *TOLD]


def said_by(leaning: Leaning) -> str:
    return " ".join((leaning.brief, leaning.answer, leaning.interest, leaning.because))


@pytest.mark.parametrize(("language", "name"), EVERY)
def test_a_leaning_does_not_say_how_much_it_matters(language, name):
    for leaning in (leaning for party in load_case(name, language).parties for leaning in party.leanings):
        assert not heard(said_by(leaning)), leaning
        assert not re.search(r"\b(matters?|wichtig\w*|importa\w*)\b", said_by(leaning), re.IGNORECASE), leaning


@pytest.mark.parametrize(("language", "name"), EVERY)
def test_a_leaning_names_no_other_issue(language, name):
    case = load_case(name, language)
    for leaning in (leaning for party in case.parties for leaning in party.leanings):
        others = [issue.name for issue in case.issues if issue.name != leaning.issue]
        named = [other for other in others if re.search(rf"\b{re.escape(other)}\b", said_by(leaning), re.IGNORECASE)]
        assert not named, leaning


@pytest.mark.parametrize("name", LED)
def test_an_answer_is_said_by_the_party_and_a_brief_is_said_to_it(name):
    for leaning in (leaning for party in load_case(name).parties for leaning in party.leanings):
        assert re.search(r"\b(I|me|my|we|us|our)\b", leaning.answer, re.IGNORECASE), leaning
        assert re.match(r"You('d| would)? (like|want)", leaning.brief), leaning
        assert leaning.interest.startswith("to ")
        assert not re.search(r"[.!?]$", leaning.interest + leaning.because), leaning
