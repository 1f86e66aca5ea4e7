"""`biggerpie formgrader` opens the course, and no address in an answer makes it run a student's settings."""

from pathlib import Path

import pytest
from biggerpie.course.formgrader import config_path, jupyter_command, jupyter_place
from biggerpie.course.new_course import make_course
from biggerpie.lessons.command_line import main
from playwright.sync_api import Browser, Page, expect

from ..browser import screenshot_folder
from ..jupyter.server import running

EXERCISE = "01-both-can-gain"


@pytest.fixture
def course(tmp_path) -> Path:
    """A course with two submissions, one of which brings settings of its own."""
    folder = tmp_path / "our course"
    make_course(folder, demo=2)
    place = folder / "submitted" / "demo-01" / EXERCISE
    (place / "nbgrader_config.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w').close()\n")
    return folder


def test_formgrader_opens_the_course_and_runs_no_students_settings(
    course: Path, browser: Browser, tmp_path, monkeypatch
):
    place = jupyter_place(course)
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", config_path(place))
    with running(jupyter_command(course, []), place, tmp_path / "settings") as address:
        page = browser.new_page()
        page.goto(address)
        expect(page).to_have_url(f"{address}/formgrader/manage_assignments", timeout=30_000)
        page.goto(f"{address}/formgrader?path=submitted/demo-01/{EXERCISE}")
        page.goto(f"{address}/formgrader/manage_submissions/{EXERCISE}")
        expect(page.locator("tr", has_text="demo-02")).to_be_visible(timeout=30_000)
        a_refused_date_is_told_in_its_form(page, address)
        page.close()
    assert not (tmp_path / "ran").exists()


def a_refused_date_is_told_in_its_form(page: Page, address: str) -> None:
    page.goto(f"{address}/formgrader/manage_assignments")
    page.locator("tr", has_text=EXERCISE).locator(".edit a").click()
    form = page.locator("#edit-assignment-modal")
    form.locator(".modal-duedate").fill("2030-01-15T09:00")
    form.locator(".modal-timezone").fill("CEST")
    form.get_by_text("Save", exact=True).click()
    expect(form.get_by_role("alert")).to_contain_text("CEST")
    expect(form.get_by_text("Save", exact=True)).to_be_visible()
    page.screenshot(path=screenshot_folder() / "formgrader-refused-date.png")
    form.locator(".modal-timezone").fill("+0100")
    form.get_by_text("Save", exact=True).click()
    expect(form).to_be_hidden()
    expect(page.locator("tr", has_text=EXERCISE).locator(".duedate")).to_contain_text("2030-01-15 08:00")


def test_jupyter_starts_where_there_is_nothing_but_the_pointer(course: Path):
    place = jupyter_place(course)
    jupyter_place(course)
    assert [path.name for path in place.iterdir()] == ["nbgrader_config.py"]
    assert not place.is_relative_to(course / "submitted")


def test_what_is_no_course_is_said_to_be_none(tmp_path, capsys):
    assert main(["formgrader", "--course", str(tmp_path)]) == 2
    assert "is no course folder" in capsys.readouterr().err


def test_on_a_hub_it_says_where_formgrader_is_and_starts_nothing(course: Path, capsys, monkeypatch):
    monkeypatch.setattr("os.execv", lambda *_: pytest.fail("a server was started"))
    monkeypatch.setenv("JUPYTERHUB_USER", "ada")
    monkeypatch.setenv("JUPYTERHUB_SERVICE_PREFIX", "/user/ada/")
    assert main(["formgrader", "--course", str(course)]) == 2
    assert "go to /user/ada/formgrader in your browser" in capsys.readouterr().err
