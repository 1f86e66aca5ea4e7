"""In every language, the words in a picture stand within it: a translation is longer than what it translates."""

from collections.abc import Callable

import pytest
from biggerpie.widgets import _words as module
from biggerpie.widgets import languages, speak
from biggerpie.widgets.simulation import Simulation
from playwright.sync_api import Browser

from ..plain_page import widget_page
from .catalogue import RICHEST
from .states.how_it_feels import rated_feeling

CUT_OFF = """() => [...document.querySelectorAll("#place svg text")].filter((text) => {
  const [own, all] = [text.getBoundingClientRect(), text.ownerSVGElement.getBoundingClientRect()];
  return own.width && (own.left < all.left - 1 || own.right > all.right + 1);
}).map((text) => text.textContent)"""


@pytest.fixture(params=languages())
def language(request, monkeypatch) -> str:
    monkeypatch.setattr(module, "_spoken", [])
    speak(request.param)
    return str(request.param)


def cut_off(browser: Browser, widget: Simulation, width: int) -> list[str]:
    with widget_page(browser, widget, width=width) as page:
        page.wait_for_timeout(200)
        found: list[str] = page.evaluate(CUT_OFF)
    return found


def test_a_name_that_is_long_stays_in_the_picture(browser: Browser, language):
    assert cut_off(browser, rated_feeling(), 1000) == []


@pytest.mark.long
@pytest.mark.parametrize("width", [1000, 360])
@pytest.mark.parametrize("make", RICHEST, ids=lambda make: make.__name__)
def test_no_word_of_any_picture_is_cut_off(browser: Browser, language, make: Callable[[], Simulation], width):
    assert cut_off(browser, make(), width) == []
