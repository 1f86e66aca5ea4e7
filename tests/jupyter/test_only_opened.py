"""A notebook that is only opened: simulations stand there as they were left, or a sentence does, never an error."""

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat.sign import NotebookNotary
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import Browser, Page, expect

from tools.canonical import METADATA

from ..browser import screenshot_folder
from .learner import cell_with, predict
from .own_notebook import wait_until_saved
from .server import notebook_page, run_all

WIDGET_STATE = "application/vnd.jupyter.widget-state+json"


def has_reframed(notebook: dict[str, Any]) -> bool:
    """Whether the saved state holds a turn that was reframed; it may come a moment after the click."""
    states = notebook["metadata"].get("widgets", {}).get(WIDGET_STATE, {}).get("state", {})
    return any(one["state"].get("reframed") for one in states.values())


def expect_no_error(page: Page) -> None:
    expect(page.get_by_text("Error displaying widget")).not_to_be_visible()
    expect(page.get_by_text("Loading widget")).not_to_be_visible()


@pytest.mark.long
def test_a_lesson_that_was_saved_shows_what_the_learner_did(lab: str, shelf: Path, browser: Browser):
    shelf.joinpath("bigger-pie", "spiral.ipynb").write_text(notebook('BlameSpiral(bet="insult")'))
    with notebook_page(browser, lab, "spiral.ipynb") as page:
        run_all(page)
        predict(page, 'bet="insult"', 0)
        cell_with(page, "insult").locator("[aria-pressed]").click()
        expect(page.locator(".biggerpie [aria-pressed=true]")).to_be_visible()
        wait_until_saved(page, shelf / "bigger-pie" / "spiral.ipynb", has_reframed, "Control+s")
    with notebook_page(browser, lab, "spiral.ipynb") as page:
        expect(page.locator(".biggerpie [aria-pressed=true]")).to_be_visible()
        expect(page.locator(".bp-asleep p")).to_be_visible()
        expect_no_error(page)
        page.screenshot(path=screenshot_folder() / "lab-as-you-left-it.png")
        run_all(page)
        expect(page.locator(".biggerpie [aria-pressed=true]")).to_be_visible()
        expect(page.locator(".bp-asleep p")).to_be_hidden()


def has_still(notebook: dict[str, Any]) -> bool:
    """Whether a still of the simulation after its run is saved."""
    before = [output["data"] for cell in notebook["cells"] for output in cell["outputs"][:1]]
    return any("data:image/svg" in "".join(data["text/html"]) and "%" in "".join(data["text/plain"]) for data in before)


def test_where_jupyter_saved_no_state_a_still_and_its_words_show_what_was_left(lab: str, shelf: Path, browser: Browser):
    file = shelf / "bigger-pie" / "still.ipynb"
    file.write_text(notebook('BlameSpiral(bet="insult")'))
    with notebook_page(browser, lab, "still.ipynb") as page:
        run_all(page)
        predict(page, 'bet="insult"', 0)
        said = page.locator(".bp-says").last.text_content()
        wait_until_saved(page, file, has_still, "Control+s")
    saved = nbformat.read(file, as_version=4)
    saved.metadata.pop("widgets", None)
    nbformat.write(saved, file)
    with notebook_page(browser, lab, "still.ipynb") as page:
        still = page.locator(".biggerpie-still img")
        expect(still).to_be_visible()
        assert still.get_attribute("alt") == said
        page.wait_for_function("document.querySelector('.biggerpie-still img').naturalWidth > 300")
        page.screenshot(path=screenshot_folder() / "lab-still.png")
        expect_no_error(page)
        run_all(page)
        expect(page.locator(".bp-says").last).to_have_text(said)
        expect(still).to_be_hidden()


@pytest.mark.parametrize("trusted", [True, False], ids=["trusted", "untrusted"])
def test_a_notebook_saved_without_its_simulations_says_how_to_start_them(
    lab: str, shelf: Path, settings: Path, browser: Browser, trusted
):
    executed = nbformat.reads(notebook("BlameSpiral()"), as_version=4)
    executed.cells[0].source += f"  # {trusted}"  # what is trusted is known by its content
    NotebookClient(executed, store_widget_state=False).execute()
    nbformat.write(executed, shelf / "bigger-pie" / "sent.ipynb")
    if trusted:
        (settings / "data").mkdir(exist_ok=True)
        notary = NotebookNotary(data_dir=str(settings / "data"))
        notary.sign(executed)
        notary.store.close()
    with notebook_page(browser, lab, "sent.ipynb") as page:
        how = "To move it, click into its cell and press Shift + Enter or ▶ at the top of the page."
        expect(page.get_by_text(how).first).to_be_visible()
        page.wait_for_timeout(2_000)
        expect_no_error(page)


def notebook(last: str) -> str:
    cell = new_code_cell(f"from biggerpie.widgets import BlameSpiral\n{last}")
    return nbformat.writes(new_notebook(cells=[cell], metadata=METADATA))
