"""The rubric `remarks`: telling attacks on a person from hard words about the matter."""

import pytest
from biggerpie.grading.report.mark import Mark
from biggerpie.grading.rubrics.sorts import REMARK_KINDS, mark_sorts
from biggerpie.negotiation import NegotiationError
from hypothesis import given
from hypothesis import strategies as st

from .texts import answer

TRUTH = {str(n): kind for n, kind in enumerate(["attack"] * 4 + ["matter"] * 6, 1)}
LINES = st.tuples(
    st.sampled_from(["1", "remark 2", "Remark 10", "11"]) | st.text(max_size=8),
    st.sampled_from(["attack", "matter", "Matter"]) | st.text(max_size=8),
)


def marked(text: str) -> Mark:
    return mark_sorts(answer(text), TRUTH, 80, REMARK_KINDS, "remark")


@pytest.mark.parametrize("kind", REMARK_KINDS)
def test_calling_everything_the_same_earns_nothing(kind):
    assert marked("\n".join(f"{key}: {kind}" for key in TRUTH)).points == 0


def test_each_remark_beyond_the_more_common_kind_earns_its_part():
    lines = [f"remark {key}: {kind}" for key, kind in TRUTH.items()]
    assert [marked("\n".join(lines[:count])).points for count in range(11)] == [0] * 7 + [20, 40, 60, 80]


def test_findings_say_why_and_call_a_remark_a_remark():
    mark = marked("1: matter\n2: Attack\n5: attack\n6: matter\nremark 7: rude\n11: attack")
    full = str(mark.report())
    for sentence in (
        "Remark 1: you said matter, but it is an attack: it judges a person, not the matter.",
        "Remark 2 is an attack: it judges a person",
        "Remark 5: you said attack, but it is no attack: it is about the matter, a fact",
        "Remark 6 is no attack: it is about the matter, a fact",
        "'rude' is not a kind of remark",
        "'11' is none of the remarks; write the number that stands before one.",
        "2 of 10 remarks are sorted right",
    ):
        assert sentence in full
    assert "statement" not in full


@given(st.lists(LINES, max_size=12))
def test_whatever_is_written_gets_a_mark(lines):
    mark = marked("\n".join(f"{key}: {value}" for key, value in lines))
    assert 0 <= mark.points <= 80
    assert mark.findings


def test_a_faulty_key_is_named():
    with pytest.raises(NegotiationError, match="'interest' is not a kind of remark"):
        mark_sorts(answer("1: attack"), {"1": "interest"}, 10, REMARK_KINDS, "remark")
    with pytest.raises(NegotiationError, match="all remarks are of one kind"):
        mark_sorts(answer("1: attack"), {"1": "attack"}, 10, REMARK_KINDS, "remark")
