"""Where Python stops, or never comes, a sentence says so with a button, and nothing that was done is lost."""

import pytest
from biggerpie.lessons.pages import languages
from playwright.sync_api import Page, expect

from .conftest import needs_node
from .test_in_browser import bet_on_the_first_choice, open_lesson
from .test_python import in_charge
from .with_python import SHEETS, bicycle, keeps, open_exercise, open_with_python, write, written

pytestmark = [pytest.mark.long, needs_node]
WATCHED = """const workers = []; window.workers = workers;
window.Worker = class extends Worker { constructor(...given) { super(...given); workers.push(this); } };"""
STOP = "() => workers[0].dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }))"
STOPPED = {
    "en": "Python stopped in this page",
    "de": "Python ist in dieser Seite stehen",
    "es": "Python se ha detenido",
}
ABSENT = "Python couldn't be loaded"


@pytest.fixture
def page(visitor: Page) -> Page:
    """A page whose workers a test can end."""
    visitor.add_init_script(WATCHED)
    return visitor


def reload_by_the_button(page: Page) -> None:
    page.locator("#alarms").get_by_role("button").press("Enter")
    in_charge(page)


@pytest.mark.parametrize("language", languages())
def test_it_is_said_in_every_language_with_a_button_that_begins_again(page, live, language):
    page.goto(f"{live}/{SHEETS[language]}")
    in_charge(page)
    page.evaluate(STOP)
    expect(page.locator("#alarms")).to_contain_text(STOPPED[language])
    expect(page.locator("#status")).to_have_text("")
    reload_by_the_button(page)
    expect(page.locator("#alarms")).to_have_text("")


def test_a_page_that_is_being_left_says_nothing_and_one_that_stays_says_it_then(page, live):
    """Firefox stops what a worker is loading when its page begins to be left."""
    open_with_python(page, live)
    page.evaluate("dispatchEvent(new Event('beforeunload'))")
    page.evaluate(STOP)
    page.wait_for_timeout(1000)
    expect(page.locator("#alarms")).to_have_text("")
    expect(page.locator("#alarms")).to_contain_text(STOPPED["en"], timeout=15_000)


def test_what_is_done_after_python_stopped_is_there_once_it_runs_again(page, live):
    open_with_python(page, live)
    page.evaluate(STOP)
    bet_on_the_first_choice(page)
    assert bicycle(page) == {}
    reload_by_the_button(page)
    expect(page.locator("#simulation-3").get_by_role("slider").last).to_be_visible()
    keeps(page, "one-price")
    assert bicycle(page)["ran"]


def test_an_answer_written_after_python_stopped_is_there_once_it_runs_again(page, live):
    open_exercise(page, live)
    write(page, "The fee matters most to me.")
    keeps(page, "The fee")
    page.evaluate(STOP)
    write(page, "The fee matters less.")
    reload_by_the_button(page)
    expect(written(page)).to_have_value("The fee matters less.")
    keeps(page, "matters less")


def test_a_worker_that_says_nothing_more_is_told_and_its_last_moves_are_kept(page, live):
    page.clock.install()
    open_with_python(page, live)
    page.evaluate("() => workers[0].terminate()")
    simulation = page.locator("#simulation-3")
    simulation.get_by_role("radio").first.press("Space")
    simulation.get_by_role("button", name="Store my prediction").press("Enter")
    page.clock.fast_forward(16_000)
    expect(page.locator("#alarms")).to_contain_text("taking long")
    reload_by_the_button(page)
    expect(simulation.get_by_role("radio").first).to_be_checked()


@pytest.mark.parametrize("missing", ["worker.js", "kit.zip", "std.zip", "pyodide.asm.wasm", "pyodide.mjs"])
@pytest.mark.parametrize("status", [0, 404])
def test_where_python_cannot_be_loaded_knobs_move_and_are_kept_until_it_is(page, live, missing, status):
    lost = f"**/{missing}"
    page.route(lost, lambda route: route.fulfill(status=status, body="") if status else route.abort())
    open_lesson(page, live)
    expect(page.locator("#alarms")).to_contain_text(ABSENT)
    slider = bet_on_the_first_choice(page).get_by_role("slider").last
    table = page.locator("#simulation-3 table").first
    before = table.inner_text()
    slider.press("ArrowRight")
    expect(table).not_to_have_text(before)
    page.unroute(lost)
    reload_by_the_button(page)
    expect(page.locator("#simulation-3").get_by_role("slider").last).to_be_visible()
