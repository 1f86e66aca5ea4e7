"""A learner alone holds the talk of exercise 9 in JupyterLab, pastes it into its cell, and has it marked."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from ..browser import screenshot_folder
from .learner import cell_with
from .server import notebook_page, run_all

pytestmark = pytest.mark.long

EXERCISE = "exercises/09-a-talk-of-your-own/exercise.ipynb"


def talk_as_text(page: Page) -> str:
    """Make an offer, take what is offered back, and return the talk as the page hands it out."""
    talk = cell_with(page, "NegotiationTable(")
    talk.scroll_into_view_if_needed()
    talk.get_by_text("Ask, tell, or say back").click()
    talk.get_by_role("button", name="Add to what I say").click()
    talk.get_by_role("button", name="Make an offer").click()
    talk.get_by_role("button", name="Say it").click()
    expect(talk.get_by_role("log").locator(".bp-message-them")).to_have_count(1)
    talk.get_by_role("button", name="Accept").click()
    expect(talk.get_by_text("You have a deal:").first).to_be_visible()
    talk.get_by_text("This talk as text", exact=False).click()
    text = talk.get_by_label("Copy all of it, without changing a letter")
    expect(text).to_have_value(re.compile('^{"talk"'))
    page.screenshot(path=screenshot_folder() / "lab-exercise-09-talk.png")
    return text.input_value()


def test_a_talk_is_held_pasted_and_marked_by_what_was_tried(lab: str, browser: Browser):
    with notebook_page(browser, lab, EXERCISE) as page:
        run_all(page)
        text = talk_as_text(page)
        answer = cell_with(page, "%%answer transcript")
        answer.scroll_into_view_if_needed()
        answer.locator(".cm-content").click()
        page.keyboard.press("Control+End")
        page.keyboard.insert_text(f"\n{text}")
        expect(answer).to_contain_text('"seats"')
        page.keyboard.press("Shift+Enter")
        page.keyboard.press("Shift+Enter")
        marked = cell_with(page, "check(transcript")
        expect(marked).to_contain_text("The talk ended with a deal in round 2.")
        expect(marked).to_contain_text("Different questions asked: 1 of 3.")
        expect(marked).to_contain_text("Mark for this part: 2 of 20")
        marked.scroll_into_view_if_needed()
        page.screenshot(path=screenshot_folder() / "lab-exercise-09-mark.png")
