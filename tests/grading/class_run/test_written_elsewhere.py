"""What a student wrote in the wrong place is read where there is no doubt, and otherwise waits for a person."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from biggerpie.course.new_course import make_course
from biggerpie.grading.class_run.run import grade_class
from nbgrader.api import Gradebook
from playwright.sync_api import Browser, expect

from ...browser import screenshot_folder
from ...built_once import built_once
from ...jupyter.server import jupyter, running
from ..class_of_thirty import NASH, RIGHT, WHY, as_file, filled, grade_id, labels, package, put_one_case_for_all
from ..test_class_of_thirty import nbgrader
from .gradebooks import EXERCISE, gradebook_url
from .misplaced import BLANK, PLAIN, READ, WAITING

FULL = {"mark-labels": 30.0, "mark-package": 50.0}


EDITS = {**READ, **{name: edits for name, (*_, edits) in (WAITING | PLAIN).items()}}


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Path:
    """One class in which everybody has misplaced something else."""
    return built_once(tmp_path_factory, "misplaced", hand_in)


@pytest.fixture(scope="module")
def found(course) -> dict[str, "Found"]:
    """The class, graded."""
    outcomes = grade_class(course, EXERCISE).outcomes
    with Gradebook(gradebook_url(course)) as book:
        return {name: found_of(course, book, f"s{number}", outcomes) for number, name in enumerate(EDITS)}


@dataclass(frozen=True)
class Found:
    """What became of a submission: its marks, the parts that wait, what was told, and the texts of its cells."""

    marks: dict[str, float | None]
    waiting: set[str]
    told: str
    cells: dict[str, str]
    page: str


def hand_in(folder: Path) -> None:
    make_course(folder)
    put_one_case_for_all(folder)
    nbgrader(folder, "generate_assignment", EXERCISE)
    released = json.loads((folder / "release" / EXERCISE / "exercise.ipynb").read_text(encoding="utf-8"))
    BLANK.update({grade_id(cell): "".join(cell["source"]) for cell in released["cells"]})
    for number, changes in enumerate(EDITS.values()):
        notebook = filled(released, labels(*RIGHT), package(NASH), WHY)
        for change in changes:
            change(notebook)
        place = folder / "submitted" / f"s{number}" / EXERCISE
        place.mkdir(parents=True)
        (place / "exercise.ipynb").write_bytes(as_file(notebook))


def found_of(course: Path, book: Gradebook, student: str, outcomes: dict[str, Any]) -> Found:
    (notebook,) = book.find_submission(EXERCISE, student).notebooks
    marked = json.loads((course / "autograded" / student / EXERCISE / "exercise.ipynb").read_text(encoding="utf-8"))
    page = (course / "feedback" / student / EXERCISE / "exercise.html").read_text(encoding="utf-8")
    return Found(
        {grade.name: grade.auto_score for grade in notebook.grades},
        {grade.name for grade in notebook.grades if grade.needs_manual_grade},
        "\n".join(outcomes[student].told),
        {grade_id(cell): "".join(cell["source"]) for cell in marked["cells"]},
        page,
    )


@pytest.mark.parametrize("name", READ)
def test_an_answer_in_an_odd_place_is_read_where_there_is_no_doubt(found, name):
    assert found[name].marks == {**FULL, "why": None}
    assert found[name].waiting == {"why"}
    assert "waits for a person" not in found[name].told


@pytest.mark.parametrize("name", WAITING)
def test_what_cannot_be_read_for_sure_waits_for_a_person_and_is_told_with_its_place(found, name):
    parts, place, _ = WAITING[name]
    assert found[name].waiting - {"why"} == parts - {"why"}
    assert "why" in found[name].waiting
    assert place in found[name].told


@pytest.mark.parametrize("name", [name for name, (parts, _, _) in WAITING.items() if "why" in parts])
def test_a_text_that_stands_elsewhere_is_shown_beside_the_empty_answer(found, name):
    beside = found[name].cells["why"]
    assert beside.startswith("YOUR ANSWER HERE\n\n**Written elsewhere in the notebook**, ")
    assert WHY in beside
    assert found[name].marks["why"] is None
    assert WHY in found[name].page
    assert "<script>hurt" not in found[name].page


@pytest.mark.parametrize("name", [name for name, (parts, _, _) in WAITING.items() if parts - {"why"}])
def test_the_student_reads_in_a_part_that_waits_what_it_waits_for(found, name):
    assert "This part waits for a person to look at it." in found[name].page


@pytest.mark.parametrize("name", PLAIN)
def test_where_nothing_is_misplaced_nothing_waits_that_did_not_before(found, name):
    assert found[name].waiting == PLAIN[name][0]
    assert "waits for a person" not in found[name].told


def test_a_deleted_answer_cell_is_told_apart_from_an_empty_one(found):
    gone = "the answer cell 'why' is not in the notebook any more"
    assert gone in found["a deleted answer cell"].told
    assert gone not in found["an emptied answer"].told
    assert found["a deleted answer cell"].marks["why"] == 0.0


def test_a_notebook_with_nothing_in_it_is_told_in_other_words_than_one_with_everything_in_the_wrong_place(found):
    assert found["nothing at all"].marks == {"mark-labels": 0.0, "mark-package": 0.0, "why": 0.0}
    assert "nothing was written in this notebook" in found["nothing at all"].told
    assert "nothing was written" not in found["everything in one cell"].told
    assert not [name for name, one in found.items() if "nothing was written" in one.told and name != "nothing at all"]


def test_formgrader_shows_what_stands_elsewhere_beside_the_empty_answer_and_why_a_part_waits(
    course, found, browser: Browser, tmp_path
):
    student = f"s{list(found).index('everything in one cell')}"
    with Gradebook(gradebook_url(course)) as book:
        (notebook,) = book.find_submission(EXERCISE, student).notebooks
        address = f"formgrader/submissions/{notebook.id}/"
    with running(jupyter(), course, tmp_path) as server:
        page = browser.new_page(viewport={"width": 1200, "height": 1400})
        page.goto(f"{server}/{address}")
        expect(page.locator("#why")).to_be_visible(timeout=60_000)
        quote = page.locator("blockquote", has_text=WHY)
        expect(page.get_by_text("Written elsewhere in the notebook", exact=True)).to_be_visible()
        expect(quote.last).to_be_visible()
        expect(page.get_by_text("This part waits for a person to look at it.")).to_have_count(2)
        quote.last.scroll_into_view_if_needed()
        page.screenshot(path=screenshot_folder() / "formgrader-written-elsewhere.png", full_page=True)
        page.close()
