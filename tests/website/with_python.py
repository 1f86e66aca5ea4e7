"""A page in which Python runs: what tests do there, and what the browser has kept of it."""

import json

from biggerpie.widgets.record.entries import State, from_data
from playwright.sync_api import Locator, Page

from .test_in_browser import open_lesson
from .test_python import in_charge, kept

SHEETS = {"en": "my-negotiation.html", "de": "de/meine-verhandlung.html", "es": "es/mi-negociacion.html"}
EXERCISE = "exercise-01-both-can-gain.html"
HAS = """(text) =>
Object.entries(localStorage).some(([key, kept]) => key.endsWith('my-record.json') && kept.includes(text))"""


def open_with_python(page: Page, live: str) -> None:
    open_lesson(page, live)
    in_charge(page)


def open_exercise(page: Page, live: str) -> None:
    page.goto(f"{live}/{EXERCISE}")
    in_charge(page)


def written(page: Page) -> Locator:
    """The field of the exercise's answer in the learner's own words."""
    return page.get_by_label("Your answer", exact=True)


def write(page: Page, text: str) -> None:
    written(page).fill(text)
    written(page).press("Tab")


def keeps(page: Page, text: str) -> None:
    """Wait until the browser keeps a text in the record."""
    page.wait_for_function(HAS, arg=text)


def bicycle(page: Page) -> State:
    """What the browser keeps of the bicycle's simulation."""
    return {key[1]: entry.state for key, entry in kept(page).items()}.get("one-price", {})


def everything(page: Page) -> str:
    return json.dumps([entry.state for entry in kept(page).values()], ensure_ascii=False)


def saved(page: Page, button: Locator) -> dict[str, State]:
    """What the file holds that a button saves, by places."""
    with page.expect_download() as download:
        button.click()
    entries = from_data(json.loads(download.value.path().read_text(encoding="utf-8")))
    return {key[1]: entry.state for key, entry in entries.items()}
