"""Forced colours, as in Windows' contrast themes: pictures take the reader's colours, and bars stay to be seen."""

import re

import pytest
from biggerpie.widgets._bundle import style
from playwright.sync_api import Browser

from ..browser import screenshot_folder
from ..plain_page import widget_page
from .catalogue import RICHEST_FIRST

NAME = re.compile(r"(--bp-[\w-]+): ([^;]+);")
# What is drawn by a background alone: no text, nothing inside, no control; with what it shows in the colours of now.
DRAWN = """() => [...document.querySelectorAll("#place :is(div, span, i, b):empty:not(.bp-unseen)")]
  .filter((node) => node.offsetWidth * node.offsetHeight)
  .map((node) => [node.className, getComputedStyle(node)])
  .map(([name, it]) => [name, it.backgroundColor, it.backgroundImage, parseFloat(it.borderTopWidth)])"""
# Browsers put a plate of the page's colour behind text.
UNREAD = """() => [...document.querySelectorAll("#place :not(svg *)")]
  .filter((node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim()))
  .filter((node) => getComputedStyle(node).color === "rgb(255, 255, 255)").map((node) => node.outerHTML)"""
CANVAS, NOTHING = "rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"


def test_every_colour_of_the_theme_has_one_of_the_system_instead():
    usual, _, forced = style().partition("@media (forced-colors: active)")
    colours = {name for name, value in NAME.findall(usual) if "light-dark" in value}
    instead = dict(NAME.findall(forced.partition("}")[0]))
    assert set(instead) == colours
    assert [value for value in instead.values() if re.search(r"#|rgb\(|light-dark", value)] == []


@pytest.mark.parametrize("make", RICHEST_FIRST)
def test_in_forced_colours_text_can_be_read_and_what_a_background_draws_is_there(browser: Browser, make):
    with widget_page(browser, make()) as page:
        page.wait_for_timeout(200)  # until what is drawn to its width is there
        usual = page.evaluate(DRAWN)
        page.emulate_media(forced_colors="active")
        forced = page.evaluate(DRAWN)
        assert page.evaluate(UNREAD) == []
        page.screenshot(path=screenshot_folder() / f"forced-{make.__name__}.png", full_page=True)
    for (name, colour, image, border), (_, now, image_now, _) in zip(usual, forced, strict=True):
        if border == 0 and (colour, image) != (NOTHING, "none"):
            assert now not in (CANVAS, NOTHING) or image_now != "none", name
