"""Every page over three days: played on the first, only opened on the second, awake again on the third, nothing lost.

On each day Jupyter is started and stopped. On the second, the page stays open until Jupyter has saved by itself.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from biggerpie.lessons.pages import pages
from playwright.sync_api import Browser, Page, expect

from .server import STOP_KERNELS, jupyter, run_all, running, unfold_code, wait_for_kernel

PAGES = [path for path, _ in pages("en")]
PLAY = (Path(__file__).parent / "play_anything.js").read_text(encoding="utf-8").partition("\n")[2]
CONTROLS = """() => [...document.querySelectorAll(".biggerpie")].map((place) =>
  [...place.querySelectorAll("input, textarea, select")].map((node) =>
    ["radio", "checkbox"].includes(node.type) ? `${node.value} ${node.checked}` : node.value))"""
FAILED = "[data-mime-type='application/vnd.jupyter.error'], [data-mime-type='application/vnd.jupyter.stderr']"
SETTINGS = {
    "@jupyterlab/notebook-extension/tracker": {"windowingMode": "none"},
    "@jupyterlab/docmanager-extension/plugin": {"autosaveInterval": 10},
}
MS_UNTIL_SAVED = 13_000  # an autosave comes every ten seconds
COMMANDS = {"learner": ["biggerpie", "start"], "notebook": jupyter("notebook")}


@contextmanager
def opened(browser: Browser, address: str) -> Iterator[Page]:
    """Open a page of the learner's folder, and end its kernel in the end; nothing is saved for the learner."""
    context = browser.new_context(viewport={"width": 1300, "height": 1000}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(address + ("?reset" if "/lab/" in address else ""))
    wait_for_kernel(page)
    unfold_code(page)
    yield page
    expect(page.locator(FAILED)).to_have_count(0)
    page.evaluate(STOP_KERNELS)
    context.close()


def controls(page: Page) -> list[list[str]]:
    """What all controls of the page's simulations and forms hold."""
    page.wait_for_timeout(1_500)
    found: list[list[str]] = page.evaluate(CONTROLS)
    return found


def kept(folder: Path) -> dict[str, Any]:
    """What the learner's records hold, without the times."""
    files = sorted(folder.rglob("my-record.json"))
    return {str(file.relative_to(folder)): without_times(json.loads(file.read_text("utf-8"))) for file in files}


def without_times(record: Any) -> Any:
    if isinstance(record, dict):
        return {name: without_times(value) for name, value in record.items() if name not in ("at", "where", "saved")}
    return [without_times(each) for each in record] if isinstance(record, list) else record


@pytest.mark.long
@pytest.mark.parametrize("application", COMMANDS)
def test_nothing_is_lost_over_three_days(application, shelf: Path, browser: Browser, tmp_path):
    for name, values in SETTINGS.items():
        file = tmp_path / "lab" / f"{name}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(values))
    is_learner, folder = application == "learner", shelf / "bigger-pie"
    where = shelf if is_learner else folder
    before: dict[str, list[list[str]]] = {}
    records: list[dict[str, Any]] = []
    for day in (1, 2, 3):
        with running(COMMANDS[application], where, tmp_path) as address:
            for path in PAGES:
                with opened(browser, f"{address}/{'lab/tree' if is_learner else 'notebooks'}/{path}") as page:
                    if day == 2:
                        page.wait_for_timeout(MS_UNTIL_SAVED)
                        continue
                    run_all(page)
                    if day == 1:
                        assert page.evaluate(PLAY) > 0, path
                        before[path] = controls(page)
                        page.wait_for_timeout(MS_UNTIL_SAVED if path.startswith("exercises/") else 1_000)
                    else:
                        assert controls(page) == before[path], path
        records.append(kept(folder))
    assert records[0] == records[1] == records[2]
