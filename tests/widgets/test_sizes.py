"""Control and consequence in one view: how much of a screen of 1280 by 720 pixels a simulation takes."""

import pytest
from playwright.sync_api import Browser

from ..plain_page import widget_page
from .catalogue import WIDGETS
from .states.payoff_explorer import run_explorer

WIDE, HIGH, NARROW, NARROWEST = 1280, 720, 390, 320


@pytest.mark.parametrize("make", WIDGETS, ids=lambda make: make.__name__)
def test_controls_and_picture_fit_on_one_screen(browser: Browser, make):
    with widget_page(browser, make(), width=WIDE) as page:
        stages = page.locator(".bp-stage").evaluate_all("(all) => all.map((stage) => stage.offsetHeight)")
        assert max(stages, default=0) <= HIGH


LETTERS = """() => [...document.querySelectorAll("#place svg text")]
  .filter((text) => text.getBoundingClientRect().width)
  .map((text) => [text.textContent, parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a])
  .filter(([, size]) => size < 12)"""


@pytest.mark.parametrize("make", WIDGETS, ids=lambda make: make.__name__)
def test_no_word_in_a_picture_is_smaller_than_12_pixels_and_nothing_sticks_out(browser: Browser, make):
    with widget_page(browser, make(), width=WIDE) as page:
        for width in (WIDE, NARROW, NARROWEST):
            page.set_viewport_size({"width": width, "height": HIGH})
            page.wait_for_timeout(100)  # what is drawn to the window's width is drawn anew
            assert page.evaluate(LETTERS) == []
            assert page.evaluate("() => document.documentElement.scrollWidth") <= width


def test_stepping_along_the_best_packages_moves_nothing_below(browser: Browser):
    with widget_page(browser, run_explorer(), width=WIDE) as page:
        slider = page.get_by_label("from their best to yours")
        slider.focus()
        page.keyboard.press("Home")
        tops = set()
        for _ in range(9):
            page.keyboard.press("ArrowRight")
            page.wait_for_timeout(100)
            tops.add(page.get_by_text("The picture as a table").evaluate("(node) => node.getBoundingClientRect().top"))
        assert len(tops) == 1


def test_the_walk_moves_its_mark_to_the_right_and_says_what_both_get(browser: Browser):
    with widget_page(browser, run_explorer(), width=WIDE) as page:
        slider = page.get_by_label("from their best to yours")
        number = page.locator("output", has_text="you 24, they 24")
        number.wait_for()
        slider.focus()
        page.keyboard.press("ArrowRight")
        page.locator("output", has_text="you 26, they 18").wait_for()
        page.keyboard.press("Home")
        page.locator("output", has_text="you 0, they 32").wait_for()
