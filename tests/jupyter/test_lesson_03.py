"""A learner in lesson 3: from the hook to the second rewritten sentence, in real JupyterLab."""

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from ..browser import screenshot_folder
from .learner import answer, cell_with, predict, press, press_key, recall
from .server import notebook_page, run_all

pytestmark = pytest.mark.long

LESSON = "lessons/03-the-relationship.ipynb"


def rewrite(page: Page, source: str, text: str) -> Locator:
    """Sort the three parts as they are, write a version, and have it looked at."""
    cell = cell_with(page, source)
    for part, place in enumerate((2, 0, 1)):
        press_key(cell.get_by_role("group").nth(part).get_by_role("radio").nth(place), "Space")
    area = cell.get_by_label("2. Say it your way")
    expect(area).to_be_visible()
    area.fill(text)
    press(cell, "Look at it")
    return cell


def told(cell: Locator) -> Locator:
    """The sentence that counts what was found, as shown and not as announced."""
    return cell.locator("p.bp-question").last


def photograph(page: Page, cell: Locator, name: str) -> None:
    cell.scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    page.screenshot(path=screenshot_folder() / f"lab-lesson-03-{name}.png")


@pytest.mark.long
def test_lesson_3_from_the_hook_to_the_second_attempt(lab: str, browser: Browser):
    with notebook_page(browser, lab, LESSON) as page:
        run_all(page)
        answer(page, '"hook_batteries"', 0)
        hook = cell_with(page, '"hook_batteries"')
        expect(hook.locator(".bp-says")).to_contain_text("True, and it feels good for a moment.")
        for number in range(3):
            recall(page, number, 1)
        expect(cell_with(page, '"recall_1"').locator(".bp-says", has_text="Right.")).to_have_count(3)
        predict(page, 'bet="insult"', 0)
        spiral = cell_with(page, 'bet="insult"')
        expect(spiral.locator(".bp-says").first).to_contain_text("6.7 times the first insult")
        photograph(page, spiral, "spiral")
        press_key(spiral.get_by_label("How much a side adds"), "ArrowLeft", 20)
        expect(spiral.locator(".bp-says").last).to_contain_text("the anger dies out by itself")
        press_key(spiral.get_by_label("How much of its own anger"), "ArrowRight", 20)
        expect(spiral.locator(".bp-says").last).to_contain_text("6.7 times the first insult")
        predict(page, 'bet="reframe"', 1)
        calmed = cell_with(page, 'bet="reframe"')
        expect(calmed.locator(".bp-says").first).to_contain_text("You were right. One reframed turn won 8.3 turns")
        press_key(calmed.get_by_label("The turn to reframe"), "ArrowRight", 8)
        press(calmed, "Reframe in turn 13")
        expect(calmed.locator(".bp-says").last).to_contain_text("Reframed turns: 2.")
        photograph(page, calmed, "reframed")
        predict(page, 'bet="grab"', 2)
        again = cell_with(page, 'bet="grab"')
        expect(again.locator(".bp-says").first).to_contain_text("Both are the same at 33.3 %")
        press_key(again.get_by_label("What a grab brings today"), "End")
        press_key(again.get_by_label("How likely is another deal"), "ArrowLeft")
        expect(again.locator(".bp-says").last).to_contain_text("below 75 %")
        photograph(page, again, "again")
        answer(page, '"compare"', 1)
        first = rewrite(page, '"drawings"', "You never write, you lazy draughtsman.")
        expect(told(first)).to_contain_text("1 of 4 checks passed.")
        first.get_by_label("2. Say it your way").fill("I need the drawings by Monday. Could you send them?")
        press(first, "Look at it")
        expect(told(first)).to_contain_text("4 of 4 checks passed.")
        press(first, "Show me one possible version")
        expect(first.locator(".bp-says").last).to_contain_text("One possible version")
        photograph(page, first, "rewriting")
        second = rewrite(page, '"meetings"', "Two meetings began late, and I need the hour. Could we begin on time?")
        expect(told(second)).to_contain_text("4 of 4 checks passed.")
        close = page.get_by_role("heading", name="Keep three sentences")
        close.scroll_into_view_if_needed()
        expect(close).to_be_visible()
        page.screenshot(path=screenshot_folder() / "lab-lesson-03-close.png")


@pytest.mark.long
def test_lesson_3_fits_a_narrow_window(lab: str, browser: Browser):
    with notebook_page(browser, lab, LESSON, width=400) as page:
        page.keyboard.press("Control+b")  # folds the list of files away
        run_all(page)
        predict(page, 'bet="insult"', 2)
        spiral = cell_with(page, 'bet="insult"')
        expect(spiral.get_by_role("img")).to_be_visible()
        photograph(page, spiral, "spiral-400")
        cell = rewrite(page, '"drawings"', "Please send the drawings.")
        expect(told(cell)).to_contain_text("3 of 4 checks passed.")
        photograph(page, cell, "rewriting-400")
