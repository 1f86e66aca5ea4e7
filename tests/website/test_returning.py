"""A page that is loaded again, or gone back to, stands where the reader was, and by a link at what it names."""

import pytest
from playwright.sync_api import Browser, Page

from .conftest import faultless_page, needs_node
from .test_in_browser import bet_on_the_first_choice, open_lesson

ABOUT_THE_SAME, A_LINE = 3, 30  # pixels
LAST_WITH_A_WINDOW_BELOW = """(sections) => sections.filter((section) =>
  document.documentElement.scrollHeight - scrollY - section.getBoundingClientRect().top > innerHeight + 30).at(-1).id"""
TOP = "(at) => [...document.querySelectorAll('main h2')].at(at).getBoundingClientRect().top"


def scroll_to_heading(page: Page, at: int) -> float:
    """Scroll until a heading stands 200 pixels down the window, and return where it stands."""
    page.evaluate(f"(at) => scrollBy(0, ({TOP})(at) - 200)", at)
    page.wait_for_timeout(200)
    return page.evaluate(TOP, at)


def stands(page: Page, at: int, before: float) -> None:
    page.wait_for_timeout(500)
    assert page.evaluate(TOP, at) == pytest.approx(before, abs=ABOUT_THE_SAME)


def there(page: Page, moment: str) -> None:
    page.locator(f"html[data-{moment}]").wait_for(state="attached")


@pytest.mark.parametrize("at", [1, 3, -1])
def test_a_page_stands_where_it_was_left(browser: Browser, address, at):
    with faultless_page(browser, address) as page:
        open_lesson(page, address)
        before = scroll_to_heading(page, at)
        page.reload()
        there(page, "whole")
        stands(page, at, before)
        page.goto(f"{address}/glossary.html")
        page.go_back()
        there(page, "whole")
        stands(page, at, before)


def test_a_page_that_is_opened_anew_begins_at_its_top(browser: Browser, address):
    with faultless_page(browser, address) as page:
        open_lesson(page, address)
        scroll_to_heading(page, 3)
        page.goto(f"{address}/index.html")
        page.goto(f"{address}/00-welcome.html")
        there(page, "whole")
        page.wait_for_timeout(500)
        assert page.evaluate("() => scrollY") == 0


def test_a_section_that_a_link_names_stands_at_the_top(browser: Browser, address):
    """One near the end could not get there before the simulations below it were drawn."""
    with faultless_page(browser, address) as page:
        page.set_viewport_size({"width": 1200, "height": 1300})
        open_lesson(page, address)
        last = page.locator("main section:has(h2)").evaluate_all(LAST_WITH_A_WINDOW_BELOW)
        page.goto(f"{address}/index.html")
        page.goto(f"{address}/00-welcome.html#{last}")
        there(page, "whole")
        page.wait_for_timeout(500)
        assert 0 <= page.locator(f"#{last}").evaluate("(section) => section.getBoundingClientRect().top") < A_LINE


def test_a_bet_that_only_python_would_put_back_moves_nothing(browser: Browser, address):
    """Without Python it is gone when the page is loaded again, and what was drawn for it is, too."""
    with faultless_page(browser, address) as page:
        open_lesson(page, address)
        bet_on_the_first_choice(page)
        before = scroll_to_heading(page, -1)
        page.reload()
        there(page, "whole")
        stands(page, -1, before)


@pytest.mark.long
@needs_node
def test_a_simulation_that_python_takes_up_again_moves_nothing(browser: Browser, live):
    with faultless_page(browser, live) as page:
        open_lesson(page, live)
        there(page, "python='here'")
        bet_on_the_first_choice(page)
        before = scroll_to_heading(page, -2)
        page.wait_for_timeout(500)
        page.reload()
        there(page, "python='here'")
        stands(page, -2, before)
