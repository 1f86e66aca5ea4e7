"""Pictures in random states: no word covers a word, a point or a line, and every word can be read, at any size."""

from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest
from biggerpie.widgets import _words, languages, speak
from playwright.sync_api import Browser, Page

from ..browser import screenshot_folder
from ..plain_page import state_of, widget_page
from .random_states import PICTURES

OVERLAPS = (Path(__file__).parent / "overlaps.js").read_text(encoding="utf-8")
LOOKS = ((390, True), (1280, False))
ALL_LOOKS = (*LOOKS, (390, False), (1280, True))


def faults_in(page: Page, widget, move, random: Random, states: int) -> list[str]:
    found = []
    before = state_of(widget)
    for _ in range(states):
        move(widget, random)
        after = state_of(widget)
        changes = {name: value for name, value in after.items() if value != before[name]}
        page.evaluate("(changes) => window.plainHost.apply(changes)", changes)
        before = after
        found += [f"{fault} in {short(widget)}" for fault in page.evaluate(OVERLAPS)]
    return found


def short(widget) -> str:
    return ", ".join(f"{name} {getattr(widget, name)}" for name in widget.redraws_on)


def look(browser: Browser, name: str, looks: Sequence[tuple[int, bool]], *, widgets: int, states: int) -> list[str]:
    """Draw so many widgets, each in any language, in so many states, for each look."""
    make, move = PICTURES[name]
    found = []
    for width, dark in looks:
        random = Random(f"{name} {width} {dark}")
        for _ in range(widgets):
            speak(random.choice(languages()))
            widget = make(random)
            with widget_page(browser, widget, width=width, dark=dark) as page:
                found += [f"{width} px: {fault}" for fault in faults_in(page, widget, move, random, states)]
                theme = "dark" if dark else "light"
                page.screenshot(path=screenshot_folder() / f"random-{name}-{width}-{theme}.png", full_page=True)
    return found


@pytest.fixture(autouse=True)
def _english_again(monkeypatch) -> None:
    monkeypatch.setattr(_words, "_spoken", [])


@pytest.mark.parametrize("name", PICTURES)
def test_no_word_in_a_picture_covers_anything_in_16_random_states(browser: Browser, name: str):
    assert look(browser, name, LOOKS, widgets=1, states=8) == []


@pytest.mark.long
@pytest.mark.parametrize("name", PICTURES)
def test_no_word_in_a_picture_covers_anything_in_1000_random_states(browser: Browser, name: str):
    assert look(browser, name, ALL_LOOKS, widgets=10, states=25) == []
