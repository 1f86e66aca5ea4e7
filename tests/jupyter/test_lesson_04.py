"""Lesson 4 in real JupyterLab, from the hook to the close."""

from pathlib import Path

import pytest
from biggerpie.widgets.record import FILE, Entry, Record
from biggerpie.widgets.record.entries import moment
from biggerpie.widgets.record.record_file import RecordFile
from playwright.sync_api import Browser, Locator, Page, expect

from ..browser import screenshot_folder
from ..widgets.states.interest_map import ALL
from ..widgets.test_interest_map import RIGHT
from .learner import answer, cell_with, predict, press, press_key, recall, seen
from .server import notebook_page, run_all

LESSON = "lessons/04-interests-not-positions.ipynb"
FOLDER = "bigger-pie/lessons"
KEY = ("04-interests-not-positions", "practise", "interest map, The job at Heron & Reed, candidate")
JOB = '"interest-map-job-offer.json"'
FLAT = '"interest-map-attic-flat.json"'


def ask_everything(page: Page, cell: Locator) -> None:
    for side, ask in (("own", "Why? Ask yourself"), ("other", "Why? Ask them")):
        for number in range(3):
            press(cell, ask)
            expect(cell.locator(f".bp-box-{side}")).to_have_count(number + 1)


def link(page: Page, cell: Locator, own: int, other: int, kind: str) -> None:
    cell.get_by_role("radio", name=kind).check()
    for key in (f"own-{own}", f"other-{other}"):
        press_key(cell.locator(f'[data-key="{key}"]'), "Enter")
    expect(cell.locator(f'[data-key="own-{own} other-{other}"]')).to_contain_text({"different": "⇄"}.get(kind, ""))


def answer_the_hook_and_recall(page: Page) -> None:
    answer(page, '"hook"', 1)
    for question in range(3):
        expect(recall(page, question, 0).locator(".bp-says")).not_to_be_empty()


def divide_the_orange(page: Page) -> None:
    told = page.get_by_role("listitem", include_hidden=True).filter(has_text="now there's one orange again")
    expect(told).to_be_hidden()
    predict(page, 'bet="orange"', 0)
    press_key(page.locator("summary", has_text="Open this after your bet").first, "Enter")
    expect(told).to_be_visible()
    orange = cell_with(page, 'bet="orange"')
    expect(orange.locator(".bp-says").first).to_contain_text("Ask one of them why, and the most is 1.8")
    expect(orange.locator(".bp-says").last).to_contain_text("1.80 oranges' worth; the most is 1.80")
    press(orange, "Forget the answers")
    press_key(orange.get_by_label("How much of the orange goes to you"), "ArrowRight")
    expect(orange.locator(".bp-says").last).to_contain_text("You get 60 %")
    press(orange, "Why? Ask Anton")
    for part, key in (("juice", "End"), ("peel", "Home")):
        press_key(orange.get_by_label(f"How much of the {part} goes to you"), key)
    expect(orange.locator(".bp-says").last).to_contain_text("1.80 oranges' worth; the most is 1.80")
    orange.scroll_into_view_if_needed()
    page.screenshot(path=screenshot_folder() / "lab-lesson-04-orange.png")
    press(orange, "Forget the answers")
    expect(orange.get_by_role("slider")).to_have_count(1)


def link_the_job_in_two_attempts(page: Page) -> Locator:
    job = cell_with(page, JOB)
    ask_everything(page, job)
    expect(job.locator(".bp-says").first).to_contain_text("Better for both than halfway between the positions: 92")
    link(page, job, 0, 0, "different")
    link(page, job, 1, 1, "shared")
    press(job, "Check my links")
    expect(seen(job, "Attempt 1: 1 right, 1 wrong, 2 missing")).to_be_visible()
    link(page, job, 1, 1, "opposed")
    link(page, job, 2, 0, "shared")
    link(page, job, 2, 2, "shared")
    press(job, "Check my links")
    expect(seen(job, "Attempt 2: 4 right, 0 wrong, 0 missing")).to_be_visible()
    job.locator(".bp-map").scroll_into_view_if_needed()
    page.screenshot(path=screenshot_folder() / "lab-lesson-04-map.png")
    return job


def drag_a_box(page: Page, job: Locator) -> None:
    start = job.locator('[data-key="own-0"]').bounding_box()
    assert start
    page.mouse.move(start["x"] + 20, start["y"] + 12)
    page.mouse.down()
    page.mouse.move(start["x"] + 40, start["y"] + 30, steps=4)
    page.mouse.up()


def kept_map(page: Page, file: Path) -> dict:
    """The map in the learner's record, once a place is written in it."""
    for _ in range(100):
        page.wait_for_timeout(50)
        if (entry := Record(file).entry(KEY)) and entry.state["map"]["places"]:
            return entry.state["map"]
    raise AssertionError("the move was not kept")


@pytest.mark.long
def test_lesson_4_from_the_hook_to_the_close(lab: str, shelf: Path, browser: Browser):
    with notebook_page(browser, lab, LESSON) as page:
        run_all(page)
        answer_the_hook_and_recall(page)
        divide_the_orange(page)
        answer(page, '"sort"', 1)
        answer(page, '"ask_why"', 1)
        answer(page, '"compare"', 0)
        job = link_the_job_in_two_attempts(page)
        drag_a_box(page, job)
        cells = page.locator(".jp-Notebook .jp-Cell").count()
        page.keyboard.press("b")
        kept = kept_map(page, shelf / FOLDER / FILE)
        assert list(kept["places"]) == ["own-0"]
        assert len(kept["links"]) == 4
        assert page.locator(".jp-Notebook .jp-Cell").count() == cells

        flat = cell_with(page, FLAT)
        ask_everything(page, flat)
        link(page, flat, 0, 0, "different")
        press(flat, "Check my links")
        expect(seen(flat, "Attempt 1: 1 right, 0 wrong, 2 missing")).to_be_visible()
        close = page.get_by_role("heading", name="Keep three sentences")
        close.scroll_into_view_if_needed()
        expect(close).to_be_visible()


@pytest.mark.long
def test_a_map_is_there_again_after_the_lesson_is_opened_anew_on_a_narrow_screen(
    lab: str, shelf: Path, browser: Browser
):
    whole = {"found": ALL, "names": {}, "places": {}, "links": RIGHT}
    RecordFile(shelf / FOLDER / FILE).write({KEY: Entry(moment(), {"map": whole, "checked": [whole]})})
    with notebook_page(browser, lab, LESSON, width=400) as page:
        page.keyboard.press("Control+b")  # folds the list of files away
        run_all(page)
        job = cell_with(page, JOB)
        expect(job.locator(".bp-link-label")).to_have_count(4)
        job.locator(".bp-map").scroll_into_view_if_needed()  # out of sight Jupyter lays out nothing
        fits = "(node) => node.scrollWidth <= node.clientWidth + 1"
        page.wait_for_function(fits, arg=job.locator(".biggerpie").element_handle())
        job.locator(".bp-map").scroll_into_view_if_needed()
        page.screenshot(path=screenshot_folder() / "lab-lesson-04-narrow.png")
