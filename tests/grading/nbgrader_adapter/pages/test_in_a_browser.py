"""Submissions opened in formgrader and as feedback, in real JupyterLab and Chromium, with every request recorded."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from biggerpie.grading.notices import Notices, keep_notices
from nbgrader.api import Gradebook
from playwright.sync_api import Browser, Page, Request, expect

from ....browser import screenshot_folder
from ....jupyter.server import jupyter, running
from ...hostile.course import EXERCISE
from .course import OLDER, ORDINARY, graded_course, students
from .texts import CLICKED

NORMAL = "a-normal"
OWN = re.compile(r"/formgrader/(?:static/|api/|submissions/[0-9a-f]+/?$)")


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Path:
    return graded_course(tmp_path_factory.mktemp("university"))


@pytest.fixture(scope="module")
def address(course: Path, tmp_path_factory) -> Iterator[str]:
    with running(jupyter(), course, tmp_path_factory.mktemp("settings")) as address:
        yield address


@pytest.fixture(scope="module")
def submissions(course: Path) -> dict[str, str]:
    """The identity of each student's submitted notebook, as formgrader's addresses name it."""
    with Gradebook(f"sqlite:///{course}/gradebook.db") as gradebook:
        found = gradebook.notebook_submissions("exercise", EXERCISE)
        return {notebook.student.id: notebook.id for notebook in found}


class Opened:
    """A page with what it asked for, what it complained of, and where it was sent."""

    def __init__(self, browser: Browser) -> None:
        """Open an empty page."""
        self.page: Page = browser.new_page(viewport={"width": 1200, "height": 1400})
        self.requests: list[str] = []
        self.errors: list[str] = []
        self.loaded: list[str] = []  # what the page's policy let through
        self.page.on("request", self._note)
        self.page.on("requestfinished", lambda request: self.loaded.append(request.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _note(self, request: Request) -> None:
        self.requests.append(request.url)


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opened]:
    opened = Opened(browser)
    yield opened
    opened.page.close()


def in_formgrader(opened: Opened, address: str, submission: str) -> Page:
    opened.page.goto(f"{address}/formgrader/submissions/{submission}/")
    expect(opened.page.locator("#why")).to_have_value("", timeout=30_000)
    opened.page.wait_for_load_state("networkidle")
    return opened.page


def in_feedback(opened: Opened, course: Path, student: str) -> Page:
    opened.page.goto((course / "feedback" / student / EXERCISE / "exercise.html").as_uri())
    opened.page.wait_for_load_state("networkidle")
    return opened.page


@pytest.mark.parametrize("student", [NORMAL, *students(), OLDER])
def test_formgrader_asks_for_its_own_files_only_and_runs_nothing_of_a_students(
    student, opened, course, address, submissions
):
    page = in_formgrader(opened, address, submissions[student])
    page.screenshot(path=screenshot_folder() / f"formgrader-{student}.png", full_page=True)
    foreign = [url for url in opened.requests if not url.startswith("data:")]
    foreign = [url for url in foreign if not (url.startswith(address) and OWN.search(url))]
    assert not foreign
    assert not opened.errors
    assert page.evaluate("window.hurt") is None
    assert not (course.parent / "ran").exists()
    body = page.locator("#notebook")
    assert body.locator("script, iframe, style, link, form, object, embed, base, meta").count() == 0
    assert body.locator("[onerror], [onload], [onclick]").count() == 0
    assert body.locator("img:not([src^='data:image/png;base64,'])").count() == 0
    assert body.locator(CLICKED).count() == 0


@pytest.mark.parametrize("student", [NORMAL, *students()])
def test_feedback_asks_for_nothing_and_runs_nothing(student, opened, course):
    page = in_feedback(opened, course, student)
    page.screenshot(path=screenshot_folder() / f"feedback-{student}.png", full_page=True)
    assert [url for url in opened.requests if not url.startswith("data:")] == [page.url]
    assert not opened.errors
    assert page.evaluate("window.hurt") is None
    assert page.locator("script, iframe, object, embed, form, base").count() == 0
    assert page.locator(f"body {CLICKED}").count() == 0


def test_notices_stand_above_a_submission_in_formgrader_and_never_in_the_feedback(opened, address, submissions, course):
    page = in_formgrader(opened, address, submissions[NORMAL])
    notices = page.get_by_role("note")
    expect(notices).to_contain_text("For you; students do not see this")
    expect(notices).to_contain_text("'nbgrader_config.py'")
    keep_notices(course, EXERCISE, Notices(NORMAL, now=("<b id=hurt>look</b>\u202eat this",)))
    page = in_formgrader(opened, address, submissions[NORMAL])
    page.screenshot(path=screenshot_folder() / "formgrader-notices.png")
    expect(page.get_by_role("note").get_by_role("listitem")).to_have_text("<b id=hurt>look</b>\ufffdat this")
    assert "students do not see this" not in in_feedback(opened, course, NORMAL).inner_text("body")
    assert "nbgrader_config.py" not in opened.page.inner_text("body")


def test_a_source_that_changed_since_it_was_generated_is_told_above_a_submission(opened, address, submissions, course):
    source = course / "source" / EXERCISE / "exercise.ipynb"
    generated = source.read_text(encoding="utf-8")
    notebook = json.loads(generated)
    notebook["cells"][0]["source"].append("\nOne more sentence.")
    source.write_text(json.dumps(notebook), encoding="utf-8")
    expect(in_formgrader(opened, address, submissions[NORMAL]).get_by_role("note")).to_contain_text(
        f"exercise.ipynb has changed since {EXERCISE} was generated"
    )
    source.write_text(generated, encoding="utf-8")
    expect(in_formgrader(opened, address, submissions[NORMAL]).get_by_role("note")).not_to_contain_text("has changed")


def test_points_and_a_comment_can_be_given_by_keyboard(opened, address, submissions, course):
    page = in_formgrader(opened, address, submissions[NORMAL])
    page.locator("#why").fill("15")
    page.locator("#why").press("Tab")
    page.locator("#why-comment").fill("Good.")
    page.locator("#why-comment").press("Escape")
    expect(page.locator(".glyphicon-ok.comment-saved:visible")).to_have_count(1)
    page.reload()
    expect(page.locator("#why")).to_have_value("15", timeout=30_000)
    with Gradebook(f"sqlite:///{course}/gradebook.db") as gradebook:
        assert gradebook.find_submission(EXERCISE, NORMAL).score >= 15


def test_a_students_settings_are_not_loaded_by_going_there(opened, address, course):
    reply = opened.page.goto(f"{address}/formgrader?path=submitted/{NORMAL}/{EXERCISE}")
    assert reply is not None
    assert reply.status == 403
    assert "lies inside the course 'course'" in opened.page.inner_text("body")
    assert not (course.parent / "ran").exists()


def test_a_students_file_runs_nothing_when_it_is_opened_in_formgrader(opened, address, submissions):
    for file in ("hurt.html", "picture.svg"):
        reply = opened.page.goto(f"{address}/formgrader/submissions/{submissions[OLDER]}/{file}")
        assert reply is not None
        assert reply.status == 200
        assert "sandbox" in reply.headers["content-security-policy"]
        assert opened.page.evaluate("window.hurt") is None


def test_an_ordinary_assignment_keeps_its_look_and_own_pictures_and_loses_its_scripts(opened, address, course):
    with Gradebook(f"sqlite:///{course}/gradebook.db") as gradebook:
        submission = gradebook.find_submission_notebook("sums", ORDINARY, OLDER).id
    opened.page.goto(f"{address}/formgrader/submissions/{submission}/")
    expect(opened.page.locator("#total")).to_be_visible(timeout=30_000)
    opened.page.wait_for_load_state("networkidle")
    opened.page.screenshot(path=screenshot_folder() / "formgrader-ordinary.png", full_page=True)
    assert opened.page.locator(".highlight .mi").count() > 0
    assert opened.page.locator("img[alt=own]").evaluate("picture => picture.naturalWidth") == 1
    assert opened.page.evaluate("window.hurt") is None
    loaded = [url for url in opened.loaded if not url.startswith("data:")]
    assert not [url for url in loaded if not url.startswith(f"{address}/formgrader/")]
    assert not [url for url in loaded if "path=" in url]


def test_an_address_with_a_script_in_it_runs_nothing(opened, address, submissions):
    assert submissions
    for page in ("manage_students", "manage_submissions", "gradebook", "gradebook/a", "manage_students/a"):
        answer = opened.page.goto(f"{address}/formgrader/{page}/%22;window.hurt=1;%2F%2F")
        assert answer is not None
        assert answer.status == 403
        assert opened.page.evaluate("window.hurt") is None


def test_formgraders_lists_are_shown_as_before(opened, address, submissions):
    assert submissions
    shown = {
        "manage_assignments": EXERCISE,
        f"manage_submissions/{EXERCISE}": NORMAL,
        "gradebook": EXERCISE,
        f"gradebook/{EXERCISE}": "exercise",
        f"gradebook/{EXERCISE}/exercise": "Submission #1",
        "manage_students": NORMAL,
        f"manage_students/{NORMAL}": EXERCISE,
        f"manage_students/{NORMAL}/{EXERCISE}": "exercise",
    }
    for path, words in shown.items():
        opened.page.goto(f"{address}/formgrader/{path}")
        expect(opened.page.get_by_text(words).first).to_be_visible(timeout=30_000)
        opened.page.screenshot(path=screenshot_folder() / f"formgrader-list-{path.replace('/', '-')}.png")
    assert not opened.errors


def test_formgraders_data_is_sent_as_data(opened, address, submissions):
    assert submissions
    opened.page.goto(f"{address}/formgrader/manage_students")
    for what in ("students", f"submissions/{EXERCISE}"):
        answer = opened.page.request.get(f"{address}/formgrader/api/{what}")
        assert answer.headers["content-type"].startswith("text/plain")
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.json()
