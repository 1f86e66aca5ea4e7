"""Python in the page: it takes over without losing a move, keeps the learner's record, and works offline."""

import json
import re
from collections.abc import Iterator

import pytest
from biggerpie.widgets.record.entries import as_data, from_data
from playwright.sync_api import Browser, Page, expect

from ..browser import screenshot_folder
from ..widgets.finished import done
from .conftest import needs_node
from .test_in_browser import bet_on_the_first_choice, open_lesson

pytestmark = [pytest.mark.long, needs_node]
IN_CHARGE = "html[data-python='here']"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(accept_downloads=True)
    opened = context.new_page()
    yield opened
    context.close()


def kept(page: Page):
    """Return what the page's storage holds of the record."""
    texts = page.evaluate("() => Object.entries(localStorage).filter(([key]) => key.endsWith('my-record.json'))")
    return from_data(json.loads(texts[0][1])) if texts else {}


def in_charge(page: Page) -> None:
    page.locator(IN_CHARGE).wait_for(state="attached")


def test_python_takes_over_what_was_moved_before_and_the_record_outlives_the_page(page, live):
    open_lesson(page, live)
    bicycle = bet_on_the_first_choice(page)
    slider = bicycle.get_by_role("slider").last
    slider.press("ArrowRight")
    stands = slider.input_value()
    in_charge(page)
    assert slider.input_value() == stands
    expect(slider).to_be_focused()
    slider.press("ArrowRight")
    page.wait_for_timeout(500)
    [(key, entry)] = [(key, entry) for key, entry in kept(page).items() if key[1] == "one-price"]
    assert key[0] == "00-welcome"
    assert entry.state["ran"]
    stands = slider.input_value()
    page.reload()
    in_charge(page)
    again = page.locator("#simulation-3").get_by_role("slider").last
    expect(again).to_have_value(stands)


def test_somebody_answers_at_the_table(page, live):
    open_lesson(page, live)
    in_charge(page)
    table = page.locator("#simulation-2")
    table.get_by_label("In your own words").fill("Thank you for your time.")
    table.get_by_label("How do you mean it?").select_option(label="say thank you")
    table.get_by_role("button", name="Say it").click()
    expect(table.get_by_role("log")).to_contain_text("Thank you for your time.")
    expect(table).to_contain_text("Round 2 of 6")


def test_the_record_goes_by_file_to_another_browser_and_is_deleted_with_one_button(page, browser, live, tmp_path):
    open_lesson(page, live)
    bet_on_the_first_choice(page)
    in_charge(page)
    page.wait_for_timeout(300)
    with page.expect_download() as download:
        page.locator("#kept-save").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    other = browser.new_context().new_page()
    open_lesson(other, live)
    in_charge(other)
    (tmp_path / "no-record.json").write_text('{"version": 1}')
    other.locator("#kept-file").set_input_files(tmp_path / "no-record.json")
    expect(other.locator("#kept-says")).to_contain_text("no record")
    with other.expect_navigation():
        other.locator("#kept-file").set_input_files(file)
    in_charge(other)
    assert kept(other) == kept(page)
    expect(other.locator("#simulation-3").get_by_role("slider").last).to_be_visible()
    other.on("dialog", lambda dialog: dialog.accept())
    with other.expect_navigation():
        other.locator("#kept-delete").click()
    assert kept(other) == {}
    other.context.close()


def test_questions_come_back_and_the_answer_is_kept_and_the_sheet_is_one_on_all_pages(page, live, tmp_path):
    open_lesson(page, live)
    in_charge(page)
    page.get_by_label("The talk").fill("With Mrs Okafor")
    page.wait_for_timeout(600)
    file = tmp_path / "my-record.json"
    file.write_text(json.dumps(as_data(done("03-the-relationship", 7))))
    with page.expect_navigation():
        page.locator("#kept-file").set_input_files(file)
    in_charge(page)
    review = page.locator("#simulation-1")
    expect(review).to_contain_text("Three questions on lesson 3 have come back.")
    review.get_by_role("radio").first.press("Space")
    review.get_by_role("button", name="That's my answer").first.press("Enter")
    expect(review.get_by_text("this is right")).to_have_count(1)
    page.screenshot(path=screenshot_folder() / "site-review.png", full_page=True)
    page.goto(f"{live}/my-negotiation.html")
    in_charge(page)
    expect(page.get_by_label("The talk")).to_have_value("With Mrs Okafor")
    assert [entry.state for key, entry in kept(page).items() if key[0] == "spaced-review"] == [{"choice": 2}]


def test_the_second_visit_needs_no_network(page, live):
    open_lesson(page, live)
    in_charge(page)
    page.evaluate("async () => { await navigator.serviceWorker.ready }")
    page.context.set_offline(True)
    page.reload()
    in_charge(page)
    page.goto(f"{live}/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_an_exercise_is_checked_marked_and_kept_and_another_case_begins_blank(page, live):
    page.goto(f"{live}/exercise-01-both-can-gain.html")
    in_charge(page)
    form = page.locator(".shown", has=page.locator("option[value=compatible]"))
    for number, choice in enumerate(form.get_by_role("combobox").all()):
        choice.select_option("integrative" if number else "compatible")
    form.get_by_role("button", name="Write and check").press("Enter")
    checked = page.locator("[data-test-of=labels] .checked")
    expect(checked).to_contain_text("Mark for this part")
    told = checked.inner_text()
    page.get_by_label("Your answer", exact=True).fill("The fee matters most to me.")
    page.wait_for_timeout(1_000)
    page.reload()
    in_charge(page)
    expect(checked).to_have_text(told, use_inner_text=True)
    expect(form.get_by_role("combobox").first).to_have_value("compatible")
    expect(page.get_by_label("Your answer", exact=True)).to_have_value("The fee matters most to me.")
    page.on("dialog", lambda dialog: dialog.accept())
    with page.expect_navigation():
        page.get_by_role("button", name="Try another case").press("Enter")
    in_charge(page)
    expect(page.locator("#number")).to_have_text("This is case 2.")
    expect(form.get_by_role("combobox").first).to_have_value("")
    page.get_by_text("What you answered to earlier cases").click()
    expect(page.locator("#earlier")).to_contain_text("fee: compatible")


def test_the_forms_of_another_case_ask_what_that_case_asks(page, live):
    page.goto(f"{live}/exercise-07-another-table.html")
    in_charge(page)
    page.on("dialog", lambda dialog: dialog.accept())
    questions, form = page.locator("[data-shows]", has_text="The questions"), page.get_by_label("First question")
    first = questions.inner_text()
    with page.expect_navigation():
        page.get_by_role("button", name="Try another case").press("Enter")
    in_charge(page)
    assert questions.inner_text() != first
    asked = re.findall(r"^\d+: (.+)$", questions.inner_text(), re.MULTILINE)
    expect(form.locator("option")).to_have_text(
        ["not chosen yet", *(f"{number}. {each}" for number, each in enumerate(asked, 1))]
    )
