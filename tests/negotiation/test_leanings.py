"""Leanings: each may meet any other, so none says how much it matters, and none speaks of another issue."""

import re

import pytest
from biggerpie.negotiation import case_names, load_case

from .strength_words import heard

LED = [name for name in case_names() if load_case(name).parties[0].leanings]


@pytest.mark.parametrize("name", LED)
def test_a_leaning_does_not_say_how_much_it_matters(name):
    for party in load_case(name).parties:
        for leaning in party.leanings:
            assert not heard(" ".join((leaning.brief, leaning.answer, leaning.interest, leaning.because))), leaning


@pytest.mark.parametrize("name", LED)
def test_a_leaning_names_no_other_issue(name):
    case = load_case(name)
    for leaning in (leaning for party in case.parties for leaning in party.leanings):
        said = " ".join((leaning.brief, leaning.answer, leaning.interest, leaning.because))
        others = [issue.name for issue in case.issues if issue.name != leaning.issue]
        assert not [other for other in others if re.search(rf"\b{re.escape(other)}\b", said, re.IGNORECASE)], leaning


@pytest.mark.parametrize("name", LED)
def test_an_answer_is_said_by_the_party_and_a_brief_is_said_to_it(name):
    for leaning in (leaning for party in load_case(name).parties for leaning in party.leanings):
        assert re.search(r"\b(I|me|my|we|us|our)\b", leaning.answer, re.IGNORECASE), leaning
        assert re.match(r"You('d| would)? (like|want)", leaning.brief), leaning
        assert leaning.interest.startswith("to ")
        assert not re.search(r"[.!?]$", leaning.interest + leaning.because), leaning
