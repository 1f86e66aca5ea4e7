"""The few questions: what is asked stands in the cell at once, and what isn't asked isn't answered."""

import json

import pytest
import traitlets
from biggerpie.answers.answer import Answer
from biggerpie.answers.asked import read_asked
from biggerpie.widgets import FewQuestions
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, expect

from ..plain_page import widget_page
from .states.few_questions import unasked_questions
from .test_answer_sheet import ask
from .test_answer_sheet_in_browser import add_cell

BLANK = "%%answer asked\n# a remark\nfirst:\nsecond:\nthird:\nfourth:\nfifth:\nonce more:"


def read_of(widget: FewQuestions, text: str):
    return read_asked(widget._case, Answer("asked", text.partition("\n")[2]))


@given(st.permutations(range(6)), st.integers(0, 5), st.data())
def test_marking_reads_what_was_asked_and_another_form_takes_it_up(order, count, data):
    widget = unasked_questions()
    widget.asked = order[:count]
    widget.again = data.draw(st.sampled_from([-1, *widget.asked]))
    text = ask(widget, "write", BLANK).get("text", BLANK)
    said = read_of(widget, text)
    assert (list(said.issues), -1 if said.again is None else said.again) == (widget.asked, widget.again)
    again = unasked_questions()
    ask(again, "begin", text)
    assert (again.asked, again.again) == (widget.asked, widget.again)
    assert again.picture["log"] == widget.picture["log"]


def test_of_a_cell_that_was_typed_the_form_takes_what_marking_counts():
    widget = unasked_questions()
    text = "%%answer asked\nfirst: salary\nsecond: salary\nfourth: mentoring\nonce more: start date"
    ask(widget, "read", text)
    said = read_of(widget, text)
    assert (widget.asked, widget.again) == (list(said.issues), -1) == ([0, 4], -1)
    assert len(said.problems) == 2


def test_an_answer_that_was_not_asked_for_does_not_reach_the_browser():
    widget = unasked_questions()
    widget.asked = [4, 0, 2]
    sent = json.dumps(widget.get_state(), default=str)
    told = [said.answer for said in widget._talk.told]
    assert [answer for answer in told if json.dumps(answer)[1:-1] in sent] == [told[2], told[4]]


@pytest.mark.parametrize("asked", [[0, 0], [6], [0, 1, 2, 3, 4, 5], [-1]])
def test_more_than_may_be_asked_is_refused(asked):
    widget = unasked_questions()
    with pytest.raises(traitlets.TraitError):
        widget.asked = asked
    with pytest.raises(traitlets.TraitError, match="that you have asked about"):
        widget.again = 3


def test_by_keyboard_each_question_is_answered_read_out_and_written_down(browser: Browser):
    with widget_page(browser, unasked_questions()) as page:
        add_cell(page, BLANK)
        talk = page.get_by_role("list", name="The talk")
        for name, said in (("When do you need Noa?", "Yesterday!"), ("What should Noa work on", "We'll see about")):
            page.get_by_role("button", name=name).focus()
            page.keyboard.press("Enter")
            expect(talk.get_by_role("listitem").last).to_be_focused()
            expect(page.get_by_role("status").first).to_contain_text(said)
        page.wait_for_function("window.source.includes('second: first project')")
        assert "first: start date" in page.evaluate("window.source").splitlines()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.get_by_text("May I come back to this?")).to_be_visible()
        page.wait_for_function("window.source.includes('once more: first project')")
        expect(page.get_by_role("button", name="Come back")).to_have_count(0)
        expect(page.get_by_text("You can ask 3 more questions.").first).to_be_visible()


def test_without_time_there_is_nothing_more_to_ask(browser: Browser):
    widget = unasked_questions()
    widget.asked = [0, 1, 2, 3]
    with widget_page(browser, widget) as page:
        add_cell(page, BLANK)
        page.get_by_role("button", name="What about the notice period?").click()
        expect(page.get_by_text("There's no time for another question.").first).to_be_visible()
        expect(page.get_by_role("button", name="Does a colleague")).to_be_disabled()
        expect(page.get_by_role("button", name="Come back")).to_have_count(5)
