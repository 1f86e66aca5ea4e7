"""The still that a page keeps of a simulation: it looks as the simulation did, and nothing in it runs."""

from base64 import b64encode

import pytest
from biggerpie.widgets import BlameSpiral
from biggerpie.widgets._words import words
from biggerpie.widgets.fallback import MOST, Still, fallback, picture_in
from playwright.sync_api import Browser, Page

from ..plain_page import widget_page
from .catalogue import WIDGETS
from .states.blame_spiral import spiral
from .states.negotiation_table import talking_negotiation_table
from .states.package_builder import told_builder
from .states.payoff_explorer import explorer
from .states.question import question

LOOKED_AT = [spiral, talking_negotiation_table, told_builder, explorer, question]
UNLIKE = """async (sources) => {
  const images = sources.map((src) => Object.assign(new Image(), { src }));
  await Promise.all(images.map((image) => image.decode()));
  const [{ width, height }, other] = images;
  if (Math.abs(width - other.width) > 1 || Math.abs(height - other.height) > 1) return 1;
  const [one, two] = images.map((image) => {
    const context = Object.assign(document.createElement("canvas"), { width, height }).getContext("2d");
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, width - 1, height - 1).data;
  });
  return one.filter((value, at) => Math.abs(value - two[at]) > 64).length / one.length;
}"""
ALONE = """(html) => {
  const main = document.querySelector("main");
  main.innerHTML = html;
  main.replaceChildren(main.querySelector("img"));
}"""


def photograph(page: Page, place: str) -> str:
    return "data:image/png;base64," + b64encode(page.locator(place).screenshot()).decode()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("make", LOOKED_AT, ids=lambda make: make.__name__)
def test_a_still_looks_as_the_simulation_did(browser: Browser, make, dark):
    widget = make()
    widget.wants_still = True
    with widget_page(browser, widget, dark=dark) as page:
        page.evaluate("document.querySelector('h1').remove()")
        page.evaluate("document.getElementById('place').dispatchEvent(new Event('input'))")
        page.wait_for_function("plainHost.sent.length")
        picture = picture_in(page.evaluate("plainHost.sent.at(-1)"))
        assert picture
        before = photograph(page, "#place")
        shown = fallback(widget.words, Still(picture, "as it was"))["text/html"]
        page.evaluate(ALONE, shown)
        after = photograph(page, "img")
        assert page.evaluate(UNLIKE, [before, after]) < 0.002


def test_whoever_is_not_asked_for_stills_sends_none(browser: Browser):
    with widget_page(browser, spiral()) as page:
        page.evaluate("document.getElementById('place').dispatchEvent(new Event('input'))")
        page.wait_for_timeout(2_500)
        assert page.evaluate("plainHost.sent") == []


@pytest.mark.parametrize(
    "message", [None, [], {}, {"still": 7}, {"still": "<script>"}, {"still": "<svg " + "x" * MOST}], ids=range(6)
)
def test_what_is_no_still_is_not_shown(message):
    assert picture_in(message) is None


def test_nothing_in_a_still_or_its_words_becomes_a_part_of_the_page():
    odd = '"><script>alert(1)</script>'
    html = fallback(words("blame_spiral"), Still(f"<svg {odd}", odd))["text/html"]
    assert "<script" not in html
    assert html.count('"') == fallback(words("blame_spiral"), Still("<svg ", "calm"))["text/html"].count('"')


def test_the_words_of_a_still_do_not_answer_a_bet_before_it_was_placed():
    widget = BlameSpiral(bet="insult")
    assert widget.caption() == ""
    widget.prediction = 0
    widget.ran = True
    assert widget.caption() == widget.picture["summary"]


@pytest.mark.parametrize("make", WIDGETS, ids=lambda make: make.__name__)
def test_stills_are_asked_for_where_the_record_keeps_what_was_done(make):
    widget = make()
    assert not widget.wants_still
    widget._ipython_display_()
    assert widget.wants_still is bool(widget.remembered)
