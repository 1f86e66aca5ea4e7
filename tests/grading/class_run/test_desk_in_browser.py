"""The desk in a browser: nothing for axe to find on a phone, at a projector, in the dark and in print."""

from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from biggerpie.course.desk.desk_command import LOOPBACK, _listening
from biggerpie.course.desk.server import application
from playwright.sync_api import Browser, Page, expect

from ...browser import screenshot_folder
from .desk_course import furnish
from .gradebooks import EXERCISE, moved

TOKEN = "the-token"
PAGES = {"first": "/", "class": "/class", "student": "/student?id=demo-01", "hostile": "/student?id=--help"}
SCREENS = {"phone": (320, 640), "projector": (1280, 720), "large": (1920, 1080)}


@pytest.fixture(scope="module")
def address(handed_in, tmp_path_factory) -> Iterator[str]:
    """A desk that is served, by its address without the token."""
    course: Path = furnish(moved(handed_in, tmp_path_factory.mktemp("desk") / "course"))
    with _listening(0) as listening:
        server = uvicorn.Server(uvicorn.Config(application(course, TOKEN), log_level="warning"))
        thread = Thread(target=server.run, args=([listening],))
        thread.start()
        yield f"http://{LOOPBACK}:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@pytest.fixture(params=["light", "dark"])
def page(browser: Browser, address: str, request) -> Iterator[Page]:
    """A page of somebody who has come in; errors in its console fail the test."""
    context = browser.new_context(color_scheme=request.param, permissions=["clipboard-read", "clipboard-write"])
    page, faults = context.new_page(), []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.goto(f"{address}/?token={TOKEN}")
    page.scheme = request.param
    yield page
    assert faults == []
    context.close()


def test_axe_finds_nothing_and_nothing_sticks_out_on_any_screen(page, address):
    for name, path in PAGES.items():
        page.goto(address + path)
        for screen, (width, height) in SCREENS.items():
            page.set_viewport_size({"width": width, "height": height})
            found = Axe().run(page).response["violations"]
            assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (name, screen)
            page.screenshot(path=screenshot_folder() / f"desk-{name}-{screen}-{page.scheme}.png", full_page=True)
    assert page.title() != "hurt"


def test_a_command_is_copied_by_the_keyboard(page, address):
    page.goto(address)
    button = page.get_by_role("button", name=f"Copy biggerpie grade {EXERCISE}", exact=True)
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text(f"Copied: biggerpie grade {EXERCISE}")
    assert page.evaluate("navigator.clipboard.readText()") == f"biggerpie grade {EXERCISE}"


def test_a_debrief_is_shown_and_nothing_in_it_runs(browser: Browser, address):
    page = browser.new_page()
    page.goto(f"{address}/?token={TOKEN}")
    page.get_by_role("link", name="debrief.html of week-1").click()
    expect(page.get_by_text("One frontier")).to_be_visible()
    assert page.title() == "Debrief"
    page.close()


def test_it_prints_without_what_only_a_screen_needs(page, address):
    page.goto(address)
    page.emulate_media(media="print")
    expect(page.get_by_role("button").first).to_be_hidden()
    expect(page.get_by_role("table")).to_be_visible()
    page.emulate_media(media="print", color_scheme="light")
    page.set_viewport_size({"width": 750, "height": 1000})
    page.screenshot(path=screenshot_folder() / f"desk-print-{page.scheme}.png", full_page=True)
