"""A figure in a notebook: drawn by plotly where it can, with its sentence and its table below."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from ..browser import screenshot_folder
from .own_notebook import opened, save_notebook

pytestmark = pytest.mark.long

WIDGET = """from biggerpie.widgets import PayoffExplorer
PayoffExplorer(["Salary"], [2], [6])"""
FIGURE = """from biggerpie.figures import payoff_plane
from biggerpie.negotiation import load_case
payoff_plane(load_case("job-offer"), party="candidate")"""


def test_a_figure_is_drawn_with_its_sentence_and_its_table(browser: Browser, address: str, folder: Path):
    file = save_notebook(folder, "figures.ipynb", (WIDGET, {}), (FIGURE, {}))
    with opened(browser, address, file) as page:
        expect(page.locator(".js-plotly-plot .legendtext", has_text="frontier")).to_be_visible()
        expect(page.get_by_text("The frontier has 37 points").last).to_be_visible()
        page.locator("summary", has_text="what the packages are worth").last.click()
        expect(page.get_by_role("cell", name="greatest sum").last).to_be_visible()
        page.screenshot(path=str(screenshot_folder() / f"figure-{'lab' if '/lab/' in address else 'notebook'}.png"))
