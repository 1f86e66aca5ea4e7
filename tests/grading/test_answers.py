"""Answers: what is read, what is refused, and what each refusal says."""

import pytest
from biggerpie.grading import Answer, find_answer, gather_answers
from biggerpie.negotiation import NegotiationError
from hypothesis import given, settings
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("source", "name", "text"),
    [
        ("%%answer package\na: b\n", "package", "a: b\n"),
        ("\n  %%answer  package  \na: b", "package", "a: b"),
        ("%%answer package", "package", ""),
        ("%%answer\na: b", None, None),
        ("# %%answer package\na: b", None, None),
        ("print('%%answer package')", None, None),
    ],
)
def test_an_answer_is_a_cell_that_begins_with_its_name(source, name, text):
    found = find_answer(source)
    assert (found.name, found.text) == (name, text) if name else found is None


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("salary: 56,000\nstart: 1 March", [("salary", "56,000"), ("start", "1 March")]),
        ("salary : 56,000", [("salary", "56,000")]),
        ("  salary: 56,000\n  start: 1 March", [("salary", "56,000"), ("start", "1 March")]),
        ("salary: 56,000\r\nstart: 1 March\r\n", [("salary", "56,000"), ("start", "1 March")]),
        ("salary: '56,000'  # so much", [("salary", "56,000")]),
        ("salary:\nstart: yes", [("salary", ""), ("start", "yes")]),
        ("# only this\nsalary: null", [("salary", "null")]),
        ("when: 2026-11-22\nn: 0x1F\nf: 1e3", [("when", "2026-11-22"), ("n", "0x1F"), ("f", "1e3")]),
    ],
)
def test_plain_lines_are_read_as_texts_and_nothing_else(text, pairs):
    assert Answer("a", text).pairs() == pairs


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (None, "there is no answer 'a' yet"),
        ("  \n", "the answer 'a' is empty"),
        ("x" * 10_001, "it is 10,001 characters long; keep it below 10,000"),
        ("salary:56,000", "line 1, 'salary:56,000': put a space after the colon"),
        ("salary = 56,000", "line 1, 'salary = 56,000': write 'issue: choice'"),
        ("a: b\n!!python/object:os.system x: y", "line 2 uses"),
        ("a: &x 1", "line 1 uses '&', '*' or '!'"),
        ("a: *x", "line 1 uses '&', '*' or '!'"),
        ("- a: b", "line 1 holds a list or a block"),
        ("a: [1, 2]", "line 1 holds a list or a block"),
        ("a:\n  b: c", "line 2 holds a list or a block"),
        ("a: b\n%%answer a\na: c", "line 2 begins a second answer"),
        ("a: b: c", "line 1, 'a: b: c': write 'issue: choice', without quotes or brackets"),
        ("a: \x07", "a character that is not text"),
        ("[" * 9_000, "holds a list or a block"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence_that_says_where(text, says):
    with pytest.raises(NegotiationError) as caught:
        Answer("a", text).pairs()
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


@settings(max_examples=500, deadline=None)
@given(st.text(max_size=200))
def test_any_text_gives_pairs_of_texts_or_one_sentence(text):
    try:
        pairs = Answer("a", text).pairs()
    except NegotiationError as problem:
        assert "\n" not in str(problem)
    else:
        assert all(isinstance(key, str) and isinstance(value, str) for key, value in pairs)


def test_what_stands_in_the_answers_own_cell_counts():
    answers = gather_answers(["%%answer a\nx: 1"], ["%%answer a\nx: 2"])
    assert answers["a"].text == "x: 1"
    assert "more than one cell" in answers["a"].note


def test_an_answer_elsewhere_counts_where_its_own_cell_holds_none():
    assert gather_answers(["%%answer a\n", "# nothing"], ["%%answer a\nx: 2"])["a"].text == "x: 2"
