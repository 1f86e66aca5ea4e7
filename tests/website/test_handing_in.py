"""A student of a course answers on the site and hands in: the file is marked like one from Jupyter."""

import json
import re
from pathlib import Path

import pytest
from biggerpie.course.new_course import make_course
from biggerpie.grading.class_run.run import grade_class
from biggerpie.grading.dossiers.dossier import FILE
from biggerpie.grading.dossiers.graded import graded_case
from biggerpie.grading.dossiers.named import named_case
from biggerpie.grading.nbgrader_adapter.generating import enrol, generate
from biggerpie.negotiation import issue_kinds
from nbgrader.api import Gradebook
from playwright.sync_api import Browser, Page, expect

from ..browser import screenshot_folder
from .conftest import needs_node
from .test_python import in_charge
from .with_python import keeps, write, written

pytestmark = [pytest.mark.long, needs_node]
EXERCISE, NAMED = "01-both-can-gain", "picture-book illustrator short-talk"


@pytest.fixture
def course(tmp_path):
    folder = tmp_path / "course"
    make_course(folder)
    enrol(folder, [("ada", "Ada", "Lovelace", "ada@example.org")])
    generate(folder, EXERCISE)
    return folder


def test_a_notebook_of_a_stranger_runs_no_code_on_the_site(live, course, browser: Browser):
    folder = course / "release" / EXERCISE
    notebook = json.loads((folder / "exercise.ipynb").read_text(encoding="utf-8"))
    forged = "import js\njs.fetch('forged')"
    notebook["cells"] += [{"cell_type": "code", "id": "own", "metadata": {}, "source": forged}]
    notebook["cells"] += [{"cell_type": "markdown", "id": "text", "metadata": {}, "source": "<img src=forged>"}]
    context = browser.new_context()
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.goto(f"{live}/course.html")
    files = [("exercise.ipynb", json.dumps(notebook).encode())]
    files += [(FILE, (folder / FILE).read_bytes())]
    page.get_by_label("The files exercise.ipynb").set_input_files(
        [{"name": name, "mimeType": "application/octet-stream", "buffer": content} for name, content in files]
    )
    page.get_by_label("Your student id").fill("ada")
    expect(page.locator("#status")).to_contain_text("Choose the two files", timeout=60_000)
    page.get_by_role("button", name="Open the exercise").click()
    in_charge(page)
    expect(page.locator("[data-shows=own]")).to_contain_text("isn't run here")
    assert asked
    assert [address for address in asked if "forged" in address] == []
    context.close()


def open_files(page: Page, course: Path) -> None:
    """Open the exercise with its cases, as ada."""
    files = [course / "release" / EXERCISE / name for name in ("exercise.ipynb", FILE)]
    page.get_by_label("The files exercise.ipynb").set_input_files(files)
    page.get_by_label("Your student id").fill("ada")
    page.get_by_role("button", name="Open the exercise").click()
    in_charge(page)


def test_a_tab_that_waited_for_the_files_shows_what_was_answered_meanwhile_in_another(live, course, visitor):
    waiting = visitor.context.new_page()
    for tab in (visitor, waiting):
        tab.goto(f"{live}/course.html")
        expect(tab.locator("#status")).to_contain_text("Choose the two files", timeout=60_000)
    open_files(visitor, course)
    write(visitor, "The fee matters most to me.")
    keeps(visitor, "matters most")
    open_files(waiting, course)
    expect(written(waiting)).to_have_value("The fee matters most to me.")


def test_what_is_answered_on_the_site_is_handed_in_and_marked(live, course, browser: Browser):
    opened = graded_case(course, EXERCISE, named_case(NAMED), "ada")
    kinds, vague = issue_kinds(opened.case), opened.material["short_talk"].vague_at
    context = browser.new_context(accept_downloads=True)
    page = context.new_page()
    page.goto(f"{live}/course.html")
    expect(page.locator("#status")).to_contain_text("Choose the two files", timeout=60_000)
    page.get_by_role("button", name="Open the exercise").click()
    expect(page.get_by_role("alert")).to_contain_text("no notebook among these files")
    files = [course / "release" / EXERCISE / name for name in ("exercise.ipynb", "dossiers.json.gz")]
    page.get_by_label("The files exercise.ipynb").set_input_files(files[:1])
    page.get_by_label("Your student id").fill("ada")
    page.get_by_role("button", name="Open the exercise").click()
    expect(page.get_by_role("alert")).to_contain_text("dossiers.json.gz")
    page.get_by_label("The files exercise.ipynb").set_input_files(files)
    page.get_by_role("button", name="Open the exercise").click()
    in_charge(page)
    talk, form = page.locator(".shown", has=page.get_by_role("button", name="Write and check")).all()[:2]
    for asked in range(1, 6):
        talk.locator(".bp-asks button:enabled").first.press("Enter")
        expect(talk.locator(".bp-them")).to_have_count(asked)
    talk.get_by_role("listitem").nth(vague).get_by_role("button").press("Enter")
    expect(page.locator("[data-answer=asked]")).to_have_value(re.compile("once more: [a-z]"))
    for choice, kind in zip(form.get_by_role("combobox").all(), kinds, strict=True):
        choice.select_option(str(kind))
    form.get_by_role("button", name="Write and check").press("Enter")
    checked = page.locator("[data-test-of=labels] .checked")
    expect(checked).to_contain_text("6 of 6 issues labelled")
    expect(checked).not_to_contain_text("Mark for this part")
    page.get_by_label("Your answer", exact=True).fill("The fee matters most to me.")
    page.screenshot(path=screenshot_folder() / "site-course.png", full_page=True)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the notebook").click()
    submitted = course / "submitted" / "ada" / EXERCISE
    submitted.mkdir(parents=True)
    download.value.save_as(submitted / download.value.suggested_filename)
    context.close()
    assert not grade_class(course, EXERCISE, workers=1).failed
    with Gradebook(f"sqlite:///{course}/gradebook.db") as gradebook:
        found = gradebook.find_submission_notebook("exercise", EXERCISE, "ada")
        marks = {grade.name: grade.auto_score for grade in found.grades}
    assert (marks["mark-asked"], marks["mark-labels"]) == (10, 20)
    written = (course / "autograded" / "ada" / EXERCISE / "exercise.ipynb").read_text(encoding="utf-8")
    assert "The fee matters most to me." in written
