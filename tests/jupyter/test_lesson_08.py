"""Lesson 8 in real JupyterLab: from the hook through the signed deal and both practice cases to the close."""

import pytest
from playwright.sync_api import Browser, Page, expect

from ..browser import screenshot_folder
from .learner import answer, cell_with, predict, recall, seen
from .server import notebook_page, run_all

LESSON = "lessons/08-a-close-for-both.ipynb"


def choose(cell: Page, issue: str, option: int) -> None:
    cell.get_by_role("group", name=issue).get_by_role("radio").nth(option).check()


def propose(cell: Page, answer: str) -> None:
    cell.get_by_role("button", name="Propose it to the other side").click()
    expect(cell.locator(".bp-says", has_text=answer)).to_be_visible()


def rate(cell: Page, side: str, ratings: list[int]) -> None:
    group = cell.get_by_role("group", name=side)
    for row, rating in enumerate(ratings):
        group.get_by_role("radio").nth(5 * row + rating - 1).check()


def climb(cell: Page, alone: tuple[str, int], trade: list[tuple[str, int]]) -> None:
    """Propose what both want, then half of a trade, then all of it; then ask what is left."""
    choose(cell, *alone)
    propose(cell, "They say yes")
    choose(cell, *trade[0])
    propose(cell, "They say no")
    choose(cell, *trade[1])
    propose(cell, "They say yes")
    cell.get_by_role("button", name="Where should I look?").focus()
    cell.get_by_role("button", name="Show me what is left on the table").click()
    expect(cell.get_by_role("group", name="Issue by issue")).to_be_visible()


@pytest.mark.long
def test_lesson_8_from_the_hook_to_the_close(lab: str, browser: Browser):
    with notebook_page(browser, lab, LESSON) as page:
        run_all(page)
        answer(page, '"hook_signed"', 1)
        expect(seen(page, "without opening anything")).to_be_visible()
        predict(page, 'bet="left"', 0)
        deal = cell_with(page, 'bet="left"')
        expect(seen(deal, "It turned out differently.")).to_contain_text("396 of 15,625 packages")
        choose(deal, "salary", 3)
        propose(deal, "They say no")
        deal.get_by_role("button", name="Back to what is signed").click()
        choose(deal, "mentoring", 4)
        propose(deal, "They say yes")
        choose(deal, "days at home", 4)
        propose(deal, "They say no")
        deal.get_by_role("button", name="Where should I look?").click()
        expect(deal.locator(".bp-says", has_text="Look at start date")).to_be_visible()
        deal.get_by_role("img").scroll_into_view_if_needed()
        page.screenshot(path=screenshot_folder() / "lab-lesson-08-no.png")
        choose(deal, "start date", 0)
        propose(deal, "They say yes")
        expect(deal.locator(".bp-says", has_text="as far as the two of you can go")).to_be_visible()
        page.screenshot(path=screenshot_folder() / "lab-lesson-08-end.png")
        deal.get_by_role("button", name="Start again").click()
        expect(deal.locator(".bp-says", has_text="brings you 58 points and them 58")).to_be_visible()
        answer(page, '"note"', 1)
        answer(page, '"compare"', 1)
        feels = cell_with(page, "HowItFeels()")
        rate(feels, "For you", [4, 4, 5, 2])
        rate(feels, "For the other side", [4, 4, 5, 5])
        feels.locator(".bp-feels textarea").first.fill("A good day.")
        expect(feels.locator(".bp-says")).to_contain_text("The greatest difference: staying yourself")
        feels.scroll_into_view_if_needed()
        page.screenshot(path=screenshot_folder() / "lab-lesson-08-feels.png")
        climb(cell_with(page, "SignedDeal(flat"), ("guests", 4), [("double bass", 4), ("balcony room", 4)])
        page.screenshot(path=screenshot_folder() / "lab-lesson-08-practice.png")
        climb(cell_with(page, "SignedDeal(oats"), ("open Sundays", 3), [("order notice", 4), ("sole supply", 4)])
        goodbye = page.locator(".jp-MarkdownCell").filter(has_text="Go on to Lesson 9")
        goodbye.scroll_into_view_if_needed()
        expect(goodbye).to_be_visible()


@pytest.mark.long
def test_lesson_8_answers_its_recall_questions_and_fits_a_narrow_window(lab: str, browser: Browser):
    with notebook_page(browser, lab, LESSON, width=400) as page:
        run_all(page)
        expect(cell_with(page, "recall_1").locator(".biggerpie")).to_have_count(3)
        for question in range(3):
            expect(recall(page, question, 1).locator(".bp-says")).not_to_be_empty()
        predict(page, 'bet="left"', 2)
        expect(seen(page, "You were right. 396 of 15,625")).to_be_visible()
        page.keyboard.press("Control+b")  # the file browser would take half of the window
        page.screenshot(path=screenshot_folder() / "lab-lesson-08-narrow.png")
