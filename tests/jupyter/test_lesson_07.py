"""A learner in lesson 7, in real JupyterLab: from the hook to the close."""

import pytest
from playwright.sync_api import Browser, Page, expect

from ..browser import screenshot_folder
from .learner import answer, cell_with, predict, press_key
from .server import notebook_page, run_all

pytestmark = pytest.mark.long

LESSON = "lessons/07-backgrounds-and-cultures.ipynb"


def photograph(page: Page, source: str, name: str) -> None:
    cell_with(page, source).scroll_into_view_if_needed()
    page.screenshot(path=screenshot_folder() / f"lab-lesson-07-{name}.png")


@pytest.mark.long
def test_lesson_7_from_the_hook_to_the_second_attempt(lab: str, browser: Browser):
    with notebook_page(browser, lab, LESSON) as page:
        run_all(page)
        answer(page, '"hook_hill_office"', 2)
        photograph(page, '"hook_hill_office"', "hook")
        meet_the_offices(page)
        ask_on_a_bad_line(page)
        for source, way in (('attic, "mapmaker", diagnosis', "attic"), ('mill, "company", diagnosis', "mill")):
            builder = cell_with(page, source)
            builder.scroll_into_view_if_needed()
            for issue in range(6):
                builder.get_by_role("group").nth(issue).get_by_role("radio").nth(2).check()
            builder.get_by_role("button", name="Show me what I left").click()
            expect(builder.locator("li", has_text="One package would give each of you")).to_be_visible()
            photograph(page, source, way)
        answer(page, '"compare"', 1)
        expect(cell_with(page, '"compare"').locator(".bp-says")).to_contain_text("That's the pattern")
        page.get_by_role("heading", name="Keep three sentences").scroll_into_view_if_needed()
        page.screenshot(path=screenshot_folder() / "lab-lesson-07-close.png")


def meet_the_offices(page: Page) -> None:
    predict(page, 'GroupGuess(bet="guess")', 0)
    guess = cell_with(page, 'GroupGuess(bet="guess")')
    expect(guess.locator(".bp-says").first).to_contain_text("You're wrong about 40 people in 100")
    guess.get_by_role("button", name="Meet 100 people").click()
    expect(guess.locator(".bp-says").last).to_contain_text("Of these 100 people")
    press_key(guess.get_by_label("How far apart"), "End")
    expect(guess.locator(".bp-says").last).to_contain_text("wrong about 7 of 100 people on average")
    photograph(page, 'GroupGuess(bet="guess")', "guess")


def ask_on_a_bad_line(page: Page) -> None:
    predict(page, "misheard=30", 0)
    ask = cell_with(page, "misheard=30")
    expect(ask.locator(".bp-says").first).to_contain_text("about 40 people in 100, and asking about 30")
    press_key(ask.get_by_label("How often an answer is misunderstood"), "End")
    expect(ask.locator(".bp-says").last).to_contain_text("an answer tells nothing")
    photograph(page, "misheard=30", "ask")


@pytest.mark.long
def test_lesson_7_recalls_and_fits_a_narrow_window(lab: str, browser: Browser):
    with notebook_page(browser, lab, LESSON, width=400) as page:
        run_all(page)
        page.keyboard.press("Control+b")  # JupyterLab's list of files would leave a narrow window no room
        recall = cell_with(page, '"recall_1"')
        recall.scroll_into_view_if_needed()
        expect(recall.get_by_role("radio")).to_have_count(9)
        predict(page, "misheard=30", 1)
        ask = cell_with(page, "misheard=30")
        expect(ask.get_by_role("img")).to_have_count(1)
        ask.get_by_role("button", name="Meet 100 people").click()
        expect(ask.get_by_role("img")).to_have_count(3)
        photograph(page, "misheard=30", "400")
        assert ask.locator(".biggerpie").evaluate("(node) => node.scrollWidth <= node.clientWidth + 1")
