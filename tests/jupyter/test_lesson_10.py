"""Lesson 10 in real JupyterLab, with the new scenes of lessons 6 and 8: each can be played where it stands."""

import pytest
from playwright.sync_api import Browser, expect

from ..browser import screenshot_folder
from .learner import answer, cell_with
from .server import notebook_page, run_all

pytestmark = pytest.mark.long

SCENES = {
    "06-options-for-mutual-gain": 'NegotiationTable(mill, "mill", rounds=6',
    "08-a-close-for-both": '"candidate", rounds=6',
    "10-without-being-naive": 'counterpart="bad-faith"',
}


@pytest.mark.parametrize("lesson", SCENES)
def test_somebody_answers_in_the_lessons_scene(lesson, lab: str, browser: Browser):
    with notebook_page(browser, lab, f"lessons/{lesson}.ipynb") as page:
        run_all(page)
        scene = cell_with(page, SCENES[lesson])
        heard = scene.get_by_role("log").locator(".bp-message-them")
        begun = heard.count()
        scene.get_by_role("button", name="Make an offer").click()
        scene.get_by_role("button", name="Say it").click()
        expect(heard).to_have_count(begun + 1)
        scene.scroll_into_view_if_needed()
        page.screenshot(path=screenshot_folder() / f"lab-scene-{lesson[:2]}.png")


def test_lesson_10_lets_a_learner_leave_a_table_without_a_deal(lab: str, browser: Browser):
    with notebook_page(browser, lab, "lessons/10-without-being-naive.ipynb") as page:
        run_all(page)
        answer(page, '"hook_least"', 2)
        answer(page, '"predict_middle"', 0)
        page.screenshot(path=screenshot_folder() / "lab-lesson-10-predict.png")
        shop = cell_with(page, 'NegotiationTable(shop, "tenant"')
        shop.get_by_role("button", name="Sit down at the table").click()
        shop.get_by_role("button", name="Leave without a deal").click()
        shop.get_by_role("button", name="Yes, leave").click()
        expect(shop.get_by_text("no package is better than both alternatives").first).to_be_visible()
        shop.scroll_into_view_if_needed()
        page.screenshot(path=screenshot_folder() / "lab-lesson-10-left.png")
