"""`biggerpie formgrader` opens the course, and no address in an answer makes it run a student's settings."""

from pathlib import Path

import pytest
from biggerpie.course.formgrader import config_path, jupyter_command, jupyter_place
from biggerpie.course.new_course import make_course
from biggerpie.lessons.command_line import main
from playwright.sync_api import Browser, expect

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
        page.close()
    assert not (tmp_path / "ran").exists()


def test_jupyter_starts_where_there_is_nothing_but_the_pointer(course: Path):
    place = jupyter_place(course)
    jupyter_place(course)
    assert [path.name for path in place.iterdir()] == ["nbgrader_config.py"]
    assert not place.is_relative_to(course / "submitted")


def test_what_is_no_course_is_said_to_be_none(tmp_path, capsys):
    assert main(["formgrader", "--course", str(tmp_path)]) == 2
    assert "is no course folder" in capsys.readouterr().err
