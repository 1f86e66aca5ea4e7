"""The site in a real browser: single knobs move from the recording, by mouse and by keyboard, below a path."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from ..browser import screenshot_folder
from .accessible import violations
from .conftest import faultless_page

FRONT = ("index.html", "glossary.html", "exercises.html", "exercise-01-both-can-gain.html", "course.html")
READ = ("bibliography.html", "search.html?q=issue")
LIVE = ("00-welcome.html", "my-negotiation.html", "first-and-last.html")


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page of the site, below its path."""
    with faultless_page(browser, address) as opened:
        yield opened


def open_lesson(page: Page, address: str, name: str = "00-welcome") -> None:
    page.goto(f"{address}/{name}.html")
    page.locator("html[data-whole]").wait_for(state="attached")


def bet_on_the_first_choice(page: Page):
    """Bet in the bicycle's simulation by keyboard, and return it."""
    bicycle = page.locator("#simulation-3")
    bicycle.get_by_role("radio").first.press("Space")
    bicycle.get_by_role("button", name="Store my prediction").press("Enter")
    bicycle.get_by_role("button", name="Run").press("Enter")
    return bicycle


def test_a_bet_and_a_knob_answer_without_python(page, address):
    open_lesson(page, address)
    expect(page.get_by_role("status").first).to_contain_text("without Python")
    bicycle = bet_on_the_first_choice(page)
    slider = bicycle.get_by_role("slider").last
    expect(slider).to_be_visible()
    table = bicycle.locator("table").first
    before = table.inner_text()
    slider.press("ArrowRight")
    expect(table).not_to_have_text(before)
    page.screenshot(path=screenshot_folder() / "site-knob.png")


@pytest.mark.parametrize("language", ["", "de/"])
def test_the_map_leads_to_pages_of_the_site(page, address, language):
    page.goto(f"{address}/{language}index.html")
    names = [link.get_attribute("href") for link in page.locator("ul.lessons").first.locator("a").all()]
    page.goto(f"{address}/{language}{names[0]}")
    page.locator("html[data-whole]").wait_for(state="attached")
    links = page.locator("#simulation-0 a")
    assert sorted(link.get_attribute("href") for link in links.all()) == sorted(names)
    links.last.click()
    page.locator("html[data-whole]").wait_for(state="attached")
    assert page.url.rpartition("/")[2] in names[1:]


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 320)])
def test_axe_finds_nothing_and_nothing_sticks_out(page, address, scheme, width):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    for name in (*FRONT, *READ, *LIVE):
        page.goto(f"{address}/{name}")
        if name in LIVE:
            page.locator("html[data-whole]").wait_for(state="attached")
        assert [(name, *found) for found in violations(page)] == []
        assert page.evaluate("() => document.documentElement.scrollWidth") <= width
        page.screenshot(path=screenshot_folder() / f"site-{name.partition('.')[0]}-{scheme}.png", full_page=True)


def test_a_search_finds_sections_says_how_many_and_leads_there(page, address):
    page.goto(f"{address}/search.html")
    page.locator("html[data-search]").wait_for(state="attached")
    field = page.get_by_role("searchbox")
    field.fill("bicy YOUR")
    expect(page.locator("#search-says")).to_contain_text("found.")
    found = page.locator("#found a")
    expect(found.first).to_be_visible()
    expect(page.locator("#found p").first).to_contain_text("bicycle")
    field.fill("xylophone.*(")
    expect(page.locator("#search-says")).to_contain_text("No section has all these words")
    expect(found).to_have_count(0)
    page.goto(f"{address}/de/search.html?q=uber")
    expect(page.locator("#search-says")).to_contain_text("gefunden")
