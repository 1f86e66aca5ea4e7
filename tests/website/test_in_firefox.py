"""The site in Firefox: a lesson by keyboard from the first bet until Python is there; and a reload keeps all of it."""

import pytest

from ..browser import screenshot_folder
from ..firefox import open_firefox
from ..machine import ensure
from .conftest import needs_node

pytestmark = [pytest.mark.long, needs_node]
BICYCLE = "document.querySelector('#simulation-3')"
SLIDER = f"[...{BICYCLE}.querySelectorAll('input[type=range]')].at(-1)"
BUTTON = f"[...{BICYCLE}.querySelectorAll('button')].find((button) => button.textContent.includes('%s'))"
KEPT = "JSON.stringify(localStorage)"
A_FEW = 3  # pixels
HEADING = "[...document.querySelectorAll('main h2')].at(-2)"
TOP = f"{HEADING}.getBoundingClientRect().top"
IN_CHARGE = "document.documentElement.dataset.python"


@pytest.fixture
def firefox(tmp_path):
    with open_firefox(ensure("firefox-esr", "firefox-esr"), tmp_path) as opened:
        yield opened


def press(firefox, element: str, key: str) -> None:
    firefox.wait_for(element)
    firefox.look(f"{element}.focus()")
    firefox.press(key)


def test_a_lesson_moves_by_keyboard_python_takes_over_and_a_reload_keeps_it(firefox, live):
    firefox.open(f"{live}/00-welcome.html")
    firefox.wait_for("document.documentElement.dataset.whole")
    press(firefox, f"{BICYCLE}.querySelector('input[type=radio]')", "Space")
    press(firefox, BUTTON % "Store my prediction", "Enter")
    press(firefox, BUTTON % "Run", "Enter")
    firefox.wait_for(SLIDER)
    began, table = firefox.look(f"{SLIDER}.value"), firefox.look(f"{BICYCLE}.querySelector('table').innerText")
    press(firefox, SLIDER, "ArrowRight")
    firefox.wait_for(f"{BICYCLE}.querySelector('table').innerText !== {table!r}")
    firefox.wait_for(IN_CHARGE)
    assert firefox.look(f"{SLIDER}.value") != began
    assert firefox.look(f"document.activeElement === {SLIDER}")
    before, kept = firefox.look(f"{BICYCLE}.querySelector('table').innerText"), firefox.look(KEPT)
    firefox.press("ArrowRight")
    firefox.wait_for(f"{BICYCLE}.querySelector('table').innerText !== {before!r}")
    stands = firefox.look(f"{SLIDER}.value")
    firefox.wait_for(f"{KEPT} !== {kept!r}")
    firefox.screenshot(screenshot_folder() / "site-firefox.png")
    firefox.reload()
    firefox.wait_for(IN_CHARGE)
    assert firefox.look(f"{SLIDER}.value") == stands
    assert firefox.faults == []
    assert [address for address in firefox.asked if not address.startswith((live, "data:", "blob:"))] == []
    assert any(address.endswith("/00-welcome.html") for address in firefox.asked)


def test_a_page_that_is_loaded_again_stands_where_it_was_left(firefox, live):
    firefox.open(f"{live}/00-welcome.html")
    firefox.wait_for(IN_CHARGE)
    firefox.look(f"{HEADING}.scrollIntoView()")
    before = firefox.look(TOP)
    assert firefox.look("scrollY") > firefox.look("innerHeight")
    for moment in ("document.documentElement.dataset.whole", IN_CHARGE):
        firefox.reload()
        firefox.wait_for(moment)
        assert abs(firefox.look(TOP) - before) < A_FEW
