"""From a click on a lesson to its first simulation awake, in a learner's JupyterLab that was started just now.

The first page stands open, as `biggerpie start` shows it, and its course map leads to the lesson. Time begins with the
click there; the lesson's first cell is run as soon as its kernel takes it, and time ends once a control can be moved.
What somebody reads or thinks in between is not counted.
"""

import tempfile
from pathlib import Path

from playwright.sync_api import Page

from tests.browser import open_browser
from tests.jupyter.server import CONNECTED, running, wait_for_kernel

LESSON = "01-both-sides-can-gain"
LINK = f"a[href*='{LESSON}']:visible"
PANEL = ".jp-NotebookPanel:not(.lm-mod-hidden)"
PATIENCE = 120_000  # milliseconds
CLICKED = """() => document.addEventListener("click", () => (window.clicked = performance.now()),
  { capture: true, once: true })"""
AWAKE = f"""() => document.querySelector("{PANEL} .biggerpie :is(input, button):enabled")
  && location.pathname.includes("{LESSON}") && performance.now() - window.clicked"""


def seconds_until_awake() -> float:
    """Start in a new folder and go to the lesson; return the seconds from the click."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        with running(["biggerpie", "start"], folder, folder / "settings") as address, open_browser() as browser:
            page = browser.new_page(viewport={"width": 1300, "height": 1000})
            page.set_default_timeout(PATIENCE)
            page.goto(address)
            page.locator(f"{PANEL} .jp-CodeCell").first.wait_for()
            wait_for_kernel(page)
            _run_first_cell(page)
            page.locator(LINK).first.wait_for()
            page.evaluate(CLICKED)
            page.locator(LINK).first.click()
            page.wait_for_function(f"() => location.pathname.includes('{LESSON}')", polling=20)
            page.locator(f"{PANEL} .jp-CodeCell").first.wait_for()
            page.wait_for_function(CONNECTED, polling=50)
            _run_first_cell(page)
            return float(page.wait_for_function(AWAKE, polling=20).json_value()) / 1000


def _run_first_cell(page: Page) -> None:
    page.locator(f"{PANEL} .jp-CodeCell .jp-InputPrompt").first.click()
    page.keyboard.press("Shift+Enter")
