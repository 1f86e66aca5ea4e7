"""Lesson 5 in real JupyterLab, from the hook to the close."""

import pytest
from playwright.sync_api import Browser, expect

from ..browser import screenshot_folder
from .learner import answer, cell_with, predict, press, press_key, recall, seen
from .server import notebook_page, run_all

pytestmark = pytest.mark.long

LESSON = "lessons/05-listening.ipynb"


def said(place, text: str):
    """The verdict or the summary that holds this text; a screen reader is told it elsewhere."""
    return place.locator(".bp-says", has_text=text)


@pytest.mark.long
def test_lesson_5_from_the_hook_to_the_close(lab: str, browser: Browser):
    with notebook_page(browser, lab, LESSON) as page:
        run_all(page)
        answer(page, '"hook"', 1)
        expect(said(page, "A brave question")).to_be_visible()
        for question in range(3):
            recall(page, question, 1)
        expect(said(page, "Mainly, how fast each side concedes decides who gets more")).to_be_visible()

        predict(page, 'bet="assume"', 2)
        first = cell_with(page, 'bet="assume"')
        expect(said(first, "It turned out differently. You'd indeed push hard")).to_be_visible()
        press(
            first,
            "Did you find a place to park?",
            "What is the least that you'd accept?",
            "What matters most to you?",
        )
        expect(first.locator(".bp-says").last).to_contain_text("would create 97 %")
        press(first, "Make my offer")
        expect(first.locator(".bp-says").last).to_contain_text("it creates 100 %")
        first.scroll_into_view_if_needed()
        page.screenshot(path=screenshot_folder() / "lab-lesson-05-first.png")
        press(first, "Another conversation, with somebody else")
        expect(seen(first, "Nothing has been said yet.")).to_be_visible()

        predict(page, 'bet="say_back"', 0)
        second = cell_with(page, 'bet="say_back"')
        expect(said(second, "With the best second question on the list it is 89 %")).to_be_visible(timeout=60_000)
        press(second, "What matters most to you?", "Make my offer")
        expect(second.locator(".bp-says").last).to_contain_text("it creates 54 %")
        press(second, "The same conversation again")
        press(second, "What matters most to you?", "Say it back (one turn)")
        expect(second.locator(".bp-them", has_text="“Not quite.”")).to_be_visible()  # what was said must arrive first
        press(second, "How much does this matter to you: start date?")
        expect(seen(second, "No turns are left.")).to_be_visible()
        press(second, "Make my offer")
        expect(seen(second, "just that")).to_have_count(2)
        second.scroll_into_view_if_needed()
        page.screenshot(path=screenshot_folder() / "lab-lesson-05-second.png")
        press(second, "Another conversation, with somebody else")
        slider = second.get_by_role("slider")
        press_key(slider, "ArrowRight")
        expect(seen(second, "21\u00a0%")).to_be_visible()

        answer(page, '"compare"', 1)
        answer(page, '"say_back_1"', 1)
        expect(said(page, "The feeling is missing. Ruth said")).to_be_visible()
        answer(page, '"say_back_2"', 1)
        expect(said(page, "so that Emil can put it right")).to_be_visible()
        page.screenshot(path=screenshot_folder() / "lab-lesson-05-practice.png")
        close = page.get_by_role("heading", name="Keep three sentences")
        close.scroll_into_view_if_needed()
        expect(close).to_be_visible()
        sandbox = cell_with(page, '"employer", misheard=10')
        press(sandbox, "What matters most to you?")
        expect(seen(sandbox, "You have 2 turns left.")).to_be_visible()


@pytest.mark.long
def test_lesson_5_on_a_narrow_screen(lab: str, browser: Browser):
    with notebook_page(browser, lab, LESSON, width=400) as page:
        page.keyboard.press("Control+b")  # folds the list of files away
        run_all(page)
        predict(page, 'bet="assume"', 0)
        first = cell_with(page, 'bet="assume"')
        press(first, "What matters most to you?")
        expect(first.locator(".bp-them", has_text="“Most of all: salary and start date.”")).to_be_visible()
        assert first.locator(".biggerpie").evaluate("(node) => node.scrollWidth <= node.clientWidth + 1")
        page.screenshot(path=screenshot_folder() / "lab-lesson-05-narrow.png")
