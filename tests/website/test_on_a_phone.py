"""The site on a phone: 390 pixels wide, by touch."""

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from ..browser import screenshot_folder
from ..finger import PHONE, drag

LEAST = 24  # pixels of a target, as WCAG 2.2 asks
LESSON = "00-welcome.html"
PAGES = (
    "index.html",
    LESSON,
    "my-negotiation.html",
    "exercise-01-both-can-gain.html",
    "course.html",
    "search.html",
    "glossary.html",
)
SMALL = """(least) => [...document.querySelectorAll("button, input, select, summary, textarea, [role=button], a")]
  .filter((target) => target.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
  .filter((target) => target.tagName !== "A" || getComputedStyle(target).display !== "inline") // a link in a sentence
  .map((target) => [target.closest("label") ?? target, target])
  .map(([place, target]) => [place.getBoundingClientRect(), target.outerHTML.slice(0, 90)])
  .filter(([{ width, height }]) => width > 0 && Math.min(width, height) < least)
  .map(([{ width, height }, html]) => `${Math.round(width)} x ${Math.round(height)} ${html}`)"""


@pytest.fixture
def phone(browser: Browser):
    context = browser.new_context(**PHONE)
    yield context.new_page()
    context.close()


def open_page(page: Page, address: str, name: str) -> None:
    page.goto(f"{address}/{name}")
    if page.locator("#simulations").count():
        page.locator("html[data-whole]").wait_for(state="attached")


def tapped_bet(page: Page) -> Locator:
    """Bet in the bicycle's simulation by touch, and return it."""
    bicycle = page.locator("#simulation-3")
    bicycle.get_by_role("radio").first.tap()
    bicycle.get_by_role("button", name="Store my prediction").tap()
    bicycle.get_by_role("button", name="Run").tap()
    expect(bicycle.get_by_role("slider").last).to_be_visible()
    return bicycle


def test_a_slider_is_dragged_by_a_finger(phone, address):
    open_page(phone, address, LESSON)
    bicycle = tapped_bet(phone)
    slider = bicycle.get_by_role("slider").last
    before = slider.input_value()
    drag(phone, slider, 120)
    expect(slider).not_to_have_value(before)
    phone.screenshot(path=screenshot_folder() / "site-phone.png")


def test_every_target_is_large_enough_for_a_finger(phone, address):
    found = []
    for name in PAGES:
        open_page(phone, address, name)
        if name == LESSON:
            tapped_bet(phone)
        found += [f"{name}: {target}" for target in phone.evaluate(SMALL, LEAST)]
    assert found == []
