"""A course graded with an older version of the kit: nothing acts when its folders are opened in a real Jupyter."""

import shutil
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from biggerpie.course.new_course import make_course
from biggerpie.grading.class_run.run import grade_class
from playwright.sync_api import Browser

from ...built_once import built_once
from ...jupyter.server import jupyter, notebook_page, running
from ..hostile.course import EXERCISE
from ..hostile.files import IMPORTED

pytestmark = pytest.mark.long
STUDENT = "demo-01"
PLANTED = ("nbgrader_config.py", "ipykernel_launcher.py", "page.html")


@pytest.fixture(scope="module")
def older(tmp_path_factory) -> Path:
    """A marked course in which files lie where an older version left them."""

    def make(course: Path) -> None:
        make_course(course, demo=1)
        grade_class(course, EXERCISE, workers=1)

    course = tmp_path_factory.mktemp("older") / "course"
    shutil.copytree(built_once(tmp_path_factory, "one-student", make), course)
    folders = [course / step / STUDENT / EXERCISE for step in ("submitted", "autograded", "feedback")]
    for folder in (*folders, folders[0].with_name(f"{EXERCISE} (set aside)")):
        folder.mkdir(exist_ok=True)
        for name in PLANTED:
            (folder / name).write_text(IMPORTED)
    return course


def test_grading_again_takes_them_out_of_every_folder(older):
    marked = grade_class(older, EXERCISE, workers=1)
    assert not marked.failed
    assert "'ipykernel_launcher.py', 'nbgrader_config.py', 'page.html' were moved to" in marked.text()
    left = {path for name in PLANTED for path in older.rglob(name)}
    assert left == {older / "nbgrader_config.py"}
    assert len(list((older / ".biggerpie" / "set-aside" / STUDENT / EXERCISE).iterdir())) == 12
    feedback = older / "feedback" / STUDENT / EXERCISE
    assert sorted(path.name for path in feedback.iterdir()) == ["exercise.html", "timestamp.txt"]


def test_nothing_acts_when_the_folders_are_opened(older, tmp_path, browser: Browser):
    """Formgrader is asked to read settings in each folder, and a kernel is started beside the marked notebook."""
    grade_class(older, EXERCISE, workers=1)
    folders = [path for path in older.rglob("*") if path.is_dir()]
    assert len(folders) > 20
    with running(jupyter(), older, tmp_path) as address:
        for folder in folders:
            opened(f"{address}/formgrader?path={quote(str(folder.relative_to(older)))}")
        with notebook_page(browser, address, f"autograded/{STUDENT}/{EXERCISE}/exercise.ipynb"):
            pass  # its kernel works: it was started by the real launcher
    assert not list(older.rglob("forged"))


def opened(address: str) -> int:
    try:
        with urlopen(address, timeout=30) as reply:
            return int(reply.status)
    except HTTPError as error:
        return error.code
