"""A widget behind which nothing runs any more, in real Chromium: it says so, and all that would change it rests."""

import pytest
from playwright.sync_api import Browser, Page, expect

from ..browser import screenshot_folder
from ..plain_page import state_of, widget_page
from .catalogue import RICHEST
from .states.blame_spiral import spiral

ENABLED = """[...document.querySelectorAll("#place :is(button, input, select, textarea)")]
  .filter((control) => !control.disabled && !control.closest(".bp-asleep")).length"""


def end(page: Page, status: str) -> None:
    """Let the kernel tell its status."""
    page.evaluate("(status) => window.plainHost.end(status)", status)


@pytest.mark.parametrize("make", RICHEST, ids=lambda make: make.__name__)
def test_a_widget_whose_kernel_ended_says_so_and_nothing_in_it_can_be_changed(browser: Browser, make):
    widget = make()
    with widget_page(browser, widget) as page:
        page.wait_for_timeout(400)
        before = state_of(widget)
        end(page, "autorestarting")
        expect(page.locator(".bp-asleep")).to_contain_text("Nothing runs behind it now")
        assert page.evaluate(ENABLED) == 0
        for place in page.locator("#place [tabindex='0']:visible").all()[:12]:
            place.focus()
            for key in ("Enter", "ArrowRight", "Delete", "l"):
                page.keyboard.press(key)
            place.click(force=True)
        page.wait_for_timeout(400)
        assert state_of(widget) == before
        page.screenshot(path=screenshot_folder() / f"asleep-{make.__name__}.png", full_page=True)


@pytest.mark.parametrize("status", ["idle", "busy", "starting", "unknown"])
def test_a_kernel_that_works_leaves_the_widget_awake(browser: Browser, status):
    with widget_page(browser, spiral()) as page:
        enabled = page.evaluate(ENABLED)
        end(page, status)
        page.wait_for_timeout(100)
        expect(page.locator(".bp-asleep")).to_be_hidden()
        assert page.evaluate(ENABLED) == enabled > 0


def test_who_was_in_the_widget_finds_the_keys_at_the_button_that_wakes_the_page(browser: Browser):
    with widget_page(browser, spiral()) as page:
        page.evaluate("document.getElementById('place').parentElement.classList.add('jp-Notebook')")
        page.get_by_role("slider").first.focus()
        end(page, "dead")
        button = page.get_by_role("button", name="Wake this page")
        expect(button).to_be_focused()
        expect(button).to_have_attribute("data-commandlinker-command", "notebook:run-all-cells")
