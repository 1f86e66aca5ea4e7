"""Key press → changed picture on a lesson's page with Python in charge, as a ratio to the same in JupyterLab."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from biggerpie.lessons.pages import pages
from biggerpie.website.lesson import read_lesson
from playwright.sync_api import Browser

from benchmarks.knob import Run, in_lab, key_to_picture
from benchmarks.knobs import PLANE, knob
from tests.jupyter.server import jupyter, running

CELL = "sandbox"  # its simulation has no bet before it
KNOB = ".bp-importance input"


def key_ratio(browser: Browser, host: str, lesson: str) -> float:
    """Return the ratio of the medians; both pages are open at once and take turns."""
    with (
        tempfile.TemporaryDirectory() as scratch,
        running(jupyter(), Path(scratch), Path(scratch, "settings")) as lab,
        _on_the_site(browser, f"{host}/{lesson}.html") as ours,
        in_lab(browser, lab, Path(scratch), knob(CELL, _source(lesson), KNOB, PLANE)) as theirs,
    ):
        for number in range(ours.knob.presses):
            for run in (ours, theirs):
                run.presses.append(key_to_picture(run.page, run.knob, number))
    return median(ours.presses) / median(theirs.presses)


def _source(lesson: str) -> str:
    """Return the source of the cell."""
    path = f"lessons/{lesson}.ipynb"
    return next(cell.source for cell in read_lesson(path, dict(pages("en"))[path]).cells if cell.id == CELL)


@contextmanager
def _on_the_site(browser: Browser, address: str) -> Iterator[Run]:
    """Open the lesson until Python is in charge, and yield it with the knob of the cell's simulation."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    page.locator("html[data-python='here']").wait_for(state="attached", timeout=120_000)
    place = page.locator("[id^='simulation-']", has=page.locator(KNOB)).last.get_attribute("id")
    yield Run(knob(CELL, "", f"#{place} {KNOB}", f"#{place} {PLANE}"), page, first=0)
    context.close()
