"""Every page of a site in every look, as axe and a ruler see it: as it opens, and once all bets are placed."""

import re
from collections.abc import Iterator
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route

from .conftest import served

LOOKS = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced colours": {"color_scheme": "light", "forced_colors": "active"},
}
WIDTHS = (320, 1280)
LIVE = "script#simulations"
STORE, RUN = "fieldset + button:has(+ .bp-go)", "fieldset + button + .bp-go"
UNFOLD = "() => document.querySelectorAll('details').forEach((fold) => (fold.open = true))"
SCRIPT = re.compile(r"<script\b.*?</script>|</?noscript>", re.DOTALL)
Fault = tuple[str, int, str, str, str]
"""The page, the width of the screen, the look, the rule and the place."""


def pages_of(folder: Path) -> list[str]:
    """Return the names of a site's pages."""
    return sorted(str(file.relative_to(folder)) for file in folder.rglob("*.html"))


def faults(browser: Browser, folder: Path, *, scripts: bool = True) -> Iterator[Fault]:
    """Yield what is found on the pages of the site in a folder."""
    with served(folder) as address:
        for width in WIDTHS:
            context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
            page = context.new_page()
            if not scripts:
                page.route("**/*.html", _without_scripts)
            for name in pages_of(folder):
                page.goto(f"{address}/{name}")
                yield from ((name, *fault) for fault in _faults(page, width))
                if scripts and page.locator(LIVE).count():
                    page.locator("html[data-moves]").wait_for(state="attached")
                    yield from ((name, *fault) for fault in _faults(page, width))
                    place_bets(page)
                    yield from ((name, *fault) for fault in _faults(page, width))
            context.close()


def _without_scripts(route: Route) -> None:
    """Show a page as it is where scripts are switched off; axe itself wouldn't run there."""
    route.fulfill(body=SCRIPT.sub("", route.fetch().text()), content_type="text/html; charset=utf-8")


def place_bets(page: Page) -> None:
    """Bet on the first choice of each simulation, let it run, and unfold what is folded."""
    for simulation in page.locator("[id^=simulation-]").all():
        if simulation.locator(STORE).first.is_visible():
            simulation.get_by_role("radio").first.check()
            simulation.locator(STORE).first.click()
            simulation.locator(RUN).first.click()
    page.evaluate(UNFOLD)


def _faults(page: Page, width: int) -> Iterator[tuple[int, str, str, str]]:
    for look, media in LOOKS.items():
        page.emulate_media(**media)
        for found in Axe().run(page).response["violations"]:
            yield from ((width, look, found["id"], node["html"]) for node in found["nodes"])
        if page.evaluate("() => document.documentElement.scrollWidth") > width:
            yield width, look, "wider than the screen", ""
