"""Lesson 6 in real JupyterLab, from the hook to the close."""

import pytest
from playwright.sync_api import Browser, Page, expect

from ..browser import screenshot_folder
from .learner import answer, cell_with, predict, press_key, recall, seen
from .server import notebook_page, run_all

pytestmark = pytest.mark.long

LESSON = "lessons/06-options-for-mutual-gain.ipynb"


def picture(page: Page, source: str, name: str) -> None:
    cell_with(page, source).scroll_into_view_if_needed()
    page.screenshot(path=screenshot_folder() / f"lab-lesson-06-{name}.png")


def answer_questions(page: Page) -> None:
    answer(page, '"hook_first_idea"', 2)
    for question in range(3):
        recall(page, question, 0)
    expect(cell_with(page, '"recall_1"').get_by_text("your choice")).to_have_count(3)


def invent(page: Page) -> None:
    predict(page, 'bet="ideas"', 2)
    round_ = cell_with(page, 'bet="ideas"')
    expect(seen(round_, "13 ideas bring 90.4 %")).to_be_visible()
    round_.get_by_role("button", name="Another round").click()
    expect(round_.locator(".bp-idea")).to_have_count(0)
    round_.get_by_role("button", name="Invent one idea").click()
    expect(round_.locator(".bp-idea")).to_have_count(1)
    round_.get_by_role("button", name="Invent all").click()
    expect(round_.locator(".bp-idea")).to_have_count(13)
    press_key(round_.get_by_role("slider"), "ArrowRight")
    expect(seen(round_, "Number of ideas: 14. The chance")).to_be_visible()
    expect(round_.locator(".bp-idea")).to_have_count(13)
    round_.get_by_role("button", name="Invent all").click()
    expect(round_.locator(".bp-idea")).to_have_count(14)
    expect(round_.locator(".bp-says").last).to_contain_text("The best is idea 5, in the ring")
    round_.get_by_role("radio", name="Judge each idea at once").check()
    expect(round_.locator(".bp-says").last).to_contain_text("11 of 14 ideas never came to the table.")
    picture(page, 'bet="ideas"', "ideas")


def write(page: Page) -> None:
    pad = cell_with(page, 'IdeaPad("job-offer"')
    pad.scroll_into_view_if_needed()
    pad.get_by_role("button", name="Help me with a question").click()
    expect(seen(pad, "the port of Elm Quay")).to_be_visible()
    for idea in ("the port lends a desk", "a bicycle for the way to school"):
        pad.get_by_label("Your idea").fill(idea)
        page.keyboard.press("Enter")
        expect(seen(pad, idea)).to_be_visible()
    pad.get_by_role("button", name="I'm done inventing").click()
    pad.get_by_role("checkbox").last.check()
    expect(pad.get_by_role("paragraph").filter(has_text="Ticked: 1 of 2")).to_be_visible()
    picture(page, 'IdeaPad("job-offer"', "pad")


def offer(page: Page) -> None:
    predict(page, 'bet="three"', 0)
    offers = cell_with(page, 'bet="three"')
    expect(offers.locator(".bp-says").last).to_contain_text("they name offer 2")
    offers.get_by_label("Offer 3 gives way on").select_option(label="mentoring")
    send = offers.get_by_role("button", name="Send the three offers")
    expect(send).to_be_enabled()
    send.click()
    expect(offers.locator(".bp-says").last).to_contain_text("56 are left")
    press_key(offers.get_by_role("slider"), "ArrowLeft")
    expect(send).to_be_enabled()
    send.click()
    expect(send).to_be_disabled()
    picture(page, 'bet="three"', "offers")


def practise(page: Page) -> None:
    own = cell_with(page, 'IdeaPad("market-ferry"')
    own.get_by_label("Your idea").fill("the goats travel with the doctor, who likes to hold one")
    page.keyboard.press("Enter")
    own.get_by_role("button", name="I'm done inventing").click()
    expect(own.get_by_role("checkbox")).to_have_count(1)
    builder = cell_with(page, 'boat, "market", diagnosis')
    builder.scroll_into_view_if_needed()
    for issue in range(6):
        builder.get_by_role("group").nth(issue).get_by_role("radio").nth(2).check()
    builder.get_by_role("button", name="Show me what I left").click()
    expect(seen(builder, "One package would give each of you")).to_be_visible()


@pytest.mark.long
def test_lesson_6_from_the_hook_to_the_close(lab: str, browser: Browser):
    with notebook_page(browser, lab, LESSON) as page:
        run_all(page)
        answer_questions(page)
        invent(page)
        write(page)
        offer(page)
        answer(page, '"compare"', 1)
        practise(page)
        close = page.get_by_role("heading", name="Keep three sentences")
        close.scroll_into_view_if_needed()
        expect(close).to_be_visible()
        expect(page.get_by_role("link", name="Lesson 7: Backgrounds and cultures")).to_be_visible()
        page.screenshot(path=screenshot_folder() / "lab-lesson-06-close.png")


@pytest.mark.long
def test_lesson_6_on_a_narrow_screen(lab: str, browser: Browser):
    with notebook_page(browser, lab, LESSON, width=400) as page:
        page.keyboard.press("Control+b")  # folds the list of files away
        run_all(page)
        predict(page, 'bet="three"', 1)
        offers = cell_with(page, 'bet="three"')
        expect(offers.locator(".bp-share-three")).to_have_count(7)
        offers.get_by_role("slider").scroll_into_view_if_needed()
        page.screenshot(path=screenshot_folder() / "lab-lesson-06-400.png")
