"""Lessons 0 and 9 in real JupyterLab: a cold talk, a prepared one, and both side by side."""

import pytest
from playwright.sync_api import Browser, Page, expect

from ..browser import screenshot_folder
from .learner import answer, cell_with
from .server import notebook_page, run_all

DEBRIEF = 3  # tables
WELCOME, LESSON = "lessons/00-welcome.ipynb", "lessons/09-at-the-table.ipynb"


def say(cell: Page, spoken: int) -> None:
    """Make the same offer as before, and wait until the other side has answered."""
    cell.get_by_role("button", name="Make an offer").click()
    cell.get_by_role("button", name="Say it").click()
    expect(cell.get_by_role("log").locator(".bp-message-them")).to_have_count(spoken)


def agree(cell: Page) -> None:
    cell.get_by_role("button", name="Accept").click()
    expect(cell.get_by_text("You have a deal:").first).to_be_visible()
    expect(cell.locator(".bp-frontier[d]")).to_be_visible()
    expect(cell.locator(".bp-table table")).to_have_count(DEBRIEF)


@pytest.mark.long
def test_a_cold_talk_and_a_prepared_one_stand_side_by_side(lab: str, browser: Browser):
    with notebook_page(browser, lab, WELCOME) as page:
        run_all(page)
        cold = cell_with(page, '"nurse"')
        say(cold, 1)
        page.screenshot(path=screenshot_folder() / "lab-lesson-00-talk.png")
        agree(cold)
        page.wait_for_timeout(1_500)  # until it is kept
    with notebook_page(browser, lab, LESSON) as page:
        run_all(page)
        answer(page, '"hook_ten_minutes"', 2)
        answer(page, '"predict_stone"', 0)
        expect(page.get_by_text("Your last talk hasn't come to its end yet.")).to_be_visible()
        last = cell_with(page, 'NegotiationTable(page, "programmer"')
        last.get_by_label("Question 1").select_option("What matters most to you?")
        last.get_by_role("button", name="Sit down at the table").click()
        last.get_by_role("button", name="What matters most to you?").click()
        last.get_by_label("In your own words").fill("You never listen.")
        expect(last.get_by_text("may sound like blame")).to_be_visible()
        last.get_by_label("In your own words").fill("Thank you for your time.")
        say(last, 1)
        page.screenshot(path=screenshot_folder() / "lab-lesson-09-talk.png")
        agree(last)
        last.get_by_role("img").last.scroll_into_view_if_needed()
        page.screenshot(path=screenshot_folder() / "lab-lesson-09-debrief.png")
        run_all(page)
        both = cell_with(page, "TwoTalks(")
        expect(both.get_by_role("row", name="Questions you asked")).to_contain_text("01")
        both.scroll_into_view_if_needed()
        page.screenshot(path=screenshot_folder() / "lab-lesson-09-both.png")
