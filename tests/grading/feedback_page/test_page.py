"""The feedback page: marks with one sentence each, every answer beside what it came to, and nothing that acts."""

import re
from html import unescape

import pytest
from biggerpie.course import demo
from biggerpie.grading.dossiers.dossier import drawn_case
from biggerpie.grading.feedback_page.page import WAITS, Handed, feedback_page
from biggerpie.grading.marking import mark_notebook
from biggerpie.grading.nbgrader_adapter.feedback import _leave
from biggerpie.grading.nbgrader_adapter.pages.policy import FEEDBACK
from biggerpie.grading.nbgrader_adapter.pages.safe_notebook import safe_notebook
from biggerpie.grading.nbgrader_adapter.restore import restored
from biggerpie.grading.nbgrader_adapter.untold_scores import LATER
from biggerpie.grading.report.output import REPORT
from biggerpie.grading.submission.notebook import SubmittedCell
from biggerpie.negotiation import issue_kinds, nash
from playwright.sync_api import Browser

from ...browser import screenshot_folder
from ..dossiers.views import recorded

EXERCISE = recorded("01-both-can-gain")
OPENED = drawn_case(EXERCISE.named, "a feedback page")
HURT = "<script>hurt()</script><img src=x onerror=hurt()>"
COMMENT = "You saw **both** sides. " + HURT
PARTS = ("asked", "labels", "package", "trade", "why")
IN_EVERY_PART = {
    "asked": demo.asked_text(OPENED, notices=False),
    "labels": demo.labels_text(OPENED.case, issue_kinds(OPENED.case)[::-1]),
    "trade": "%%answer trade\nI give way on: fee\nyou give way on: page size\n",
    "why": "I care most about the fee, and they about the tour. " * 12,
}


def page(package=OPENED.case.compromise, *, told: bool = True, whole: bool = True, waiting: str = "", **others: str):
    """The page of a student who handed in a package and texts, as the feedback's preprocessors leave it."""
    answers = {"package": demo.package_text(OPENED.case, package), "why": HURT} | others
    answers = {name: answers[name] for name in PARTS if name in answers}
    cells = [SubmittedCell("markdown" if name == "why" else "code", text, name) for name, text in answers.items()]
    notebook = restored(EXERCISE, [*cells, SubmittedCell("code", f"import os  # {HURT}", None)])
    mark_notebook(notebook, EXERCISE, OPENED)
    for cell in notebook.cells:
        about = cell.metadata.get("nbgrader", {})
        _leave(cell, full=told) if cell.get("outputs") else None
        about |= {"score": 12.345 if told else LATER} if about.get("grade") else {}
        about |= {"comment": COMMENT} if about.get("grade_id") == "why" else {}
        for output in cell.get("outputs", ()):
            output.data = {k: v for k, v in output.data.items() if whole or k != REPORT}
    by = Handed("01-both-can-gain", "s<1>", f"Ada {HURT}", "2026-11-27 10:00 UTC", frozenset([waiting]), FEEDBACK)
    marks = {"score": 57.5 if told else LATER, "max_score": 100.0, "late_penalty": 2.5 if told else 0}
    return feedback_page(safe_notebook(notebook, EXERCISE), EXERCISE, marks, by)


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html.partition("<body>")[2])).split())


def test_the_marks_stand_at_the_top_with_one_sentence_each():
    top = words(page(waiting="why").partition("<main>")[0])
    assert "57.5 of 100" in top
    assert "2.5 are taken off, because it came late" in top
    assert "Part 3: Propose a package 12.35 of 40 This answer is worth 27 of 100; marks begin above 60" in top
    assert f"Part 5: Why not simply the middle? ? of 20 {WAITS}" in top


def test_no_code_and_no_prompt_is_left_and_the_answer_stands_once():
    shown = words(page())
    for code in ("%load_ext", "PackageBuilder(", "%%answer", "check(", "grade(", "In [", "Out[", "points=40"):
        assert code not in shown
    option = next(iter(OPENED.case.in_words(OPENED.case.compromise).items()))
    assert shown.count(f"{option[0]} {option[1]}") == 2, (option, "as the answer, and in the table of points")


def test_a_good_answer_is_shown_with_the_marks_never_before_and_not_beside_the_best():
    best = nash(OPENED.case).package
    assert "A good answer: no package is better for both sides" in page()
    assert "A good answer: no package" not in page(package=best)
    assert "A good answer" not in page(told=False)


def test_before_marks_are_told_the_page_holds_none_and_no_sentence_that_rests_on_one():
    shown = page(told=False)
    for hidden in ("12.3", "57.5", "In short", "left on the table", "for the publisher", "<svg"):
        assert hidden not in shown
    assert shown.count(LATER) >= 5
    assert "your alternative is worth" in shown, "what the check says is told"


@pytest.mark.parametrize("whole", [True, False])
def test_whatever_a_student_or_a_comment_holds_no_tag_of_it_is_left(whole):
    shown = page(whole=whole)
    assert "hurt()" in words(shown)
    assert not re.search(r"<[^>]*\b(?:script|onerror)", shown)
    assert f'content="{FEEDBACK}"'.replace("'", "&#39;") in shown
    assert "<strong>both</strong>" in shown


def test_what_an_older_kit_marked_without_parts_is_shown_whole():
    shown = words(page(whole=False))
    assert "Each side could still get" in shown
    assert "Your package, in the points of the case" in shown


def test_who_wrote_nothing_is_told_so():
    assert "Nothing was written here." in words(page(why=""))


def test_a_page_prints_on_two_pages_and_shows_no_fault_to_axe(browser: Browser, tmp_path):
    from axe_playwright_python.sync_playwright import Axe

    file = tmp_path / "exercise.html"
    file.write_text(page(**IN_EVERY_PART), encoding="utf-8")
    for name, width, scheme in (("wide", 1000, "light"), ("dark", 1000, "dark"), ("phone", 360, "dark")):
        shown = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
        shown.goto(file.as_uri())
        shown.screenshot(path=screenshot_folder() / f"feedback-page-{name}.png", full_page=True)
        assert shown.evaluate("document.documentElement.scrollWidth") <= width
        shown.close()
    without_policy = file.read_text(encoding="utf-8").replace(FEEDBACK.replace("'", "&#39;"), "")
    file.write_text(without_policy, encoding="utf-8")  # axe is a script
    shown = browser.new_page(viewport={"width": 1000, "height": 900})
    shown.goto(file.as_uri())
    assert not Axe().run(shown).response["violations"]
    assert len(re.findall(rb"/Type\s*/Page\b", shown.pdf(format="A4"))) <= 2
    shown.close()
