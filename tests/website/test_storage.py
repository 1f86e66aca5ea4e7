"""A full storage, a strange file, a strange record: a sentence each, and nothing is lost."""

import json

import pytest
from biggerpie.widgets.record.entries import Entry, as_data, moment
from playwright.sync_api import Page, expect

from .conftest import needs_node
from .test_in_browser import bet_on_the_first_choice
from .test_python import in_charge, kept
from .with_python import SHEETS, bicycle, keeps, open_exercise, open_with_python, saved, write

pytestmark = [pytest.mark.long, needs_node]
FULL = """window.setItem = Storage.prototype.setItem;
Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') };"""
ROOM = "() => { Storage.prototype.setItem = window.setItem }"
NONE = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"
TOLD = "couldn't keep what you do"
NEWER = '{"version": 99, "lessons": {}}'


SILENT = "window.Worker = class extends EventTarget { postMessage() {} terminate() {} }"


def put(page: Page, text: str) -> None:
    """Choose a file of this text to be loaded."""
    file = {"name": "my-record.json", "mimeType": "application/json", "buffer": text.encode()}
    page.locator("#kept-file").set_input_files(file)


def test_a_full_storage_is_told_and_the_saved_file_has_what_found_no_room(visitor, live):
    open_with_python(visitor, live)
    visitor.evaluate(f"() => {{ {FULL} }}")
    bet_on_the_first_choice(visitor)
    expect(visitor.locator("#alarms")).to_contain_text(TOLD)
    assert bicycle(visitor) == {}
    for button in (visitor.locator("#kept-save"), visitor.locator("#alarms").get_by_role("button")):
        assert saved(visitor, button)["one-price"]["prediction"] is not None
    visitor.evaluate(ROOM)
    visitor.locator("#simulation-3").get_by_role("slider").last.press("ArrowRight")
    expect(visitor.locator("#alarms")).to_have_text("")
    keeps(visitor, '"ran": true')


def test_nobody_closes_a_page_unasked_whose_work_found_no_room(visitor, live):
    open_exercise(visitor, live)
    visitor.evaluate(f"() => {{ {FULL} }}")
    write(visitor, "The fee matters most to me.")
    expect(visitor.locator("#alarms")).to_contain_text(TOLD)
    with visitor.expect_event("dialog") as asked:
        visitor.close(run_before_unload=True)
    assert asked.value.type == "beforeunload"
    asked.value.dismiss()


def test_a_browser_that_lets_pages_keep_nothing_shows_everything_all_the_same(visitor, live):
    visitor.add_init_script(NONE)
    open_with_python(visitor, live)
    bet_on_the_first_choice(visitor)
    expect(visitor.locator("#alarms")).to_contain_text(TOLD)
    assert saved(visitor, visitor.locator("#kept-save"))["one-price"]["prediction"] is not None


def test_a_file_that_finds_no_room_is_told_and_nothing_is_reloaded(visitor, live):
    open_with_python(visitor, live)
    visitor.evaluate(f"() => {{ {FULL} }}")
    put(visitor, '{"version": 1, "lessons": {}}')
    bet_on_the_first_choice(visitor)
    put(visitor, '{"version": 1, "lessons": {}}')
    expect(visitor.locator("#kept-says")).to_contain_text(TOLD)


def test_a_saved_record_is_loaded_before_a_courses_exercise_is_opened_and_nothing_is_lost(visitor, live):
    open_with_python(visitor, live)
    bet_on_the_first_choice(visitor)
    keeps(visitor, '"ran": true')
    before = kept(visitor)
    visitor.goto(f"{live}/course.html")
    key = ("course", "hook", "answer labels")
    loaded = {key: Entry(moment(), {"text": "fee: integrative"})}
    with visitor.expect_navigation():
        put(visitor, json.dumps(as_data(loaded)))
    assert kept(visitor) == before | loaded


@pytest.mark.parametrize(("text", "said"), [
    (NEWER, "saved by a newer version"),
    ('{"version": 0, "lessons": {}}', "no record of these pages"),
    ('{"version": 1, "lessons": {"a": 5}}', "no record of these pages"),
    ('{"version": 1, "lessons": {}, "and": 1}', "no record of these pages"),
    ("\x00{[", "no record of these pages"),
    ("[" * 200_000, "no record of these pages"),
    ('{"version": 1, "lessons": ' + "[" * 100_000 + "]" * 100_000 + "}", "no record of these pages"),
    ("", "no record of these pages"),
])  # fmt: skip
def test_a_strange_file_changes_nothing_and_is_told(visitor, live, text, said):
    open_with_python(visitor, live)
    bet_on_the_first_choice(visitor)
    keeps(visitor, '"ran": true')
    before = kept(visitor)
    put(visitor, text)
    expect(visitor.locator("#kept-says")).to_contain_text(said)
    assert kept(visitor) == before


@pytest.mark.parametrize("language", ["de", "es"])
def test_a_strange_file_is_told_in_the_pages_language(visitor, live, language):
    visitor.goto(f"{live}/{SHEETS[language]}")
    in_charge(visitor)
    put(visitor, NEWER)
    expect(visitor.locator("#kept-says")).to_contain_text({"de": "neueren Fassung", "es": "más reciente"}[language])


@pytest.mark.parametrize("text", [NEWER, "{broken"])
def test_a_strange_record_in_the_storage_is_put_aside_once_and_whole(visitor, live, text):
    open_with_python(visitor, live)
    key = f"biggerpie {visitor.evaluate('() => new URL(`./`, location.href).pathname')} my-record.json"
    visitor.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])
    for _ in range(2):
        visitor.reload()
        in_charge(visitor)
        visitor.wait_for_timeout(500)
        stored = visitor.evaluate("() => ({ ...localStorage })")
        assert [name for name, value in stored.items() if value == text] == [key.replace(".json", "-put-aside-1.json")]
    bet_on_the_first_choice(visitor)
    keeps(visitor, "one-price")


def test_nobody_writes_over_a_kept_text_that_python_has_not_shown_yet(visitor, live):
    visitor.goto(f"{live}/{SHEETS['en']}")
    in_charge(visitor)
    row = visitor.get_by_label("Options", exact=True)
    row.press_sequentially("three ways")
    keeps(visitor, "three ways")
    visitor.add_init_script(SILENT)
    visitor.reload()
    row.press_sequentially("X")
    expect(row).to_have_value("")
    expect(visitor.locator("#status")).to_contain_text("on its way")
    again = visitor.context.new_page()
    again.goto(visitor.url)
    in_charge(again)
    row = again.get_by_label("Options", exact=True)
    expect(row).to_have_value("three ways")
    row.press("End")
    row.press_sequentially(" more")
    keeps(again, "three ways more")
