"""Keys pressed in a widget stay in it, in JupyterLab and in Notebook 7."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from .own_notebook import opened, save_notebook, wait_until_saved

pytestmark = pytest.mark.long

SLIDERS = """from biggerpie.negotiation import load_case
from biggerpie.widgets import EqualOffers, PayoffExplorer
PayoffExplorer(["Salary", "Days at home"], [2, 6], [6, 2])"""
LIST = 'EqualOffers(load_case("job-offer"), "candidate")'
CELLS = 4


def press(page: Page, *keys: str) -> None:
    """Press keys as fast as a person does: shortcuts of two keys are told by the time between them."""
    for key in keys:
        page.keyboard.press(key)
        page.wait_for_timeout(100)


def test_no_key_in_a_lessons_widget_reaches_the_notebook(browser: Browser, address: str, folder: Path):
    file = save_notebook(folder, "keys.ipynb", (SLIDERS, {}), (LIST, {}), ("1 + 1", {}))
    with opened(browser, address, file) as page:
        slider, chosen = page.get_by_role("slider").first, page.locator(".biggerpie select").first
        for control in (slider, chosen):
            control.focus()
            before = control.input_value()
            press(page, "d", "d", "ArrowDown", "ArrowUp", "ArrowDown", "ArrowDown", "ArrowUp", "ArrowDown")
            expect(control).to_be_focused()
            assert control.input_value() != before
        press(page, "b", "Control+s")
        expect(page.locator(".jp-CodeCell")).to_have_count(CELLS)
        wait_until_saved(page, file, lambda notebook: '"execute_result"' in json.dumps(notebook))
