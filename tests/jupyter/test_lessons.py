"""A learner in real JupyterLab: open a lesson, predict, run, move, finish; keys stay in the widget."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from ..browser import screenshot_folder
from .learner import answer, cell_with, predict, press_key, seen
from .server import DARK, jupyter, notebook_page, run_all, running, wait_for_kernel

LESSON = "lessons/01-both-sides-can-gain.ipynb"
EXERCISE = "exercises/01-both-can-gain/exercise.ipynb"


def test_the_welcome_page_opens_and_its_first_bet_works(lab: str, browser: Browser):
    with notebook_page(browser, lab, "lessons/00-welcome.ipynb") as page:
        run_all(page)
        predict(page, "one_issue", 2)
        expect(seen(page, "You were right. With a single issue")).to_be_visible()
        page.screenshot(path=screenshot_folder() / "lab-welcome.png")


def test_lesson_1_from_the_hook_to_the_second_attempt(lab: str, browser: Browser):
    with notebook_page(browser, lab, LESSON) as page:
        run_all(page)
        answer(page, '"sign"', 0)
        predict(page, 'bet="middle"', 0)
        explorer = cell_with(page, 'bet="middle"')
        expect(explorer.locator(".bp-says").first).to_contain_text("gives both of you 8 more")
        page.screenshot(path=screenshot_folder() / "lab-lesson-1.png")
        press_key(explorer.get_by_label("Fee, to you"), "ArrowRight", 4)
        expect(explorer.locator(".bp-says").last).to_contain_text("you get 24 and they get 16")
        answer(page, '"middle_formula"', 0)
        predict(page, 'bet="alternative"', 1)
        answer(page, '"compare"', 1)
        for source in ('garden, "gardener", diagnosis', 'juice, "press", diagnosis'):
            builder = cell_with(page, source)
            builder.scroll_into_view_if_needed()
            for issue in range(4):
                builder.get_by_role("group").nth(issue).get_by_role("radio").nth(2).check()
            builder.get_by_role("button", name="Show me what I left").click()
            expect(seen(builder, "One package would give each of you")).to_be_visible()


@pytest.mark.long
def test_pressing_b_in_a_widget_adds_no_cell(shelf: Path, browser: Browser, tmp_path):
    with (
        running(jupyter(), shelf / "bigger-pie", tmp_path) as plain,  # a learner's JupyterLab keeps letters from itself
        notebook_page(browser, plain, LESSON) as page,
    ):
        run_all(page)
        predict(page, 'bet="middle"', 2)
        slider = cell_with(page, 'bet="middle"').get_by_label("Fee, to you")
        slider.focus()
        counted = "() => document.querySelectorAll('.jp-Notebook .jp-Cell').length"
        before = page.evaluate(counted)
        for key in ("b", "a", "m"):
            page.keyboard.press(key)
        page.wait_for_timeout(500)
        assert page.evaluate(counted) == before
        expect(slider).to_be_focused()


def test_a_student_answers_by_hand_and_validates(lab: str, shelf: Path, browser: Browser):
    exercise = shelf / "bigger-pie" / EXERCISE
    notebook = json.loads(exercise.read_text(encoding="utf-8"))
    del notebook["metadata"]["biggerpie"]  # as a course hands it out
    exercise.with_name("of-a-course.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    with notebook_page(browser, lab, EXERCISE.replace("exercise.ipynb", "of-a-course.ipynb")) as page:
        run_all(page)
        expect(page.get_by_text("0 of 6 issues labelled")).to_be_visible()
        # an autosave still under way and Validate's own save would make JupyterLab ask about a changed file
        expect(page.locator(".lm-TabBar-tab.jp-mod-dirty")).to_have_count(0, timeout=60_000)
        page.get_by_role("button", name="Validate").click()
        dialog = page.get_by_role("dialog")
        expect(dialog.get_by_text("Nothing is said about 'fee'").first).to_be_visible(timeout=60_000)
        page.screenshot(path=screenshot_folder() / "lab-validate.png")
        dialog.get_by_role("button").last.click()
        cell = page.locator(".jp-CodeCell").filter(has=page.locator(".cm-content", has_text="%%answer package"))
        cell.scroll_into_view_if_needed()
        cell.locator(".cm-content").click()
        page.keyboard.press("Control+a")
        page.keyboard.insert_text("%%answer package\ndelivry date: 1 May\npage size: a hand")
        page.keyboard.press("Shift+Enter")
        page.keyboard.press("Shift+Enter")
        expect(page.get_by_text("did you mean 'delivery date'?").first).to_be_visible()
        expect(page.get_by_text("Traceback")).to_have_count(0)
        page.screenshot(path=screenshot_folder() / "lab-answer.png")


@pytest.mark.long
def test_a_lesson_works_in_notebook_7(shelf: Path, browser: Browser, tmp_path):
    with running(jupyter("notebook"), shelf / "bigger-pie", tmp_path) as address:
        page = browser.new_page(viewport={"width": 1200, "height": 1000})
        page.goto(f"{address}/notebooks/{LESSON}")
        wait_for_kernel(page)
        run_all(page)
        predict(page, 'bet="middle"', 1)
        expect(seen(page, "it's more than a little: 8 points")).to_be_visible()
        page.screenshot(path=screenshot_folder() / "notebook-7.png")
        page.close()


@pytest.mark.long
def test_a_lesson_is_readable_in_the_dark(shelf: Path, browser: Browser, tmp_path):
    with (
        running(jupyter(), shelf / "bigger-pie", tmp_path, lab=DARK) as address,
        notebook_page(browser, address, LESSON) as page,
    ):
        run_all(page)
        predict(page, 'bet="middle"', 1)
        surface = cell_with(page, 'bet="middle"').locator(".biggerpie")
        expect(surface).to_have_css("background-color", "rgb(21, 25, 31)")
        page.screenshot(path=screenshot_folder() / "lab-dark.png")
