"""Formgrader's button marks as the command does, and the command goes on from there."""

import pytest
from biggerpie.grading.class_run.run import grade_class
from playwright.sync_api import Browser, expect

from ...browser import screenshot_folder
from ...jupyter.server import jupyter, running
from .gradebooks import EXERCISE, dump, files, gradebook_url


@pytest.mark.long
def test_the_autograde_button_gives_the_marks_that_the_command_gives(course, by_nbgrader, browser: Browser, tmp_path):
    gradebook, written = by_nbgrader
    with running(jupyter(), course, tmp_path) as address:
        page = browser.new_page(viewport={"width": 1200, "height": 900})
        page.goto(f"{address}/formgrader/manage_submissions/{EXERCISE}")
        row = page.locator("tr", has_text="demo-02")
        row.locator("td.autograde a").click(timeout=30_000)
        expect(page.get_by_text("Successfully autograded")).to_be_visible(timeout=30_000)
        page.screenshot(path=screenshot_folder() / "formgrader-autograde.png")
        page.close()
    assert dump(gradebook_url(course)) == {"demo-02": gradebook["demo-02"]}
    outcomes = grade_class(course, EXERCISE).outcomes
    assert sum(outcome.marked for outcome in outcomes.values()) == 12
    assert (dump(gradebook_url(course)), files(course)) == (gradebook, written)
