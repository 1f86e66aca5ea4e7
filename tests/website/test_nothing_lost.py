"""Nothing is lost where Python stops, the storage is full, a saved file is strange, or two tabs write."""

import json
import shutil
from collections.abc import Iterator

import pytest
from biggerpie.widgets.record.entries import from_data
from playwright.sync_api import Page, expect

from .test_in_browser import bet_on_the_first_choice, open_lesson
from .test_python import in_charge, kept, live, page

__all__ = ["live", "page"]
pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not shutil.which("node"), reason="Python for the browser is packed with Node.js"),
]
EXERCISE = "exercise-01-both-can-gain.html"
WATCHED = """const workers = []; window.workers = workers;
window.Worker = class extends Worker { constructor(...given) { super(...given); workers.push(this); } };"""
FULL = "() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') } }"
ROOM = "() => { Storage.prototype.setItem = window.setItem }"
ANSWER = "Your answer"


@pytest.fixture
def other(page: Page) -> Iterator[Page]:
    """Another tab of the same browser."""
    opened = page.context.new_page()
    yield opened
    opened.close()


def bet_entry(page: Page):
    return {key[1]: entry.state for key, entry in kept(page).items()}.get("one-price", {})


def open_exercise(page: Page, live: str) -> None:
    page.goto(f"{live}/{EXERCISE}")
    in_charge(page)


def write(page: Page, text: str) -> None:
    page.get_by_label(ANSWER, exact=True).fill(text)
    page.get_by_label(ANSWER, exact=True).press("Tab")


def test_what_is_done_once_python_has_stopped_is_there_after_a_reload(page, live):
    page.add_init_script(WATCHED)
    open_lesson(page, live)
    in_charge(page)
    page.evaluate("() => workers[0].dispatchEvent(new ErrorEvent('error', { message: 'killed' }))")
    expect(page.locator("#status")).to_contain_text("Python stopped in this page: reload it")
    bet_on_the_first_choice(page)
    assert bet_entry(page) == {}
    page.reload()
    in_charge(page)
    expect(page.locator("#simulation-2").get_by_role("slider").last).to_be_visible()
    page.wait_for_function("() => Object.values(localStorage).some((text) => text.includes('one-price'))")
    assert bet_entry(page)["ran"]


def test_what_is_done_without_a_worker_is_there_once_one_begins(page, live):
    page.route("**/worker.js", lambda route: route.abort())
    open_lesson(page, live)
    expect(page.locator("#status")).to_contain_text("reload it")
    bet_on_the_first_choice(page)
    page.unroute("**/worker.js")
    page.reload()
    in_charge(page)
    expect(page.locator("#simulation-2").get_by_role("slider").last).to_be_visible()


def test_a_worker_that_says_nothing_more_is_told_after_a_minute_and_its_last_moves_are_kept(page, live):
    page.clock.install()
    page.add_init_script(WATCHED)
    open_lesson(page, live)
    in_charge(page)
    page.evaluate("() => workers[0].terminate()")
    bet_on_the_first_choice_unheard(page)
    page.clock.fast_forward(61_000)
    expect(page.locator("#status")).to_contain_text("hasn't answered for a minute")
    page.reload()
    in_charge(page)
    expect(page.locator("#simulation-2").get_by_role("radio").first).to_be_checked()


def bet_on_the_first_choice_unheard(page: Page) -> None:
    bicycle = page.locator("#simulation-2")
    bicycle.get_by_role("radio").first.press("Space")
    bicycle.get_by_role("button", name="Store my prediction").press("Enter")


def test_an_answer_written_once_python_has_stopped_is_there_after_a_reload(page, live):
    page.add_init_script(WATCHED)
    open_exercise(page, live)
    write(page, "The fee matters most to me.")
    page.wait_for_function("() => Object.values(localStorage).some((text) => text.includes('The fee'))")
    page.evaluate("() => workers[0].dispatchEvent(new ErrorEvent('error', { message: 'killed' }))")
    write(page, "The fee matters less.")
    page.reload()
    in_charge(page)
    expect(page.get_by_label(ANSWER, exact=True)).to_have_value("The fee matters less.")
    page.wait_for_function("() => Object.values(localStorage).some((text) => text.includes('matters less'))")


def test_a_full_storage_is_told_and_the_saved_file_has_what_found_no_room(page, live, tmp_path):
    page.add_init_script("window.setItem = Storage.prototype.setItem;")
    open_lesson(page, live)
    in_charge(page)
    page.evaluate(FULL)
    bet_on_the_first_choice(page)
    expect(page.locator("#status")).to_contain_text("no room left")
    assert bet_entry(page) == {}
    with page.expect_download() as download:
        page.locator("#kept-save").click()
    saved = from_data(json.loads(download.value.path().read_text(encoding="utf-8")))
    assert [entry.state["ran"] for key, entry in saved.items() if key[1] == "one-price"] == [True]
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.close(run_before_unload=True)
    page.wait_for_timeout(500)
    assert asked == ["beforeunload"]
    page.evaluate(ROOM)
    page.locator("#simulation-2").get_by_role("slider").last.press("ArrowRight")
    expect(page.locator("#status")).to_contain_text("Python runs in this page now")
    assert bet_entry(page)["ran"]


def test_a_browser_that_keeps_nothing_shows_the_page_all_the_same(page, live):
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no') } })")
    open_lesson(page, live)
    in_charge(page)
    bet_on_the_first_choice(page)
    expect(page.locator("#status")).to_contain_text("no room left")


@pytest.mark.parametrize(("text", "said"), [
    ('{"version": 99, "lessons": {}}', "saved by a newer version"),
    ('{"version": 1, "lessons": {"a": 5}}', "no record of these pages"),
    ("\x00{[", "no record of these pages"),
    ("[" * 200_000, "no record of these pages"),
])  # fmt: skip
def test_a_strange_file_changes_nothing_and_is_told(page, live, tmp_path, text, said):
    open_lesson(page, live)
    in_charge(page)
    bet_on_the_first_choice(page)
    page.wait_for_function("() => Object.values(localStorage).some((text) => text.includes('one-price'))")
    before = kept(page)
    (tmp_path / "strange.json").write_text(text)
    page.locator("#kept-file").set_input_files(tmp_path / "strange.json")
    expect(page.locator("#kept-says")).to_contain_text(said)
    assert kept(page) == before


@pytest.mark.parametrize("text", ['{"version": 99, "lessons": {}}', "{broken"])
def test_a_strange_record_in_the_storage_is_put_aside_once_and_whole(page, live, text):
    open_lesson(page, live)
    key = f"biggerpie {page.evaluate('() => new URL(`./`, location.href).pathname')} my-record.json"
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])
    for _ in range(2):
        page.reload()
        in_charge(page)
        page.wait_for_timeout(500)
        stored = page.evaluate("() => ({ ...localStorage })")
        assert [name for name, value in stored.items() if value == text] == [key.replace(".json", "-put-aside-1.json")]
    bet_on_the_first_choice(page)
    page.wait_for_function("() => Object.values(localStorage).some((text) => text.includes('one-price'))")


def test_two_tabs_of_a_lesson_write_turn_by_turn_and_nothing_is_lost(page, other, live):
    for tab in (page, other):
        open_lesson(tab, live)
        in_charge(tab)
    bet_on_the_first_choice(page)
    other.locator("#simulation-1").get_by_label("In your own words").fill("Thank you for your time.")
    other.locator("#simulation-1").get_by_role("button", name="Say it").click()
    slider = page.locator("#simulation-2").get_by_role("slider").last
    slider.press("ArrowRight")
    other.wait_for_timeout(1_000)
    other.close()
    slider.press("ArrowRight")
    page.wait_for_timeout(1_000)
    states = json.dumps([entry.state for entry in kept(page).values()])
    assert "Thank you for your time." in states
    assert bet_entry(page)["ran"]


def test_two_tabs_of_an_exercise_show_each_others_answers_and_put_aside_what_both_wrote(page, other, live):
    for tab in (page, other):
        open_exercise(tab, live)
    form = page.locator(".shown", has=page.get_by_role("button", name="Write and check")).first
    for choice in form.get_by_role("combobox").all():
        choice.select_option("integrative")
    form.get_by_role("button", name="Write and check").press("Enter")
    expect(page.locator("[data-test-of=labels] .checked")).to_contain_text("Mark for this part")
    answered = page.locator("textarea[data-answer=labels]").input_value()
    assert "integrative" in answered
    expect(other.locator("textarea[data-answer=labels]")).to_have_value(answered)
    other.locator("[data-test-of=labels] button").press("Enter")
    expect(other.locator("[data-test-of=labels] .checked")).to_contain_text("Mark for this part")
    assert other.locator("textarea[data-answer=labels]").input_value() == answered
    other.evaluate("() => document.querySelector('textarea[data-answer=labels]').dispatchEvent(new Event('input'))")
    write(page, "Mine.")
    write(other, "Yours.")
    page.wait_for_timeout(1_500)
    page.reload()
    in_charge(page)
    everything = json.dumps([entry.state for entry in kept(page).values()])
    assert "Mine." in everything
    assert "Yours." in everything


def test_what_one_tab_deletes_no_other_writes_again(page, other, live):
    for tab in (page, other):
        open_lesson(tab, live)
        in_charge(tab)
    bet_on_the_first_choice(other)
    page.wait_for_function("() => Object.values(localStorage).some((text) => text.includes('one-price'))")
    page.on("dialog", lambda dialog: dialog.accept())
    with page.expect_navigation():
        page.locator("#kept-delete").click()
    in_charge(other)
    other.locator("#simulation-2").get_by_role("radio").last.press("Space")
    other.locator("#simulation-2").get_by_role("button", name="Store my prediction").press("Enter")
    other.wait_for_function("() => Object.values(localStorage).some((text) => text.includes('one-price'))")
    assert not bet_entry(other).get("ran")


def test_a_case_that_another_tab_left_is_told_and_takes_no_more_answers(page, other, live):
    for tab in (page, other):
        open_exercise(tab, live)
    page.on("dialog", lambda dialog: dialog.accept())
    with page.expect_navigation():
        page.get_by_role("button", name="Try another case").press("Enter")
    expect(other.locator("#status")).to_contain_text("went on to another case")
    expect(other.locator("textarea[data-answer=labels]")).to_be_disabled()
