"""My negotiation: a row written in a lesson stands in the sheet, on whatever page, and the sheet fits on one page."""

import json
import re

import pytest
from biggerpie.widgets import OwnNegotiation
from biggerpie.widgets.keeping import AFRESH, BACK
from biggerpie.widgets.own_negotiation.own_negotiation import LONGEST, ROWS
from biggerpie.widgets.record import FILE
from playwright.sync_api import Browser, expect

from ..browser import screenshot_folder
from ..plain_page import widget_page
from .keeping import Lesson
from .states.own_negotiation import empty_own_negotiation, full_own_negotiation

PAGE = re.compile(rb"/Type\s*/Page\b")
AWAY_AND_BACK = """(field) => {
  field.dispatchEvent(new FocusEvent('blur'));
  window.dispatchEvent(new FocusEvent('focus'));
}"""
"""What happens where the learner goes to another window and comes back: the field keeps the focus in its page."""


@pytest.fixture
def lesson(tmp_path, monkeypatch) -> Lesson:
    return Lesson(tmp_path, monkeypatch, "01-both-sides-can-gain")


def row(name: str):
    return lambda: OwnNegotiation(name)


def test_a_row_written_in_a_lesson_stands_in_the_sheet_on_another_day_and_the_other_way_round(lesson):
    [talk] = lesson.run("own-row", row("talk"))
    talk.talk = "With Mrs Okafor, about the room"
    lesson.name = "03-the-relationship"
    [theirs] = lesson.run("own-row", row("theirs"))
    assert theirs.about == "With Mrs Okafor, about the room"
    theirs.theirs = "She'd ask her niece."
    lesson.another_day()
    lesson.name = "10-without-being-naive"
    [sheet] = lesson.run("sheet", OwnNegotiation)
    assert sheet.caption() == "The talk: With Mrs Okafor, about the room\nTheir side: She'd ask her niece."
    sheet.theirs = "Her niece moves in."
    lesson.another_day()
    [theirs] = lesson.run("own-row", row("theirs"))
    assert theirs.theirs == "Her niece moves in."


def test_pages_that_are_open_side_by_side_write_different_rows_and_see_each_others_when_they_look_again(lesson):
    [issues], [sheet] = lesson.run("own-row", row("issues")), lesson.run("sheet", OwnNegotiation)
    issues.issues = "rent, noise"
    sheet.closing = "By Friday"
    assert sheet.issues == ""
    sheet.looked += 1
    assert (sheet.issues, sheet.closing) == ("rent, noise", "By Friday")
    kept = lesson.record()["lessons"]["own-negotiation"]["sheet"]
    assert {name: entry["state"] for name, entry in kept.items()} == {
        "issues": {"issues": "rent, noise"},
        "closing": {"closing": "By Friday"},
    }


def test_a_row_that_is_started_afresh_is_empty_in_the_sheet_and_comes_back_alone(lesson):
    [sheet] = lesson.run("sheet", OwnNegotiation)
    sheet.issues, sheet.options = "rent", "a swap"
    [issues] = lesson.run("own-row", row("issues"))
    issues.wish = AFRESH
    lesson.another_day()
    [sheet] = lesson.run("sheet", OwnNegotiation)
    assert (sheet.issues, sheet.options) == ("", "a swap")
    [issues] = lesson.run("own-row", row("issues"))
    issues.wish = BACK
    assert issues.issues == "rent"


@pytest.mark.parametrize("state", [{"issues": 5}, {"talk": "x"}, {}, {"issues": "a", "more": 1}, {"issues": ["a"]}])
def test_a_row_that_no_learner_wrote_is_empty_and_hides_no_other(lesson, state):
    [sheet] = lesson.run("sheet", OwnNegotiation)
    sheet.issues, sheet.options = "rent", "a swap"
    kept = lesson.record()
    kept["lessons"]["own-negotiation"]["sheet"]["issues"]["state"] = state
    lesson.another_day()
    (lesson.folder / FILE).write_text(json.dumps(kept), encoding="utf-8")
    [sheet] = lesson.run("sheet", OwnNegotiation)
    assert (sheet.issues, sheet.options) == ("", "a swap")


def test_what_cannot_be_seen_or_is_too_much_is_left_out():
    widget = OwnNegotiation("issues")
    widget.issues = "one\ntwo\u202e\x00" + "x" * LONGEST
    assert widget.issues == ("one\ntwo" + "x" * LONGEST)[:LONGEST]


def test_an_unknown_row_is_refused_by_name():
    with pytest.raises(ValueError, match="'isues' is not a row of the sheet; use some of \\['talk', 'issues'"):
        OwnNegotiation("isues")


@pytest.mark.parametrize("make", [empty_own_negotiation, full_own_negotiation], ids=["empty", "full"])
def test_the_whole_sheet_is_printed_on_one_page(browser: Browser, make):
    with widget_page(browser, make()) as page:
        page.get_by_role("button", name="Print the sheet").press("Enter")
        paper = page.locator("iframe").content_frame.locator("html")
        expect(paper.get_by_role("row", include_hidden=True)).to_have_count(len(ROWS))
        printed = page.context.new_page()
        printed.set_content(paper.evaluate("(html) => html.outerHTML"))
        for size in ("A4", "Letter"):
            file = screenshot_folder() / f"{make.__name__}-{size}.pdf"
            assert len(PAGE.findall(printed.pdf(path=file, format=size, prefer_css_page_size=False))) == 1
        page.get_by_role("button", name="Print the sheet").press("Enter")
        expect(page.locator("iframe")).to_have_count(1)


def test_what_is_written_is_kept_letter_by_letter_and_markup_stays_a_text(browser: Browser):
    widget = OwnNegotiation()
    with widget_page(browser, widget) as page:
        page.get_by_label("Options").press_sequentially("<b>swap</b>")
        expect(page.get_by_label("Options")).to_have_value("<b>swap</b>")
        page.wait_for_timeout(500)
        assert widget.options == "<b>swap</b>"
        page.get_by_role("button", name="Print the sheet").click()
        assert page.locator("iframe").content_frame.locator("td b").count() == 0


def test_who_comes_back_from_a_window_beside_this_one_goes_on_with_what_was_written_there(lesson, browser: Browser):
    [sheet], [talk] = lesson.run("sheet", OwnNegotiation), lesson.run("own-row", row("talk"))
    with widget_page(browser, sheet) as page:
        field = page.get_by_label("The talk")
        field.press_sequentially("With Mrs Okafor")
        page.wait_for_timeout(500)
        talk.looked += 1
        talk.talk += ", about the room"
        field.evaluate(AWAY_AND_BACK)
        expect(field).to_have_value("With Mrs Okafor, about the room")
        expect(field).to_be_focused()
        field.press("End")
        field.press_sequentially(" upstairs")
        field.press("Tab")
        page.wait_for_timeout(500)
    kept = lesson.record()["lessons"]["own-negotiation"]["sheet"]["talk"]
    assert kept["state"] == {"talk": "With Mrs Okafor, about the room upstairs"}
