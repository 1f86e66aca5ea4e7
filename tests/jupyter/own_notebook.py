"""A notebook of a test's own, opened in JupyterLab or Notebook 7."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

from .server import run_all, wait_for_kernel


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


def source_of(file: Path, cell: str) -> str:
    """What a cell of the saved notebook holds."""
    cells = {one["id"]: one["source"] for one in json.loads(file.read_text())["cells"]}
    return "".join(cells[cell])


def saved(page: Page, file: Path, cell: str, line: str) -> str:
    """Press Ctrl + S where the student is, and return the cell's source once the file holds the line."""
    deadline = time.monotonic() + 20
    while line not in source_of(file, cell) and time.monotonic() < deadline:
        page.keyboard.press("Control+s")
        page.wait_for_timeout(500)
    return source_of(file, cell)
