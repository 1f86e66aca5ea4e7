"""A widget that is closed leaves nothing behind: no listener, no timer, no observer, in real Chromium."""

from typing import Any

import anywidget
import pytest
import traitlets
from playwright.sync_api import Browser, CDPSession, Page

from ..plain_page import widget_page
from .catalogue import RICHEST

TIMES = 100
# Places that live longer than a widget; what listens inside its own place goes with it.
LASTING = ("window", "document", "document.documentElement", "document.body", "document.getElementById('place')")

COUNT = """() => {
  const left = (window.left = { timers: new Set(), observers: new Set() });
  for (const [start, stop] of [["setTimeout", "clearTimeout"], ["setInterval", "clearInterval"]]) {
    const [begin, end] = [window[start], window[stop]];
    window[start] = (run, ...rest) => {
      const once = () => (start === "setTimeout" && left.timers.delete(id), run());
      const id = begin(once, ...rest);
      left.timers.add(id);
      return id;
    };
    window[stop] = (id) => (left.timers.delete(id), end(id));
  }
  for (const name of ["ResizeObserver", "MutationObserver", "IntersectionObserver"]) {
    window[name] = class extends window[name] {
      observe(...what) { left.observers.add(this); super.observe(...what); }
      disconnect() { left.observers.delete(this); super.disconnect(); }
    };
  }
}"""
OPEN_AND_CLOSE = """async (times) => {
  for (let time = 0; time < times; time += 1) {
    await window.plainHost.open();
    await new Promise(requestAnimationFrame);
    await window.plainHost.close();
  }
}"""


class Littering(anywidget.AnyWidget):
    """Leaves one of everything each time it is closed."""

    _esm = """export default { render: ({ model, el }) => {
      model.on("change:words", () => {});
      window.addEventListener("resize", () => {});
      el.addEventListener("click", () => {});
      setInterval(() => {}, 1000);
      new ResizeObserver(() => {}).observe(document.createElement("div"));
    } }"""
    _css = ""
    words = traitlets.Dict().tag(sync=True)


def listeners(chrome: CDPSession, place: str) -> int:
    """How many listeners are at a place that outlives the widget, as the browser itself counts them."""
    found = chrome.send("Runtime.evaluate", {"expression": place})["result"]["objectId"]
    return len(chrome.send("DOMDebugger.getEventListeners", {"objectId": found})["listeners"])


def alive(chrome: CDPSession) -> dict[str, float]:
    """How many elements and listeners are alive anywhere in the page once all rubbish is gone."""
    chrome.send("HeapProfiler.collectGarbage")
    metrics = chrome.send("Performance.getMetrics")["metrics"]
    return {one["name"]: one["value"] for one in metrics if one["name"] in {"JSEventListeners", "Nodes"}}


def left_behind(page: Page, chrome: CDPSession) -> dict[str, Any]:
    """Everything that a closed widget should have ended."""
    counted = page.evaluate(
        "() => ({ timers: left.timers.size, observers: left.observers.size, handlers: plainHost.handlers() })"
    )
    return counted | {place: listeners(chrome, place) for place in LASTING}


def opened_and_closed(page: Page) -> tuple[dict[str, Any], dict[str, float]]:
    """What is left, and by how much more is alive after a hundred times than after ten."""
    chrome = page.context.new_cdp_session(page)
    chrome.send("Performance.enable")
    page.evaluate("() => plainHost.close()")
    page.evaluate(COUNT)
    page.evaluate(OPEN_AND_CLOSE, 10)
    before = alive(chrome)
    page.evaluate(OPEN_AND_CLOSE, TIMES - 10)
    after = alive(chrome)
    return left_behind(page, chrome), {name: after[name] - before[name] for name in after}


@pytest.mark.long
@pytest.mark.parametrize("make", RICHEST, ids=lambda make: make.__name__)
def test_a_widget_closed_a_hundred_times_leaves_nothing(browser: Browser, make):
    with widget_page(browser, make()) as page:
        left, more = opened_and_closed(page)
        assert {name: number for name, number in left.items() if number} == {}
        assert max(more.values()) < TIMES // 2, more


def test_what_is_left_behind_would_be_seen(browser: Browser):
    with widget_page(browser, Littering()) as page:
        left, more = opened_and_closed(page)
        assert left["timers"] == left["observers"] == TIMES
        # What listens has been there since the widget was first opened, before anything was counted.
        assert left["handlers"] == left["window"] == left["document.getElementById('place')"] == TIMES + 1
        assert more["JSEventListeners"] >= TIMES
