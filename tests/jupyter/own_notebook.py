"""A notebook of a test's own, opened in JupyterLab or Notebook 7."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from .server import run_all, wait_for_kernel

SECONDS_TO_SAVE = 60
TRIES, BETWEEN_TRIES = 100, 0.05


def save_notebook(folder: Path, name: str, *cells: tuple[str, dict[str, bool]]) -> Path:
    """Write a notebook whose first cell loads the magic, and return its file."""
    made = [("%load_ext biggerpie.grading\n%case job-offer candidate", {}), *cells]
    file = folder / name
    content = {
        "cells": [
            {
                "cell_type": "code",
                "id": f"cell-{at}",
                "metadata": data,
                "outputs": [],
                "execution_count": None,
                "source": s,
            }
            for at, (s, data) in enumerate(made)
        ],
        "metadata": {"kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    file.write_text(json.dumps(content))
    return file


@contextmanager
def opened(browser: Browser, address: str, file: Path, *, width: int = 1200) -> Iterator[Page]:
    """Open a notebook and run all its cells."""
    context = browser.new_context(viewport={"width": width, "height": 1000}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{address}/{file.name}{'?reset' if '/lab/' in address else ''}")
    wait_for_kernel(page)
    run_all(page)
    page.locator(".biggerpie").first.wait_for(timeout=60_000)
    try:
        yield page
    finally:
        context.close()


def read_saved(file: Path) -> dict[str, Any]:
    """The notebook in the file; while Jupyter writes it, it is cut short, and is read again."""
    for _ in range(TRIES):
        try:
            notebook: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        except ValueError:
            time.sleep(BETWEEN_TRIES)
        else:
            return notebook
    raise AssertionError(f"{file.name} holds no notebook")


def wait_until_saved(page: Page, file: Path, holds: Callable[[dict[str, Any]], bool], *keys: str) -> dict[str, Any]:
    """Return the saved notebook once it holds that; until then, press the keys again and again."""
    deadline = time.monotonic() + SECONDS_TO_SAVE
    while not holds(notebook := read_saved(file)) and time.monotonic() < deadline:
        for key in keys:
            page.keyboard.press(key)
        page.wait_for_timeout(500)
    assert holds(notebook), f"{file.name} was not saved"
    return notebook


def saved(page: Page, file: Path, cell: str, line: str) -> str:
    """Press Ctrl + S where the student is, and return the cell's source once the file holds the line."""
    notebook = wait_until_saved(page, file, lambda found: line in _source(found, cell), "Control+s")
    return _source(notebook, cell)


def _source(notebook: dict[str, Any], cell: str) -> str:
    return "".join(text for one in notebook["cells"] if one["id"] == cell for text in one["source"])
