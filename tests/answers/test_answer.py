"""Answers: what is read, what is refused, and what each refusal says."""

import time

import pytest
from biggerpie.answers import answer
from biggerpie.answers.answer import Lines
from biggerpie.grading import Answer, find_answer, gather_answers
from biggerpie.negotiation import NegotiationError
from hypothesis import given, settings
from hypothesis import strategies as st

from ..work import HANGS


@pytest.mark.parametrize(
    ("source", "name", "text"),
    [
        ("%%answer package\na: b\n", "package", "a: b\n"),
        ("\n  %%answer  package  \na: b", "package", "a: b"),
        ("%%answer package\N{NO-BREAK SPACE}\na: b", "package", "a: b"),
        ("%%answer" + " " * 50_000 + "x" + " " * 50_000 + "\n", "x", ""),
        ("%%answerpackage\na: b", None, None),
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
        ("salary:56,000", [("salary", "56,000")]),
        ("salary = 56,000", [("salary", "56,000")]),
        ("\tsalary: 56,000\n  start: 1 March", [("salary", "56,000"), ("start", "1 March")]),
        ("salary: 56,000\r\nstart: 1 March\r\n", [("salary", "56,000"), ("start", "1 March")]),
        ("salary: '56,000'  # so much", [("salary", "56,000")]),
        ("- salary: “56,000”", [("salary", "56,000")]),
        ("salary\N{FULLWIDTH COLON} \N{FULLWIDTH DIGIT FIVE}6,000", [("salary", "56,000")]),
        ("salary:\nstart: yes", [("salary", ""), ("start", "yes")]),
        ("# only this\nsalary: null", [("salary", "null")]),
        ("a: b: c", [("a", "b: c")]),
        ("a: !!python/object/apply:os.system [x]", [("a", "!!python/object/apply:os.system [x]")]),
        ("a: &a [x, x]\nb: *a", [("a", "&a [x, x]"), ("b", "a")]),
        ("**salary**: 56,000\n- **start:** _May_", [("salary", "56,000"), ("start", "May")]),
        ("salary -> 56,000\nstart → May\nend => June", [("salary", "56,000"), ("start", "May"), ("end", "June")]),
        ("salary – 56,000\nstart\tMay!", [("salary", "56,000"), ("start", "May")]),
        ("| salary | 56,000 |\n|---|---|\n| start | May |", [("salary", "56,000"), ("start", "May")]),
        ("```text\nsalary: 56,000\n```", [("salary", "56,000")]),
        ("", []),
        (" \n\n", []),
    ],
)
def test_lines_are_read_as_texts_and_nothing_else(text, pairs):
    assert Answer("a", text).lines() == Lines(tuple(pairs))


def test_a_line_that_cannot_be_read_costs_that_line_only():
    lines = Answer("a", "salary 56,000\nstart: 1 March\nhello").lines()
    assert lines.pairs == (("start", "1 March"),)
    assert lines.problems == (
        "line 2, 'salary 56,000': no colon stands there; write what it is about, a colon, and your choice.",
        "line 4, 'hello': no colon stands there; write what it is about, a colon, and your choice.",
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (None, "there is no answer 'a' yet"),
        ("x" * 10_001, "10,001 characters long; keep it below 10,000"),
        ("a: b\n%%answer a\na: c", "line 3 begins a second answer"),
    ],
)
def test_what_is_no_answer_at_all_is_refused_in_one_sentence(text, says):
    with pytest.raises(NegotiationError) as caught:
        Answer("a", text).lines()
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_reading_stops_after_a_hundred_lines_that_cannot_be_understood_and_says_so():
    lines = Answer("a", "x: 1\n" + "nonsense\n" * 100 + "y: 2").lines()
    assert lines.pairs == (("x", "1"),)
    assert lines.problems[0].startswith("the reading stopped after 100 lines that could not be understood")
    assert len(lines.problems) == 101
    assert Answer("a", "nonsense\n" * 99 + "y: 2").lines().pairs == (("y", "2"),)


@settings(max_examples=500)
@given(st.text(max_size=200))
def test_any_text_gives_texts_or_one_sentence(text):
    try:
        lines = Answer("a", text).lines()
    except NegotiationError as problem:
        assert "second answer" in str(problem)
    else:
        assert all(len(pair) == 2 for pair in lines.pairs)


def test_what_stands_in_the_answers_own_cell_counts():
    answers = gather_answers({"a": "%%answer a\nx: 1"}, ["%%answer a\nx: 2"])
    assert answers["a"].text == "x: 1"
    assert "more than one cell" in answers["a"].note


def test_an_answer_elsewhere_counts_where_its_own_cell_holds_none():
    assert gather_answers({"a": "# deleted"}, ["%%answer a\nx: 2"])["a"].text == "x: 2"


def test_an_answer_in_another_answers_cell_does_not_replace_the_own_one():
    answers = gather_answers({"a": "%%answer b\nx: 1", "b": "%%answer b\nx: 2"}, [])
    assert answers["b"].text == "x: 2"
    assert "a" not in answers


@pytest.mark.parametrize("between", [" ", " \u00a0", "\t ", " -", "- ", "|", "=", "\u2003"])
def test_a_long_line_takes_no_longer_than_its_letters(between, monkeypatch):
    monkeypatch.setattr(answer, "LONGEST_ANSWER", 1_000_000)
    begun = time.process_time()
    Answer("labels", "a" + between * (900_000 // len(between)) + "b").lines()
    assert time.process_time() - begun < HANGS


def test_a_line_parts_at_an_arrow_with_the_blanks_around_it():
    assert Answer("x", "fee \t ->\t 4,500\na\u00a0 - b").lines().pairs == (("fee", "4,500"), ("a", "b"))


def test_half_a_letter_is_a_question_mark():
    assert Answer("package", "salary\ud800: 56,000").text == "salary?: 56,000"
