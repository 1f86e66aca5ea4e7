"""Lesson 2 in real JupyterLab, from the hook to the close."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from ..browser import screenshot_folder
from .learner import answer, cell_with, predict, press, press_key
from .server import notebook_page, run_all

pytestmark = pytest.mark.long

LESSON = "lessons/02-concessions-and-reciprocity.ipynb"


def test_lesson_2_from_the_hook_to_the_close(lab: str, browser: Browser):
    with notebook_page(browser, lab, LESSON) as page:
        run_all(page)
        answer(page, '"answer"', 1)
        expect(cell_with(page, '"recall_1"').get_by_role("radio")).to_have_count(9)
        dances(page)
        gifts(page)
        answer(page, '"compare"', 2)
        practice(page)
        close = page.get_by_role("heading", name="Keep three sentences")
        close.scroll_into_view_if_needed()
        expect(close).to_be_visible()


def dances(page: Page) -> None:
    """Bet on both dances and move their knobs."""
    predict(page, 'bet="picking"', 1)
    dance = cell_with(page, 'bet="picking"')
    expect(dance.locator(".bp-says").last).to_contain_text("Both together get 144 points")
    dance.get_by_role("img").first.scroll_into_view_if_needed()
    page.screenshot(path=screenshot_folder() / "lab-lesson-02-picking.png")
    for side in ("What you offer", "What they offer"):
        dance.get_by_role("group", name=side).get_by_role("radio").first.check()
    expect(dance.locator(".bp-says").last).to_contain_text("Both together get 122 points")
    press(dance, "From the start")
    press(dance, "Next offer")
    expect(dance.locator(".bp-says").last).to_contain_text("Offer 2 of 25")
    dance.get_by_role("group", name="What you offer").get_by_role("radio").last.check()
    expect(dance.locator(".bp-says").last).to_contain_text("Both together get 144 points")
    press(dance, "Draw again")
    predict(page, 'bet="speed"', 1)
    speed = cell_with(page, 'bet="speed"')
    press_key(speed.get_by_label("When you come down"), "ArrowLeft")
    press_key(speed.get_by_label("When they come down"), "ArrowRight")
    expect(speed.locator(".bp-says").last).to_contain_text("Both together get 139 points")
    press(speed, "Play")
    speed.get_by_role("img").first.scroll_into_view_if_needed()
    page.screenshot(path=screenshot_folder() / "lab-lesson-02-speed.png")


def gifts(page: Page) -> None:
    """Give and keep, then bet on slips and move the slider."""
    game = cell_with(page, "PlayExchange()")
    game.scroll_into_view_if_needed()
    for button, said in (("Give", "Round 1: you give"), ("Keep", "Round 2: you keep"), ("Give", "Round 3: you give")):
        press(game, button)
        expect(game.locator(".bp-says").last).to_contain_text(said)
    page.screenshot(path=screenshot_folder() / "lab-lesson-02-play.png")
    predict(page, 'bet="slips"', 2)
    slips = cell_with(page, 'bet="slips"')
    press_key(slips.get_by_label("How often a hand slips"), "ArrowLeft")
    expect(slips.locator(".bp-says").last).to_contain_text("slip in 4 %")
    slips.get_by_role("radio", name="generous", exact=True).check()
    slips.get_by_role("img").first.scroll_into_view_if_needed()
    page.screenshot(path=screenshot_folder() / "lab-lesson-02-slips.png")


def practice(page: Page) -> None:
    """Make both next offers, the first one dearly."""
    for source, issue, said in (
        ('"gardener", talk', "vegetable beds", "An expensive part is “vegetable beds”"),
        ('"press", talk', "delivery", "With 33 you answer in kind."),
    ):
        table = cell_with(page, source)
        table.scroll_into_view_if_needed()
        group = table.get_by_role("group", name=re.compile(f"^{issue}"))
        group.get_by_role("radio").nth(3 if issue == "vegetable beds" else 4).check()
        press(table, "Show me what my step gives")
        finding = table.locator("li", has_text=said)
        expect(finding).to_be_visible()
        finding.scroll_into_view_if_needed()
        page.screenshot(path=screenshot_folder() / f"lab-lesson-02-{issue.split()[0]}.png")


@pytest.mark.long
def test_lesson_2_is_readable_in_a_narrow_window(lab: str, browser: Browser):
    with notebook_page(browser, lab, LESSON, width=400) as page:
        page.keyboard.press("Control+b")  # folds the list of files away
        run_all(page)
        predict(page, 'bet="picking"', 2)
        dance = cell_with(page, 'bet="picking"')
        dance.get_by_role("img").first.scroll_into_view_if_needed()
        expect(dance.get_by_role("img").first).to_be_visible()
        page.screenshot(path=screenshot_folder() / "lab-lesson-02-400.png")
