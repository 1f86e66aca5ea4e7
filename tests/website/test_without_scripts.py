"""With scripts switched off the pages are still there to read, with their pictures, tables and links."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from ..browser import screenshot_folder


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 900})
    context.route("**/*.html", as_without_scripts)
    yield context.new_page()
    context.close()


def as_without_scripts(route: Route) -> None:
    """Open what is for browsers without scripts: the driver switches them off too late for the parser to do so."""
    answer = route.fetch()
    body = answer.text().replace("<noscript>", "<div>").replace("</noscript>", "</div>")
    route.fulfill(response=answer, body=body)


@pytest.mark.parametrize("language", ["", "de/", "es/"])
def test_each_simulation_of_a_lesson_is_there_in_words_and_as_a_table(page, address, language):
    page.goto(f"{address}/{language}index.html")
    expect(page.locator("main svg").first).to_be_visible()
    page.locator("a.go").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    simulations = page.locator("[id^=simulation-]").all()
    assert len(simulations) > 3
    for simulation in simulations[2:-1]:  # the others wait for something that the learner has done or written
        expect(simulation).to_contain_text(".")
    assert page.locator("[id^=simulation-] table").count() > 0
    for table in page.locator("[id^=simulation-] table").all():
        assert (table.text_content() or "").strip()  # a fold that holds it opens without scripts, too
    page.screenshot(path=screenshot_folder() / f"site-still-{language[:2] or 'en'}.png", full_page=True)
    page.locator("a[rel=next]").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_an_exercise_can_be_read_and_says_what_scripts_are_for(page, address):
    page.goto(f"{address}/exercise-01-both-can-gain.html")
    expect(page.get_by_text("Without scripts you can read the exercise")).to_be_visible()
    expect(page.locator("[data-shows]").first).to_contain_text("points")
    expect(page.get_by_role("link", name="Download this page as a notebook")).to_be_visible()


@pytest.mark.parametrize(
    "name", ["glossary.html", "bibliography.html", "conformance.html", "search.html", "course.html"]
)
def test_other_pages_are_read_as_ever(page, address, name):
    page.goto(f"{address}/{name}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert len(page.locator("main").inner_text()) > 100
