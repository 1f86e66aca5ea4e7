"""A page behind which nothing runs any more says so at once, its controls rest, and one click wakes it."""

import os
import signal
from pathlib import Path

import psutil
import pytest
from nbformat.v4 import new_code_cell, new_notebook
from nbformat.v4 import writes as written
from playwright.sync_api import Browser, Locator, Page, expect

from tools.canonical import METADATA

from ..browser import screenshot_folder
from .learner import cell_with, predict, press_key, seen
from .own_notebook import wait_until_saved
from .server import jupyter, notebook_page, run_all, running, wait_for_kernel
from .test_second_day import record_of, restart_kernel

LESSON = "lessons/01-both-sides-can-gain.ipynb"
BET = 'bet="middle"'
WAKE = "Wake this page"
KERNEL = """async () => (await (await fetch("/api/sessions")).json())
  .find(({ path }) => decodeURI(location.pathname).endsWith(`/${path}`)).kernel.id"""


def kernel_of(page: Page) -> psutil.Process:
    """The process of the page's kernel."""
    file = f"kernel-{page.evaluate(KERNEL)}.json"
    [found] = [one for one in psutil.process_iter(["cmdline"]) if file in " ".join(one.info["cmdline"] or ())]
    return found


def expect_asleep(place: Locator) -> None:
    expect(place.locator(".bp-asleep p")).to_be_visible()
    expect(place.get_by_role("slider").first).to_be_disabled()
    expect(place.get_by_role("slider").last).to_be_disabled()


def wake(place: Locator) -> None:
    """Press the button, once, and see that the cell stays where it is on the screen."""
    top = place.bounding_box()["y"]
    place.get_by_role("button", name=WAKE).click()
    expect(place.get_by_role("slider").first).to_be_enabled(timeout=60_000)
    expect(place.get_by_role("button", name=WAKE)).to_be_hidden()
    place.page.wait_for_function(
        "() => ![...document.querySelectorAll('.jp-InputPrompt')].some((it) => it.textContent.includes('*'))"
    )
    place.page.wait_for_timeout(500)
    assert abs(place.bounding_box()["y"] - top) < 5


def test_a_kernel_that_was_restarted_or_killed_is_noticed_and_one_click_brings_everything_back(
    lab: str, shelf: Path, browser: Browser
):
    with notebook_page(browser, lab, LESSON) as page:
        run_all(page)
        predict(page, BET, 0)
        explorer = cell_with(page, BET)
        press_key(explorer.get_by_label("Fee, to you"), "ArrowRight", 4)
        expect(explorer.locator(".bp-says").last).to_contain_text("you get 24")
        record_of(shelf / "bigger-pie" / "lessons", until='"two-issues"')
        page.wait_for_timeout(1_500)

        restart_kernel(page)
        expect_asleep(explorer)
        explorer.scroll_into_view_if_needed()
        page.screenshot(path=screenshot_folder() / "lab-asleep.png")
        wake(explorer)
        expect(explorer.locator(".bp-says").last).to_contain_text("you get 24 and they get 16")
        page.screenshot(path=screenshot_folder() / "lab-awake-again.png")

        os.kill(kernel_of(page).pid, signal.SIGKILL)
        expect_asleep(explorer)
        page.get_by_role("dialog", name="Kernel Restarting").get_by_role("button", name="Ok").click()  # Jupyter's own
        wake(explorer)
        expect(explorer.locator(".bp-says").last).to_contain_text("you get 24 and they get 16")


@pytest.mark.long
def test_a_page_that_is_only_opened_wakes_as_a_whole_in_one_click(lab: str, shelf: Path, browser: Browser):
    file = shelf / "bigger-pie" / LESSON
    with notebook_page(browser, lab, LESSON) as page:
        run_all(page)
        wait_until_saved(page, file, lambda found: any(cell.get("outputs") for cell in found["cells"]), "Control+s")
    with notebook_page(browser, lab, LESSON) as page:
        explorer = cell_with(page, BET)
        explorer.scroll_into_view_if_needed()
        expect(explorer.get_by_role("button", name=WAKE)).to_be_visible()
        page.screenshot(path=screenshot_folder() / "lab-only-opened.png")
        top = explorer.bounding_box()["y"]
        explorer.get_by_role("button", name=WAKE).click()
        expect(page.get_by_role("dialog")).to_have_count(0)
        expect(explorer.get_by_role("radio").first).to_be_enabled(timeout=60_000)
        expect(seen(cell_with(page, '"compare"'), "Show the answer").first).to_be_visible(timeout=60_000)
        assert abs(explorer.bounding_box()["y"] - top) < 5


@pytest.mark.long
def test_a_page_of_notebook_7_wakes_in_one_click(shelf: Path, browser: Browser, tmp_path):
    cell = new_code_cell("from biggerpie.widgets import BlameSpiral\nBlameSpiral()", id="spiral")
    notebook = written(new_notebook(cells=[cell], metadata=METADATA))
    (shelf / "bigger-pie" / "lessons" / "spiral.ipynb").write_text(notebook, encoding="utf-8")
    with running(jupyter("notebook"), shelf / "bigger-pie", tmp_path) as address:
        page = browser.new_page(viewport={"width": 1200, "height": 1000})
        page.goto(f"{address}/notebooks/lessons/spiral.ipynb")
        wait_for_kernel(page)
        run_all(page)
        spiral = cell_with(page, "BlameSpiral")
        press_key(spiral.get_by_role("slider").first, "ArrowRight")
        record_of(shelf / "bigger-pie" / "lessons", until='"persistence": 51')
        os.kill(kernel_of(page).pid, signal.SIGKILL)
        page.get_by_role("dialog", name="Kernel Restarting").get_by_role("button", name="Ok").click()
        expect_asleep(spiral)
        wake(spiral)
        expect(spiral.get_by_role("slider").first).to_have_value("51")
        page.screenshot(path=screenshot_folder() / "notebook-7-awake-again.png")
        page.close()
