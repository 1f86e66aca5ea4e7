"""Questions: truthful answers by hand, and bits against joint counts."""

from collections import Counter
from math import log2

import pytest
from biggerpie.negotiation import (
    Case,
    Importance,
    NegotiationError,
    Question,
    QuestionKind,
    answer_to,
    profiles,
    question_about,
    question_bits,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from ..brute_force import cases


def asked(case: Case, kind: QuestionKind, *issues: str) -> Question:
    return question_about(case, "?", kind, *issues)


def test_the_employer_answers_truthfully(job_offer: Case):
    points = job_offer.party("employer").points
    kinds = QuestionKind
    for question, expected in (
        (asked(job_offer, kinds.MOST), (0, 2)),
        (asked(job_offer, kinds.WEIGHT, "start date"), Importance.MOST),
        (asked(job_offer, kinds.WEIGHT, "first project"), Importance.MUCH),
        (asked(job_offer, kinds.WEIGHT, "mentoring"), Importance.LITTLE),
        (asked(job_offer, kinds.COMPARE, "days at home", "start date"), 2),
        (asked(job_offer, kinds.COMPARE, "salary", "start date"), None),
        (asked(job_offer, kinds.DIRECTION, "first project"), (1,)),
        (asked(job_offer, kinds.NONE), ()),
        (asked(job_offer, kinds.NONE, "salary"), ()),
    ):
        assert answer_to(question, points) == expected


def test_nothing_matters_to_whom_nothing_is_worth_anything(job_offer: Case):
    nothing = ((0, 0),) * 3
    assert answer_to(asked(job_offer, QuestionKind.MOST), nothing) == (0, 1, 2)
    assert answer_to(asked(job_offer, QuestionKind.WEIGHT, "salary"), nothing) == Importance.LITTLE


@st.composite
def some_questions(draw, issues: int) -> list[Question]:
    """A few questions about a case of so many issues."""
    found = []
    for kind in draw(st.lists(st.sampled_from(list(QuestionKind)), max_size=3)):
        count = {"most": 0, "weight": 1, "compare": 2, "direction": 1, "none": 0}[kind]
        if count <= issues:
            named = draw(st.permutations(range(issues)))[:count]
            found.append(Question("?", kind, tuple(named)))
    return found


@settings(max_examples=70)
@given(cases(parties=2), st.data())
def test_bits_are_the_entropy_of_the_joint_answers(case: Case, data):
    questions = data.draw(some_questions(len(case.issues)))
    table = profiles(case, "party 1")
    counts = Counter(str([answer_to(question, profile) for question in questions]) for profile in table)
    expected = log2(len(table)) - sum(n * log2(n) for n in counts.values()) / len(table)
    bits = question_bits(table, questions)
    assert bits == pytest.approx(expected, abs=1e-9)
    assert bits <= log2(len(table)) + 1e-9
    assert question_bits(table, questions * 2) == bits


def test_a_faulty_question_is_named(job_offer: Case):
    with pytest.raises(NegotiationError, match=r"did you mean 'salary'\?"):
        asked(job_offer, QuestionKind.WEIGHT, "salry")
    for issues in ((), ("salary",), ("salary", "salary")):
        with pytest.raises(NegotiationError, match="names 2"):
            asked(job_offer, QuestionKind.COMPARE, *issues)
