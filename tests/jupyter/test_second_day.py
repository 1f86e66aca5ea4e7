"""A learner over several days in real JupyterLab: whatever is run, saved or restarted, what they did is there again."""

import json
import re
import time
from pathlib import Path

import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook
from nbformat.v4 import writes as written
from playwright.sync_api import Browser, Page, expect

from tools.canonical import METADATA

from ..browser import screenshot_folder
from .learner import answer, cell_with, predict, press, press_key, seen
from .server import jupyter, notebook_page, run_all, running, unfold_code, wait_for_kernel

LESSONS = "lessons/01-both-sides-can-gain.ipynb", "lessons/02-concessions-and-reciprocity.ipynb"


def record_of(folder: Path, *, until: str) -> str:
    """The learner's record, once it holds something."""
    file, deadline = folder / "my-record.json", time.monotonic() + 10
    while time.monotonic() < deadline:
        if file.exists() and until in (text := file.read_text(encoding="utf-8")):
            return text
        time.sleep(0.1)
    raise AssertionError(f"{until!r} was not kept")


def folder_with(cell: NotebookNode, notebook: Path, *, lesson: str) -> Path:
    """Write a lesson of one cell, and return its folder."""
    notebook.parent.mkdir()
    about = {**METADATA, "biggerpie": {"lesson": lesson}}
    notebook.write_text(written(new_notebook(cells=[cell], metadata=about)), encoding="utf-8")
    return notebook.parent


def run_only(page: Page, source: str) -> None:
    """Run one cell and no other."""
    cell = cell_with(page, source)
    cell.scroll_into_view_if_needed()
    cell.locator(".cm-content").click()
    page.keyboard.press("Control+Enter")
    expect(cell.locator(".jp-InputPrompt").first).to_have_text("[1]:", timeout=60_000)


def rename(page: Page, name: str) -> None:
    """Rename the notebook by the menu, as a learner does."""
    page.get_by_role("menuitem", name="File", exact=True).click()
    page.get_by_role("menuitem", name="Rename Notebook…").click()
    page.get_by_role("dialog").get_by_role("textbox").fill(name)
    page.get_by_role("dialog").locator(".jp-mod-accept").click()
    expect(page.get_by_role("tab", name=name)).to_be_visible()


def restart_kernel(page: Page) -> None:
    """Restart the notebook's Python by the menu."""
    page.get_by_role("menuitem", name="Kernel", exact=True).click()
    page.get_by_role("menuitem", name=re.compile("^Restart Kernel…")).click()
    page.get_by_role("dialog").locator(".jp-mod-warn").click()


def test_lesson_1_is_there_again_after_one_cell_was_run_and_saved(lab: str, shelf: Path, browser: Browser):
    folder = shelf / "bigger-pie" / "lessons"
    with notebook_page(browser, lab, LESSONS[0]) as page:
        run_all(page)
        answer(page, '"sign"', 0)
        predict(page, 'bet="middle"', 0)
        press_key(cell_with(page, 'bet="middle"').get_by_label("Fee, to you"), "ArrowRight", 4)
        expect(cell_with(page, 'bet="middle"').locator(".bp-says").last).to_contain_text("you get 24")
        builder = cell_with(page, 'garden, "gardener", diagnosis')
        builder.scroll_into_view_if_needed()
        for issue in range(4):
            builder.get_by_role("group").nth(issue).get_by_role("radio").nth(2).check()
        builder.get_by_role("button", name="Show me what I left").click()
        record_of(folder, until='"revealed": true')
    with notebook_page(browser, lab, LESSONS[0]) as page:
        run_only(page, '"compare"')
        page.keyboard.press("Control+s")
        page.wait_for_timeout(3_000)
    with notebook_page(browser, lab, LESSONS[0]) as page:
        run_all(page)
        explorer = cell_with(page, 'bet="middle"')
        expect(explorer.locator(".bp-says").last).to_contain_text("you get 24 and they get 16")
        expect(seen(explorer, "your prediction").first).to_be_visible()
        expect(cell_with(page, '"sign"').locator("input[value='0']")).to_be_checked()
        builder = cell_with(page, 'garden, "gardener", diagnosis')
        expect(seen(builder, "One package would give each of you")).to_be_visible()
        explorer.get_by_role("button", name="Start afresh").scroll_into_view_if_needed()
        page.screenshot(path=screenshot_folder() / "lab-second-day.png")
        press(explorer, "Start afresh")
        expect(explorer.get_by_role("button", name="Store my prediction")).to_be_visible()
        page.screenshot(path=screenshot_folder() / "lab-started-afresh.png")
        press(explorer, "Undo: show what I had before")
        expect(explorer.locator(".bp-says").last).to_contain_text("you get 24 and they get 16")
    record = json.loads((folder / "my-record.json").read_text(encoding="utf-8"))
    assert set(record["lessons"]) == {"01-both-sides-can-gain"}
    assert {"hook", "two-issues", "practise"} <= set(record["lessons"]["01-both-sides-can-gain"])


@pytest.mark.long
def test_lesson_2_is_there_again_after_a_restart_and_a_day_without_saving(lab: str, shelf: Path, browser: Browser):
    folder = shelf / "bigger-pie" / "lessons"
    with notebook_page(browser, lab, LESSONS[1]) as page:
        run_all(page)
        predict(page, 'bet="picking"', 2)
        dance = cell_with(page, 'bet="picking"')
        dance.get_by_role("group", name="What you offer").get_by_role("radio").last.check()
        expect(dance.locator(".bp-says").last).to_contain_text("Both together get 144 points")
        game = cell_with(page, "PlayExchange()")
        game.scroll_into_view_if_needed()
        press(game, "Give", "Keep", "Give")
        expect(game.locator(".bp-says").last).to_contain_text("Round 3")
        record_of(folder, until='"moves": [')
        page.wait_for_timeout(1_000)
    with notebook_page(browser, lab, LESSONS[1]) as page:
        run_all(page)
        expect(cell_with(page, 'bet="picking"').locator(".bp-says").last).to_contain_text("get 144 points")
        expect(cell_with(page, "PlayExchange()").locator(".bp-says").last).to_contain_text("Round 3: you give")
        press(cell_with(page, "PlayExchange()"), "Keep")
        expect(cell_with(page, "PlayExchange()").locator(".bp-says").last).to_contain_text("Round 4: you keep")


@pytest.mark.long
def test_ideas_and_half_a_sentence_are_there_again_though_the_notebook_was_renamed(
    lab: str, shelf: Path, browser: Browser
):
    cell = new_code_cell('from biggerpie.widgets import IdeaPad\nIdeaPad("own")', id="pad")
    folder = folder_with(cell, shelf / "bigger-pie" / "ideas" / "ideas.ipynb", lesson="my-ideas")
    with notebook_page(browser, lab, "ideas/ideas.ipynb") as page:
        run_all(page)
        box = cell_with(page, "IdeaPad").get_by_role("textbox").last
        box.fill("Take turns with the garden")
        page.keyboard.press("Enter")
        box.press_sequentially("And then we could")
        record_of(folder, until="And then we could")
    (folder / "ideas.ipynb").rename(folder / "renamed.ipynb")
    with notebook_page(browser, lab, "ideas/renamed.ipynb") as page:
        run_all(page)
        pad = cell_with(page, "IdeaPad")
        expect(pad.get_by_text("Take turns with the garden")).to_be_visible()
        expect(pad.get_by_role("textbox").last).to_have_value("And then we could")
    assert set(json.loads(record_of(folder, until="my-ideas"))["lessons"]) == {"my-ideas"}


@pytest.mark.long
def test_a_notebook_keeps_its_place_in_the_record_when_its_kernel_is_restarted_under_a_new_name(
    lab: str, shelf: Path, browser: Browser
):
    cell = new_code_cell("from biggerpie.widgets import BlameSpiral\nBlameSpiral()", id="spiral")
    folder = folder_with(cell, shelf / "bigger-pie" / "spirale" / "spirale.ipynb", lesson="my-spiral")
    with notebook_page(browser, lab, "spirale/spirale.ipynb") as page:
        run_all(page)
        press_key(cell_with(page, "BlameSpiral").get_by_role("slider").first, "ArrowRight")
        record_of(folder, until='"persistence": 51')
        rename(page, "meine.ipynb")
        restart_kernel(page)
        run_all(page)
        press_key(cell_with(page, "BlameSpiral").get_by_role("slider").first, "ArrowRight")
        kept = json.loads(record_of(folder, until='"persistence": 52'))
    assert set(kept["lessons"]) == {"my-spiral"}


@pytest.mark.long
def test_a_record_that_cannot_be_written_is_told_where_the_learner_works(lab: str, shelf: Path, browser: Browser):
    folder = shelf / "bigger-pie" / "closed"
    (folder / "my-record.json").mkdir(parents=True)
    cell = new_code_cell("from biggerpie.widgets import BlameSpiral\nBlameSpiral()", id="spiral")
    (folder / "spiral.ipynb").write_text(written(new_notebook(cells=[cell], metadata=METADATA)), encoding="utf-8")
    with notebook_page(browser, lab, "closed/spiral.ipynb") as page:
        run_all(page)
        spiral = cell_with(page, "BlameSpiral")
        expect(seen(spiral, "What you do here can't be saved: my-record.json")).to_be_visible()
        (folder / "my-record.json").rmdir()
        press_key(spiral.get_by_role("slider").first, "ArrowRight")
        expect(seen(spiral, "What you do here can't be saved")).to_be_hidden()
    assert "spiral" in record_of(folder, until='"persistence": 51')


@pytest.mark.long
def test_a_lesson_is_there_again_in_notebook_7(shelf: Path, browser: Browser, tmp_path):
    for day in (1, 2):
        with running(jupyter("notebook"), shelf / "bigger-pie", tmp_path) as address:
            page = browser.new_page(viewport={"width": 1200, "height": 1000})
            page.goto(f"{address}/notebooks/lessons/00-welcome.ipynb")
            wait_for_kernel(page)
            unfold_code(page)
            run_all(page)
            if day == 1:
                predict(page, "one_issue", 2)
            expect(seen(page, "You were right. With a single issue")).to_be_visible()
            record_of(shelf / "bigger-pie" / "lessons", until="one-price")
            page.close()
