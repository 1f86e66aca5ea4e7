"""Key press → changed picture on a lesson's page with Python in charge, as a ratio to the same in JupyterLab."""

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import median

import nbformat
from biggerpie.lessons.pages import pages
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import Browser, Page

from benchmarks.knob import first_drawing, key_to_picture
from benchmarks.knobs import PLANE, Knob, knob
from tests.jupyter.server import jupyter, notebook_page, running
from tools.canonical import METADATA

CELL = "sandbox"  # its simulation has no bet before it
KNOB = ".bp-importance input"


def key_ratio(browser: Browser, host: str, lesson: str) -> float:
    """Return the ratio of the medians; both pages are open at once and take turns."""
    content = next(content for path, content in pages("en") if path == f"lessons/{lesson}.ipynb")
    source = next("".join(cell["source"]) for cell in json.loads(content)["cells"] if cell["id"] == CELL)
    notebook = replace(knob(CELL, source, KNOB, PLANE), source=source)
    took: dict[str, list[float]] = {"site": [], "lab": []}
    with _page_of_the_site(browser, f"{host}/{lesson}.html") as (page, on_the_site), _in_lab(browser, notebook) as lab:
        for number in range(notebook.presses):
            took["site"].append(key_to_picture(page, on_the_site, number))
            took["lab"].append(key_to_picture(lab, notebook, number))
    return median(took["site"]) / median(took["lab"])


@contextmanager
def _page_of_the_site(browser: Browser, address: str) -> Iterator[tuple[Page, Knob]]:
    """Open the lesson until Python is in charge, and yield it with the knob of the cell's simulation."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    page.locator("html[data-python='here']").wait_for(state="attached", timeout=120_000)
    place = page.locator("[id^='simulation-']", has=page.locator(KNOB)).last.get_attribute("id")
    yield page, knob(CELL, "", f"#{place} {KNOB}", f"#{place} {PLANE}")
    context.close()


@contextmanager
def _in_lab(browser: Browser, notebook: Knob) -> Iterator[Page]:
    """Run the cell in JupyterLab, and yield its page once the picture is drawn."""
    with tempfile.TemporaryDirectory() as scratch, running(jupyter(), Path(scratch), Path(scratch, "settings")) as lab:
        nbformat.write(
            new_notebook(cells=[new_code_cell(notebook.source)], metadata=METADATA), Path(scratch, "cell.ipynb")
        )
        with notebook_page(browser, lab, "cell.ipynb") as page:
            first_drawing(page, notebook)
            yield page
