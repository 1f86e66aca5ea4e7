"""What `biggerpie start` makes of JupyterLab for a learner: a course, and not a programming tool."""

import json
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from biggerpie.lessons.shelf import fill_shelf
from biggerpie.widgets.record import Record
from playwright.sync_api import Browser, Page, expect

from ..browser import screenshot_folder
from .learner import cell_with, predict, press_key, seen
from .own_notebook import save_notebook
from .server import notebook_page, run_all, running, wait_for_kernel

LESSON = "lessons/01-both-sides-can-gain.ipynb"
ALONE = "exercises/01-both-can-gain/exercise.ipynb"


@pytest.fixture
def page(lab: str, browser: Browser) -> Iterator[Page]:
    with notebook_page(browser, lab, LESSON) as page:
        yield page


@pytest.fixture
def as_it_opens(lab: str, browser: Browser) -> Iterator[Page]:
    """A lesson as a learner finds it, with its code folded away."""
    page = browser.new_page(viewport={"width": 1300, "height": 900})
    page.goto(f"{lab}/lab/tree/{LESSON}?reset")
    wait_for_kernel(page)
    yield page
    page.close()


def all_cells(page: Page, shelf: Path, notebook: str) -> int:
    """Wait until a notebook's cells are all there, and return how many they are."""
    many = len(json.loads((shelf / "bigger-pie" / notebook).read_text(encoding="utf-8"))["cells"])
    expect(page.locator(".jp-Notebook .jp-Cell")).to_have_count(many)
    return many


def test_a_lesson_cannot_be_typed_into_or_deleted_and_its_code_is_one_click_away(as_it_opens: Page, shelf: Path):
    page = as_it_opens
    cells, many = page.locator(".jp-Notebook .jp-Cell"), all_cells(page, shelf, LESSON)
    text = page.locator(".jp-MarkdownCell").nth(1)
    text.get_by_role("heading").dblclick()
    expect(page.locator(".jp-MarkdownCell .cm-editor:visible")).to_have_count(0)
    for key in ("Escape", "d", "d", "b", "a", "x", "m", "1", "Shift+M", "r"):
        page.keyboard.press(key)
    expect(text.get_by_role("heading", name="Half and half?", level=2)).to_be_visible()
    assert cells.count() == many
    expect(page.locator(".jp-CodeCell .cm-editor:visible")).to_have_count(0)
    page.locator(".jp-InputPlaceholder").first.click()
    editor = page.locator(".jp-CodeCell .cm-content:visible")
    code = 'from biggerpie.widgets import QuestionQuestion(1, "sign")'
    expect(editor).to_have_text(code)
    editor.click()
    page.keyboard.type("x")
    expect(editor).to_have_text(code)
    assert cells.count() == many
    page.screenshot(path=screenshot_folder() / "lab-folded.png")


def test_who_types_beside_an_answer_of_an_exercise_changes_no_cell(lab: str, shelf: Path, browser: Browser):
    with notebook_page(browser, lab, ALONE) as page:
        all_cells(page, shelf, ALONE)
        kinds = "[...document.querySelectorAll('.jp-Notebook .jp-Cell')].map((cell) => cell.matches('.jp-CodeCell'))"
        page.locator(".jp-Cell").nth(3).locator(".jp-InputPrompt").click()
        before = page.evaluate(kinds)
        page.keyboard.type("abxmyr1 I would give the garden, and in return")
        page.wait_for_timeout(500)
        assert page.evaluate(kinds) == before
        answer = cell_with(page, "%%answer trade")
        answer.locator(".cm-content").click()
        page.keyboard.press("Control+End")
        page.keyboard.type("my own words: 1")
        expect(answer).to_contain_text("my own words: 1")


def test_nothing_of_nbgrader_is_seen_but_validate_in_an_exercise_of_a_course(
    lab: str, shelf: Path, browser: Browser, as_it_opens: Page
):
    validate = as_it_opens.locator(".validate-button")
    expect(validate).to_be_hidden()
    expect(as_it_opens.get_by_text("nbgrader", exact=False)).to_have_count(0)
    as_it_opens.goto(f"{lab}/lab/tree/{ALONE}?reset")
    wait_for_kernel(as_it_opens)
    expect(validate).to_be_hidden()
    of_a_course = {"nbgrader": {"grade": False, "grade_id": "own", "schema_version": 3, "solution": True}}
    save_notebook(shelf / "bigger-pie", "of-a-course.ipynb", ("%%answer package", of_a_course))
    as_it_opens.goto(f"{lab}/lab/tree/of-a-course.ipynb?reset")
    expect(validate).to_be_visible()


def test_what_a_cell_shows_stands_at_the_top_once_it_has_run(page: Page):
    cell = cell_with(page, 'bet="middle"')
    cell.scroll_into_view_if_needed()
    cell.locator(".jp-InputPrompt").click()
    page.keyboard.press("Shift+Enter")
    expect(cell.locator(".biggerpie")).to_be_visible(timeout=60_000)
    page.wait_for_timeout(1_000)
    top = page.locator(".jp-WindowedPanel-outer").bounding_box()["y"]
    assert abs(cell.bounding_box()["y"] - top) < 20
    press_key(cell.get_by_role("radio").first, "Space")


@pytest.mark.long
def test_a_second_start_in_a_folder_opens_the_server_that_runs(tmp_path, capfd):
    environment = {**os.environ, "JUPYTER_DATA_DIR": str(tmp_path / "data"), "BROWSER": "echo LED %s"}
    with running(["biggerpie", "start"], tmp_path, tmp_path) as address:
        port = address.rpartition(":")[2]
        again = subprocess.run(
            ["biggerpie", "start"], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
        )
        other = tmp_path / "other"
        with running(["biggerpie", "start", str(other)], tmp_path, tmp_path) as another:
            assert another != address
    welcome = f":{port}/lab/tree/lessons/00-welcome.ipynb"
    assert f"They are open already at http://localhost{welcome}" in again.stdout
    [door] = re.findall(r"LED file://(\S+)", again.stdout)
    assert welcome in Path(door).read_text()


def test_the_log_is_an_address_and_a_line(tmp_path):
    with running(["biggerpie", "start"], tmp_path, tmp_path):
        lines = (tmp_path / "server.log").read_text().splitlines()
    told = [line for line in lines if "All authentication is disabled" not in line]  # as the tests have it
    assert len(told) == 3
    assert told[0].startswith("Your lessons are in ")
    assert told[1].startswith("They are open at http://127.0.0.1:")
    assert told[2] == "To stop, press Ctrl + C here."


@pytest.mark.long
def test_tabs_of_another_folder_are_not_opened_and_the_lesson_where_one_stopped_is(tmp_path, browser: Browser):
    theirs = {"data": {"layout-restorer:data": {"main": {"dock": None}}}, "metadata": {"id": "default"}}
    (tmp_path / "lab" / "workspaces").mkdir(parents=True)
    (tmp_path / "lab" / "workspaces" / "default-37a8.jupyterlab-workspace").write_text(json.dumps(theirs))
    fill_shelf(tmp_path / "bigger-pie")
    record = Record(tmp_path / "bigger-pie" / "lessons" / "my-record.json")
    for lesson in ("01-both-sides-can-gain", "04-interests-not-positions"):
        record.put((lesson, "somewhere", "question"), {"ran": True}, None)
    record.close()
    with running(["biggerpie", "start"], tmp_path, tmp_path) as address:
        page = browser.new_page()
        page.goto(address)
        expect(page.locator(".lm-DockPanel-tabBar .lm-TabBar-tab")).to_have_count(1, timeout=60_000)
        expect(page.locator(".lm-DockPanel-tabBar .lm-TabBar-tab")).to_have_text("04-interests-not-positions.ipynb")
        page.close()


def test_the_course_map_opens_a_page_beside_itself_and_knows_what_was_done_there(lab: str, browser: Browser):
    with notebook_page(browser, lab, "lessons/00-welcome.ipynb") as page:
        run_all(page)
        course_map = cell_with(page, "CourseMap")
        expect(seen(course_map, "0 of 11 lessons done")).to_be_visible()
        page.screenshot(path=screenshot_folder() / "lab-course-map.png")
        predict(page, "one_issue", 1)
        exercise = course_map.get_by_role("link", name="Exercise 1:")
        exercise.scroll_into_view_if_needed()
        exercise.click()
        tabs = page.locator(".lm-DockPanel-tabBar .lm-TabBar-tab")
        expect(tabs).to_have_text(["00-welcome.ipynb", "exercise.ipynb"])
        expect(page.get_by_role("heading", name="Exercise 1: Both sides can gain")).to_be_visible()
        tabs.first.click()
        expect(seen(course_map, "1 of 2 played")).to_be_visible()
        press_key(course_map.get_by_role("link", name="Lesson 1:"), "Enter")
        expect(tabs).to_have_text(["00-welcome.ipynb", "01-both-sides-can-gain.ipynb", "exercise.ipynb"])
        page.get_by_role("link", name="Back to the course map").click()
        expect(tabs).to_have_count(3)
        expect(course_map).to_be_visible()
