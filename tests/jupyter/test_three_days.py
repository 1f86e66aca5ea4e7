"""Every page over three days: played on the first, only opened on the second, awake again on the third, nothing lost.

On each day Jupyter is started and stopped. On the second, the page stays open until Jupyter has saved by itself. All
pages in both applications, and in every language, take three hours; `-k 04-interests` takes a lesson and an exercise.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

import pytest
from biggerpie.lessons.pages import pages
from biggerpie.lessons.shelf import fill_shelf
from biggerpie.widgets._words import languages, words
from biggerpie.widgets.record.entries import Key, State
from biggerpie.widgets.record.record_file import RecordFile
from playwright.sync_api import Browser, Page

from .server import jupyter, notebook_page, run_all, running

PAGES = [path for path, _ in pages("en")]
TRANSLATED = [(language, path) for language in ("de", "es") for path, _ in pages(language)]
ONLY_SHOWN = ("lessons/first-and-last.ipynb",)  # it shows what was done elsewhere
PLAY = "async" + (Path(__file__).parent / "play_anything.js").read_text(encoding="utf-8").partition("async")[2]
PRESSED_BEFORE = [
    ("shared", "store"),
    ("question", "store"),
    ("shared", "run"),
    ("question", "run"),
    ("negotiation_table", "add_first"),
]
PRESSED_AFTER = [("negotiation_table", "add"), ("answer_cell", "write")]
CONTROLS = """() => [...document.querySelectorAll(".biggerpie")].map((place) =>
  [...place.querySelectorAll("input, textarea, select")]
    .filter((node) => !node.closest(".bp-making, .bp-kinds, .bp-list, .bp-pasted"))
    .map((node) => ["radio", "checkbox"].includes(node.type) ? `${node.value} ${node.checked}` : node.value))"""
"""All but what makes the next thing, which is kept once it's made: something to say at the table, a line or a name on
the map, a talk that was pasted."""
FAILED = "[data-mime-type='application/vnd.jupyter.error'], [data-mime-type='application/vnd.jupyter.stderr']"
SETTINGS = {
    "@jupyterlab/notebook-extension/tracker": {"windowingMode": "none"},
    "@jupyterlab/docmanager-extension/plugin": {"autosaveInterval": 10},
}
SECONDS_TO_SHOW = 60
MS_UNTIL_KEPT = 3_000  # the record is written within seconds
MS_UNTIL_SAVED = 13_000  # an autosave comes every ten seconds
COMMANDS = {"lab": ["biggerpie", "start"], "notebook": jupyter("notebook")}


def controls(page: Page, expected: list[list[str]] | None = None) -> list[list[str]]:
    """What all controls of the page's simulations and forms hold; a busy machine has a minute to show them."""
    page.wait_for_timeout(1_500)
    found: list[list[str]] = page.evaluate(CONTROLS)
    for _ in range(SECONDS_TO_SHOW):
        if expected in (None, found):
            break
        page.wait_for_timeout(1_000)
        found = page.evaluate(CONTROLS)
    return found


def names_on_buttons() -> list[list[str]]:
    """The words on the buttons in every language: some pages of a translated course are in English."""
    return [
        [words(widget, language)[key] for widget, key in pressed for language in languages()]
        for pressed in (PRESSED_BEFORE, PRESSED_AFTER)
    ]


def kept(folder: Path) -> dict[Key, State]:
    """What the learner's records hold, without the times."""
    files = folder.rglob("my-record.json")
    return {key: entry.state for file in files for key, entry in RecordFile(file).read().items()}


@pytest.mark.long
@pytest.mark.parametrize("application", COMMANDS)
@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_lost_over_three_days(path, application, shelf: Path, browser: Browser, tmp_path):
    folder = shelf / "bigger-pie"
    where = shelf if application == "lab" else folder
    started = partial(running, COMMANDS[application], where, tmp_path, lab=SETTINGS)
    live_three_days(browser, path, folder, started, application)


@pytest.mark.long
@pytest.mark.parametrize(("language", "path"), TRANSLATED)
def test_nothing_is_lost_over_three_days_in_another_language(language, path, browser: Browser, tmp_path):
    fill_shelf(folder := tmp_path / "bigger-pie", language)
    command = [*COMMANDS["lab"], "--language", language]
    started = partial(running, command, tmp_path, tmp_path / "settings", lab=SETTINGS)
    live_three_days(browser, path, folder, started, "lab")


def live_three_days(
    browser: Browser, path: str, folder: Path, started: Callable[[], AbstractContextManager[str]], application: str
) -> None:
    """Play a page, only open it, and wake it, each after Jupyter was stopped; hold what it keeps against the first."""
    before: list[list[str]] = []
    records: list[dict[Key, State]] = []
    for day in (1, 2, 3):
        with (
            started() as address,
            notebook_page(browser, address, path, application=application) as page,
        ):
            if day != 2:
                run_all(page)
            if day == 1:
                assert page.evaluate(PLAY, names_on_buttons()) > 0 or path in ONLY_SHOWN
                before = controls(page)
            if day == 3:
                assert controls(page, before) == before
            else:
                page.wait_for_timeout(MS_UNTIL_SAVED if day == 2 or "exercises/" in path else MS_UNTIL_KEPT)
            assert page.locator(FAILED).all_inner_texts() == []
        records.append(kept(folder))
    assert records[0] or path in ONLY_SHOWN
    assert records[0] == records[1] == records[2]
