"""A student writes in the box, in real JupyterLab and Notebook 7, and the text stands in the cell of the answer."""

import json
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from ..browser import screenshot_folder
from .own_notebook import opened, read_saved, save_notebook, saved, wait_until_saved

BOX = 'from biggerpie.widgets import WrittenAnswer\nWrittenAnswer("why")'
BLANK = "YOUR ANSWER HERE"
KEYS = "dd b a x 00 ii"  # each of them does something to a cell where nobody writes
MARKED = {"grade": True, "grade_id": "why", "locked": False, "points": 20, "schema_version": 3, "solution": True}


def save_with_text(folder: Path, name: str, source: str = BLANK) -> Path:
    """Write a notebook with the box and the Markdown cell of a written answer, which is the last one."""
    file = save_notebook(folder, name, (BOX, {}), (source, {"nbgrader": MARKED}))
    notebook = json.loads(file.read_text())
    last = notebook["cells"][-1]
    notebook["cells"][-1] = {key: last[key] for key in ("id", "metadata", "source")} | {"cell_type": "markdown"}
    file.write_text(json.dumps(notebook))
    return file


def box(page: Page):
    return page.get_by_label("Your answer")


def test_what_is_written_in_the_box_is_saved_in_the_cell_and_no_key_does_anything_else(
    browser: Browser, address: str, folder: Path
):
    file = save_with_text(folder, "written.ipynb")
    with opened(browser, address, file, width=1000) as page:
        expect(page.get_by_text("stands in the answer cell at once")).to_be_visible()
        box(page).click()
        page.keyboard.type(f"{KEYS}\n\nThe **fee** matters more to me.")
        answer = f"{KEYS}\n\nThe **fee** matters more to me."
        expect(page.locator(".jp-MarkdownCell strong", has_text="fee")).to_be_visible()
        assert saved(page, file, "cell-2", "matters more") == answer
        assert [cell["id"] for cell in read_saved(file)["cells"]] == ["cell-0", "cell-1", "cell-2"]
        page.screenshot(path=screenshot_folder() / f"written-{'lab' if '/lab/' in address else 'notebook'}.png")
    with opened(browser, address, file, width=390) as page:  # the next day, on a small screen
        expect(box(page)).to_have_value(answer)
        box(page).focus()
        page.keyboard.press("Control+End")
        page.keyboard.type(" And 😀.")
        assert saved(page, file, "cell-2", "😀") == f"{answer} And 😀."
        page.screenshot(path=screenshot_folder() / f"written-{'lab' if '/lab/' in address else 'notebook'}-390.png")


def test_what_is_typed_into_the_cell_is_taken_into_the_box_and_never_overwritten(
    browser: Browser, address: str, folder: Path
):
    long = "A sentence of mine. " * 500
    file = save_with_text(folder, "typed.ipynb", f"{long}\n\n![drawn](attachment:drawn.png)")
    with opened(browser, address, file) as page:
        expect(box(page)).to_have_value(f"{long}\n\n![drawn](attachment:drawn.png)")
        page.locator(".jp-MarkdownOutput").last.dblclick()
        cell = page.locator(".jp-MarkdownCell .cm-content")
        cell.click()
        page.keyboard.press("Control+Home")
        page.keyboard.type("First: ")
        expect(box(page)).to_have_value(f"First: {long}\n\n![drawn](attachment:drawn.png)")
        box(page).focus()
        page.keyboard.press("Control+Home")
        page.keyboard.type("Really ")
        notebook = wait_until_saved(page, file, lambda it: "Really" in str(it["cells"][-1:]), "Control+s")
        source = "".join(notebook["cells"][-1]["source"])
        assert source == f"Really First: {long}\n\n![drawn](attachment:drawn.png)"
