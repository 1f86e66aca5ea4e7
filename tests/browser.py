"""A real browser for the tests: one that is there, else Debian's Chromium, else Playwright's own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Error, sync_playwright

from .machine import install_package

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]
ALONE = ["--disable-background-networking", "--disable-component-update"]


def found_browser() -> str | None:
    """Return the path of an installed Chromium, or None where only Playwright's own could be used."""
    return os.environ.get("BIGGERPIE_BROWSER") or next(filter(None, map(shutil.which, NAMES)), None)


def ensure_browser() -> None:
    """Install a browser if none starts; exit with one sentence if that is not possible."""
    for install in (lambda: None, lambda: install_package("chromium"), _from_playwright):
        install()
        if _starts():
            return
    sys.exit(
        "The tests need Chromium and none could be installed: install Chromium or Chrome, or set "
        "BIGGERPIE_BROWSER to the path of one, and run the same line again."
    )


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Start the browser without a window and close it in the end."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found_browser(), args=[*QUIET, *ALONE])
        try:
            yield browser
        finally:
            browser.close()


def _starts() -> bool:
    try:
        with open_browser():
            return True
    except Error:
        return False


def _from_playwright() -> None:
    print("Installing Playwright's Chromium for the browser tests …", flush=True)
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False, stdout=subprocess.DEVNULL)


def screenshot_folder() -> Path:
    """Return the folder that the tests leave their screenshots in, to be looked at."""
    folder = Path(__file__).parents[1] / "build" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
