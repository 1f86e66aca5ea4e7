"""Marking one's own answer: each item by the scheme, and the total with what was marked before and after."""

import pytest
import traitlets
from biggerpie.grading.marks_so_far import MarksSoFar
from biggerpie.grading.report.mark import Mark
from biggerpie.widgets import SelfMark
from playwright.sync_api import Browser, expect

from ..plain_page import widget_page
from .states.self_mark import judged_self_mark


def test_items_are_given_in_full_or_in_equal_parts_and_summed():
    widget = SelfMark([6, (12, 3)])
    assert widget.steps == [[0, 6], [0, 4, 8, 12]]
    assert widget.picture["summary"] == "So far you give yourself 0 of 18 marks; 0 of 2 items are judged."
    widget.given = [6, 8]
    assert widget.picture == {"summary": "You give yourself 14 of 18 marks.", "total": ""}


def test_the_total_holds_the_other_parts_in_whole_points_and_follows_them():
    marks = MarksSoFar()
    widget = SelfMark([20], marks)
    widget.given = [20]
    marks.note("labels", Mark(22.5, 30))
    assert "that is 43 of 50" in widget.picture["total"]
    marks.note("labels", Mark(30, 30))
    marks.note("package", Mark(39.4, 40))
    assert "that is 89 of 90" in widget.picture["total"]


def test_marks_of_other_parts_stand_after_a_restart_and_make_room_for_newer_ones():
    before = judged_self_mark()
    after = SelfMark([(12, 3), (9, 3), 9], marks := MarksSoFar("case 2"))
    after.take_up(before.state())
    assert after.picture["total"] == before.picture["total"]
    marks.note("remarks", Mark(40, 40))
    assert "that is 57 of 70" in after.picture["total"]


def test_what_an_earlier_version_kept_is_taken_up():
    widget = SelfMark([6], MarksSoFar())
    widget.take_up({"given": [6]})
    assert widget.given == [6]


@pytest.mark.parametrize("given", [[5, 0], [6], [6, -2], [-1, 6]])
def test_points_that_an_item_does_not_have_are_refused(given):
    with pytest.raises(traitlets.TraitError):
        SelfMark([6, (12, 3)]).given = given


@pytest.mark.parametrize("items", [[], [0], [(10, 3)], [(4, 0)]])
def test_a_scheme_that_cannot_be_given_is_refused(items):
    with pytest.raises(ValueError, match="give each item its points"):
        SelfMark(items)


def test_an_answer_is_marked_by_keyboard_alone(browser: Browser):
    widget = judged_self_mark()
    with widget_page(browser, widget, width=390) as page:
        page.get_by_role("group", name="Item 3").get_by_role("radio").first.focus()
        page.keyboard.press("ArrowRight")
        expect(page.get_by_text("You give yourself 26 of 30 marks.").first).to_be_visible()
        expect(page.get_by_text("that is 58 of 70").first).to_be_visible()
    assert widget.given == [8, 9, 9]
