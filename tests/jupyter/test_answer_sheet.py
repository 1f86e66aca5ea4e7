"""A student fills in an answer sheet in real JupyterLab and Notebook 7, and the answer stands in the saved file."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from ..browser import screenshot_folder
from .learner import press_key
from .own_notebook import opened, save_notebook, saved

SHEET = """from biggerpie.negotiation import load_case
from biggerpie.widgets import LabelSheet, PackageBuilder
LabelSheet(load_case("job-offer"))"""
FORM = "%%answer labels\n# Write after the colons.\nsalary:\ndays at home:\nmentoring:"
LOCKED = {"editable": False}


def fill_in_by_keyboard(page: Page) -> None:
    """Go from the first control of the form to the button that writes, by keys alone."""
    page.get_by_label("salary").focus()
    for key in ("d", "d", "Tab", "ArrowDown", "ArrowDown", "Tab", "Tab", "Tab", "Tab", "c"):
        page.keyboard.press(key)
        page.wait_for_timeout(100)
    expect(page.locator(".bp-question", has_text="Filled in: 3 of 6.")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Write and check")).to_be_focused()
    page.keyboard.press("Enter")


def test_what_is_filled_in_by_keyboard_stands_in_the_saved_notebook(browser: Browser, address: str, folder: Path):
    file = save_notebook(folder, "below.ipynb", (SHEET, {}), (FORM, {}))
    with opened(browser, address, file) as page:
        fill_in_by_keyboard(page)
        expect(page.locator("p.bp-says")).to_contain_text("Written into the cell below. Now run that cell")
        page.screenshot(path=screenshot_folder() / f"answer-sheet-{'lab' if '/lab/' in address else 'notebook'}.png")
        source = saved(page, file, "cell-2", "distributive")
        assert source == (
            "%%answer labels\n# Write after the colons.\nsalary: distributive\ndays at home: integrative\nstart date:\n"
            "first project:\nmentoring:\nnotice period: compatible"
        )
        expect(page.locator(".jp-CodeCell")).to_have_count(3)


def test_what_is_chosen_stands_in_the_cell_without_a_press_and_nothing_is_run(
    browser: Browser, address: str, folder: Path
):
    file = save_notebook(folder, "left.ipynb", (SHEET, {}), (FORM, {}))
    with opened(browser, address, file) as page:
        run_before = page.locator(".jp-CodeCell").nth(2).locator(".jp-InputPrompt").inner_text()
        page.get_by_label("salary").select_option("distributive")
        page.get_by_label("mentoring").focus()
        page.keyboard.press("c")
        expect(page.locator(".jp-CodeCell").nth(2).locator(".cm-content")).to_contain_text("mentoring: compatible")
        expect(page.get_by_label("mentoring")).to_be_focused()
        expect(page.locator(".jp-CodeCell").nth(2).locator(".jp-InputPrompt")).to_have_text(run_before)
        assert "salary: distributive" in saved(page, file, "cell-2", "compatible")


@pytest.mark.long
def test_undo_in_the_cell_brings_back_what_stood_there(browser: Browser, address: str, folder: Path):
    file = save_notebook(folder, "undo.ipynb", (FORM, {}), (SHEET, {}))
    with opened(browser, address, file) as page:
        page.get_by_label("salary").select_option("compatible")
        press_key(page.get_by_role("button", name="Write and check"), "Enter")
        expect(page.locator("p.bp-says")).to_contain_text("Written into the cell above.")
        editor = page.locator(".jp-CodeCell").nth(1).locator(".cm-content")
        expect(editor).to_contain_text("salary: compatible")
        editor.click()
        page.keyboard.press("Control+z")
        expect(editor).not_to_contain_text("salary: compatible")


@pytest.mark.long
def test_a_locked_cell_is_refused_and_a_deleted_one_leads_to_the_text(browser: Browser, address: str, folder: Path):
    file = save_notebook(folder, "locked.ipynb", (SHEET, {}), (FORM, LOCKED))
    with opened(browser, address, file) as page:
        page.get_by_label("salary").select_option("compatible")
        write = page.get_by_role("button", name="Write and check")
        press_key(write, "Enter")
        expect(page.locator("p.bp-says")).to_contain_text("The answer cell is locked, so nothing was written.")
        text = page.locator("details textarea")
        expect(text).to_be_visible()
        expect(page.locator(".jp-CodeCell").nth(2).locator(".cm-content")).to_contain_text("# Write after the colons.")
        press_key(page.locator(".biggerpie summary"), "Enter")
        expect(text).to_be_hidden()
        page.locator(".jp-CodeCell").nth(2).locator(".jp-InputPrompt").click()
        page.keyboard.press("Escape")
        page.keyboard.press("d")
        page.keyboard.press("d")
        expect(page.locator(".jp-CodeCell")).to_have_count(2)
        press_key(write, "Enter")
        expect(page.locator("p.bp-says")).to_contain_text("No cell that begins with %%answer labels is within reach")
        expect(text).to_be_visible()
        assert text.input_value().startswith("%%answer labels\nsalary: compatible\n")


@pytest.mark.long
def test_a_form_shown_anew_holds_what_the_cell_says(browser: Browser, address: str, folder: Path):
    answered = "%%answer labels\nsalary: distributive\nmentoring: integrative\nmentring: integrative"
    file = save_notebook(folder, "again.ipynb", (SHEET, {}), (answered, {}))
    with opened(browser, address, file) as page:
        expect(page.get_by_label("mentoring")).to_have_value("integrative")
        expect(page.locator("p.bp-says")).to_contain_text(
            "these lines stay just as they are: line 4, “mentring: integrative”."
        )
        page.locator(".jp-CodeCell").nth(2).locator(".cm-content").click()
        page.keyboard.press("Control+a")
        page.keyboard.insert_text("%%answer labels\nmentoring: compatible")
        page.locator(".jp-CodeCell").nth(1).locator(".cm-content").click()
        page.keyboard.press("Shift+Enter")
        expect(page.get_by_label("mentoring")).to_have_value("compatible")
        expect(page.get_by_label("salary")).to_have_value("")
        assert "mentoring: compatible" in saved(page, file, "cell-2", "compatible")


def test_one_press_writes_the_answer_runs_it_and_shows_its_check(browser: Browser, address: str, folder: Path):
    file = save_notebook(folder, "checked.ipynb", (SHEET, {}), (FORM, {}), ("check(labels)", LOCKED), ("1 + 1", {}))
    with opened(browser, address, file) as page:
        page.get_by_label("salary").select_option("compatible")
        write = page.get_by_role("button", name="Write and check")
        press_key(write, "Enter")
        checked = page.locator(".jp-CodeCell").nth(3)
        expect(checked).to_contain_text("1 of 6 issues")
        expect(page.locator("p.bp-says")).to_contain_text("Written into the answer cell and checked")
        expect(page.locator(".biggerpie > [role=status]")).to_contain_text("1 of 6 issues")
        expect(write).to_be_focused()
        page.get_by_label("mentoring").select_option("compatible")
        press_key(write, "Enter")
        expect(checked).to_contain_text("2 of 6 issues")
        expect(page.locator(".jp-CodeCell")).to_have_count(5)
        page.screenshot(path=screenshot_folder() / f"checked-{'lab' if '/lab/' in address else 'notebook'}.png")
        source = saved(page, file, "cell-2", "mentoring: compatible")
        assert "salary: compatible" in source
