"""Pages by Tab: down the page to everything and out again, always in plain sight; and with text spaced wider."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from .by_keyboard import IN_SIGHT

PAGES = (
    "00-welcome.html",
    pytest.param("index.html", marks=pytest.mark.long),
    pytest.param("exercise-01-both-can-gain.html", marks=pytest.mark.long),
    pytest.param("my-negotiation.html", marks=pytest.mark.long),
    pytest.param("first-and-last.html", marks=pytest.mark.long),
    pytest.param("search.html", marks=pytest.mark.long),
    pytest.param("course.html", marks=pytest.mark.long),
    pytest.param("conformance.html", marks=pytest.mark.long),
)
ALARMED = """() => {
  const sentence = "This browser couldn't keep what you do here. Save it to a file before you close the page. ";
  for (const place of document.querySelectorAll("#alarms"))
    for (const name of ["full", "stopped"]) {
      const line = document.createElement("p");
      line.append(sentence.repeat(2), Object.assign(document.createElement("button"), { textContent: name }));
      place.append(line);
    }
}"""
ALL = """() => {
  const controls = "a[href], input, button, select, textarea, summary, [tabindex='0']";
  const shown = (node) => !node.disabled && node.checkVisibility({ visibilityProperty: true });
  window.all = [...document.querySelectorAll(controls)].filter(shown);
  const radios = new Set(all.filter((node) => node.type === "radio").map((node) => node.name));
  return all.filter((node) => node.type !== "radio").length + radios.size;
}"""
FOCUS = """() => {
  const node = document.activeElement;
  if (node === document.body) return null;
  const style = getComputedStyle(node);
  const outline = style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth);
  return { place: all.indexOf(node), isSeen: inSight(node), outline, html: node.outerHTML.slice(0, 200) };
}"""
SPACED = """*:not(svg *) {
  line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important
}
p { margin-bottom: 2em !important }"""
CUT = """() => [...document.querySelectorAll("body *:not(svg, svg *, script, .bp-unseen)")]
  .filter((node) => node.checkVisibility() && node.textContent.trim() && node.clientWidth)
  .filter((node) => {
    const { overflowX: across, overflowY: down } = getComputedStyle(node);
    const isCut = (flow, full, room) => /hidden|clip/.test(flow) && full > room + 1;
    return isCut(across, node.scrollWidth, node.clientWidth) || isCut(down, node.scrollHeight, node.clientHeight);
  })
  .map((node) => node.outerHTML.slice(0, 200))"""
by_page = pytest.mark.parametrize("name", PAGES)


@pytest.fixture(params=[(1280, 720), (320, 600)], ids=["wide", "narrow"])
def page(request, browser: Browser) -> Iterator[Page]:
    width, height = request.param
    context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce")
    context.add_init_script(path=IN_SIGHT)
    yield context.new_page()
    context.close()


def opened(page: Page, address: str, name: str) -> None:
    page.goto(f"{address}/{name}")
    if page.locator("script#simulations").count():
        page.locator("html[data-whole]").wait_for(state="attached")


@by_page
def test_tab_goes_down_the_page_to_everything_and_out_again_in_plain_sight(page, address, name):
    opened(page, address, name)
    page.evaluate(ALARMED)
    count, seen = page.evaluate(ALL), []
    page.keyboard.press("Tab")
    while (focus := page.evaluate(FOCUS)) and len(seen) <= count:
        seen.append(focus)
        page.keyboard.press("Tab")
    assert [each["html"] for each in seen if not each["isSeen"]] == []
    assert [each["html"] for each in seen if each["outline"] < 2] == []
    places = [each["place"] for each in seen]
    assert places == sorted(set(places))
    assert len(places) == count


@by_page
def test_wider_spacing_of_text_cuts_nothing_off(page, address, name):
    opened(page, address, name)
    page.add_style_tag(content=SPACED)
    page.evaluate("() => document.querySelectorAll('details').forEach((fold) => (fold.open = true))")
    page.wait_for_timeout(200)  # what is drawn to the window's width is drawn again
    assert page.evaluate(CUT) == []
    assert page.evaluate("() => document.documentElement.scrollWidth") <= page.viewport_size["width"]
