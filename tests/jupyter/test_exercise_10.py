"""A learner alone checks claims and decides on final offers in exercise 10 in JupyterLab, and has both marked."""

import pytest
from playwright.sync_api import Browser, Page, expect

from ..browser import screenshot_folder
from .learner import cell_with
from .server import notebook_page, run_all

pytestmark = pytest.mark.long

EXERCISE = "exercises/10-without-being-naive/exercise.ipynb"


def look(page: Page, name: str, *shown: str) -> None:
    """Scroll to each of these cells, and keep a screenshot of it."""
    for number, code in enumerate(shown, 1):
        cell_with(page, code).scroll_into_view_if_needed()
        page.screenshot(path=screenshot_folder() / f"lab-exercise-10-{name}-{number}.png")


def test_claims_and_a_decision_are_written_by_their_forms_and_marked(lab: str, browser: Browser):
    with notebook_page(browser, lab, EXERCISE) as page:
        run_all(page)
        claims = cell_with(page, "SortSheet(claims_made")
        claims.scroll_into_view_if_needed()
        for number in range(9):
            claims.get_by_role("combobox").nth(number).select_option("not shown")
        claims.get_by_role("button", name="Write and check").click()
        expect(cell_with(page, "%%answer claims")).to_contain_text("9: not shown")
        expect(cell_with(page, "check(claims")).to_contain_text("Mark for this part: 0 of 24")
        look(page, "claims", "show_log()", "SortSheet(claims_made", "check(claims")
        decision = cell_with(page, "DecisionSheet()")
        decision.scroll_into_view_if_needed()
        alternative = decision.get_by_label("What you have without a deal, in points")
        alternative.fill("44")
        alternative.press("Tab")
        decision.get_by_label("The offer that another one beats").select_option("Offer 1")
        decision.get_by_label("What you sign").select_option("none of them")
        decision.get_by_role("button", name="Write and check").click()
        expect(cell_with(page, "%%answer decision")).to_contain_text("without a deal: 44")
        expect(cell_with(page, "check(decision")).to_contain_text("What each choice is worth to you")
        look(page, "decision", "show_final_offers()", "DecisionSheet()", "check(decision")
