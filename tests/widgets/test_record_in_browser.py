"""Starting afresh and going back, in real Chromium: what is seen is what there was, by keyboard alone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from ..browser import screenshot_folder
from ..plain_page import widget_page
from .keeping import untouched
from .states.payoff_explorer import run_explorer
from .states.rewriting import looked_rewriting
from .test_keeping import TOUCHED

AFRESH, UNDO = "Start afresh", "Undo: show what I had before"
SEEN = """() => {
  const place = document.getElementById("place");
  const there = (node) => node.checkVisibility() && !node.closest("[role=status], .bp-record");
  const texts = [...place.querySelectorAll("*")].filter(there).flatMap((node) => [...node.childNodes]);
  const controls = [...place.querySelectorAll("input, textarea, select, button")].filter(there);
  return [
    texts.filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data).join(" "),
    JSON.stringify(controls.map((node) => [node.type, node.checked, node.value, node.disabled])),
  ];
}"""


def seen(page: Page) -> list[str]:
    """What a learner sees: texts, and what each control holds."""
    page.wait_for_timeout(150)
    found = page.evaluate(SEEN)
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("make", TOUCHED, ids=lambda make: make.__name__)
def test_a_simulation_started_afresh_looks_as_one_nobody_touched_and_undone_as_it_was(browser: Browser, make):
    with widget_page(browser, untouched(make)) as page:
        fresh = seen(page)
    with widget_page(browser, make()) as page:
        before = seen(page)
        page.get_by_role("button", name=AFRESH).focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("button", name=UNDO)).to_be_focused()
        assert seen(page) == fresh
        page.keyboard.press("Enter")
        expect(page.get_by_role("button", name=AFRESH)).to_be_focused()
        assert seen(page) == before


def test_both_buttons_and_a_note_are_legible_light_dark_and_narrow(browser: Browser):
    widget = run_explorer()
    widget.wish = "afresh"
    widget.prediction = 1
    widget.record = {**widget.record, "note": widget.words["record_not_kept"].format(file="my-record.json")}
    for width, dark in ((1000, False), (390, True), (390, False)):
        with widget_page(browser, widget, width=width, dark=dark) as page:
            expect(page.get_by_role("button", name=UNDO)).to_be_visible()
            expect(page.get_by_text("can't be saved").last).to_be_visible()
            name = f"record-foot-{width}-{'dark' if dark else 'light'}.png"
            page.screenshot(path=screenshot_folder() / name, full_page=True)
            assert Axe().run(page).violations_count == 0


def test_what_is_written_reaches_python_while_it_is_written(browser: Browser):
    widget = looked_rewriting()
    with widget_page(browser, widget) as page:
        page.get_by_role("textbox").fill("I would like")
        page.get_by_role("textbox").press_sequentially(" to")
        page.wait_for_timeout(700)
        assert widget.draft == "I would like to"
        expect(page.get_by_role("textbox")).to_be_focused()
