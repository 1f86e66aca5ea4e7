"""Two real pages play to a deal, with the server killed and a page reloaded in between."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from biggerpie.tables.seating import chairs
from playwright.sync_api import Browser, Page, expect

from ..browser import screenshot_folder
from .room import ROUND, codes_of, seat_a_class
from .served import Served

TURN = "It's your turn."


@pytest.fixture
def served(tmp_path):
    """The server over a class that has sat down."""
    seat_a_class(tmp_path)
    server = Served(tmp_path, "--wait", "0.05")
    server.course = tmp_path
    yield server
    server.stop()


def sit(browser: Browser, served: Served, student: str, *, width: int = 1000, dark: bool = False) -> Page:
    """A student's page, signed in with the keyboard."""
    scheme = "dark" if dark else "light"
    page = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme).new_page()
    page.faults = []
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.goto(served.address)
    page.get_by_label("Code").fill(codes_of(chairs(served.course, ROUND))[student])
    page.keyboard.press("Enter")
    expect(page.get_by_role("log")).to_be_visible()
    return page


def sound(page: Page, name: str) -> None:
    """Nothing that axe finds, nothing wider than the page; a screenshot to look at."""
    found = Axe().run(page).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.screenshot(path=screenshot_folder() / f"live-table-{name}.png", full_page=True)


def press(page: Page, name: str) -> None:
    """Press a button by the keyboard."""
    button = page.get_by_role("button", name=name, exact=True)
    expect(button).to_be_enabled()
    button.focus()
    page.keyboard.press("Enter")


def test_two_pages_come_to_a_deal_through_a_killed_server_and_a_reload(browser, served):
    ada, bo = sit(browser, served, "ada"), sit(browser, served, "bo", width=360, dark=True)
    expect(ada.get_by_text("Aurelio is at the table.")).to_be_visible()
    expect(ada.get_by_text(TURN)).to_be_visible()
    assert ada.title().startswith("• ")
    ada.get_by_label("In your own words").fill("What matters <b>most</b> to you?")
    press(ada, "Say it")
    expect(bo.get_by_text("What matters <b>most</b> to you?")).to_be_visible()
    expect(bo.get_by_text(TURN)).to_be_visible()
    bo.get_by_label("In your own words").fill("The operations.")
    expect(bo.get_by_role("button", name="Say it")).to_be_enabled()
    served.kill()
    expect(bo.get_by_text("The connection is lost.")).to_be_visible()
    press(bo, "Say it")
    expect(bo.get_by_role("alert")).to_contain_text("nothing that was said is lost")
    served.start()
    expect(bo.get_by_text("Thandiwe is at the table.")).to_be_visible()
    expect(bo.get_by_label("In your own words")).to_have_value("The operations.")
    press(bo, "Say it")
    expect(ada.get_by_text("The operations.")).to_be_visible()
    press(ada, "Make an offer")
    ada.get_by_label("operations").select_option("2")
    expect(ada.get_by_text("points to you; your alternative is worth 34").first).to_be_visible()
    ada.reload()
    expect(ada.get_by_label("operations")).to_have_value("2")
    sound(ada, "offer")
    press(ada, "Say it")
    sound(bo, "small-dark")
    press(bo, "Accept")
    for page in (ada, bo):
        expect(page.get_by_text("You have a deal.")).to_be_visible()
    ada.get_by_label("How well did you feel treated?").select_option("6")
    sound(ada, "over")
    press(ada, "Hand in")
    expect(ada.get_by_text("Handed in. Thank you.")).to_be_visible()
    assert ada.faults == bo.faults == []


def test_a_seat_goes_to_the_newer_window_or_to_a_counterpart(browser, served):
    ada, bo = sit(browser, served, "ada", dark=True), sit(browser, served, "bo")
    sound(browser_front(browser, served), "front")
    other = bo.context.new_page()
    other.goto(served.address)
    expect(bo.get_by_text("You opened your seat in another window.")).to_be_visible()
    expect(ada.get_by_text("Aurelio is at the table.")).to_be_visible()
    bo.close()
    other.close()
    expect(ada.get_by_text("Aurelio isn't connected at the moment.")).to_be_visible()
    press(ada, "Let the computer take the empty seat")
    expect(ada.get_by_text("The computer speaks for Aurelio.")).to_be_visible()
    ada.get_by_label("In your own words").fill("Hello?")
    expect(ada.get_by_text("Aurelio only understands what you choose")).to_be_visible()
    press(ada, "Add to what I say")
    press(ada, "Say it")
    expect(ada.get_by_text("(From here on the computer speaks for Aurelio.)")).to_be_visible()
    sound(ada, "stepped-in")
    assert ada.faults == []


def browser_front(browser: Browser, served: Served) -> Page:
    """The page on which a code is typed, after a wrong one."""
    page = browser.new_context(viewport={"width": 360, "height": 800}).new_page()
    page.goto(served.address)
    page.get_by_label("Code").fill("wrong")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("that code opens no seat here")
    return page
