"""Every page of a site in every look, as axe and a ruler see it: as it opens, and once all bets are placed."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route

from .conftest import served

WIDTHS = (320, 1280)
LOOKS = {
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced colours": {"color_scheme": "light", "forced_colors": "active"},
}
"""Besides the light one; only contrast hangs on them."""
OPTIONS = {"rules": {"target-size": {"enabled": True}}}  # axe leaves out what is new in WCAG 2.2 unless it is asked
CONTRAST = {"runOnly": ["color-contrast"]}
LIVE = "script#simulations"
STORE, RUN = "fieldset + button:has(+ .bp-go)", "fieldset + button + .bp-go"
UNFOLD = "() => document.querySelectorAll('details').forEach((fold) => (fold.open = true))"
SCRIPT = re.compile(r"<script\b.*?</script>|</?noscript>", re.DOTALL)
Fault = tuple[str, int, str, str, str]
"""The page, the width of the screen, the look, the rule and the place."""


def pages_of(folder: Path, language: str) -> list[str]:
    """Return the names of a site's pages in a language."""
    files = (folder if language == "en" else folder / language).glob("*.html")
    return sorted(str(file.relative_to(folder)) for file in files)


def faults(browser: Browser, folder: Path, names: Iterable[str], *, scripts: bool = True) -> Iterator[Fault]:
    """Yield what is found on these pages of the site in a folder."""
    with served(folder) as address:
        for width in WIDTHS:
            context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
            page = context.new_page()
            if not scripts:
                page.route("**/*.html", _without_scripts)
            for name in names:
                page.goto(f"{address}/{name}")
                is_live = scripts and page.locator(LIVE).count() > 0
                if is_live:
                    page.locator("html[data-whole]").wait_for(state="attached")
                yield from ((name, *fault) for fault in _faults(page, width))
                if is_live:
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
    page.emulate_media(color_scheme="light", forced_colors="none")
    yield from ((width, "light", *found) for found in violations(page))
    if page.evaluate("() => document.documentElement.scrollWidth") > width:
        yield width, "light", "wider than the screen", ""
    if width == WIDTHS[-1]:
        for look, media in LOOKS.items():
            page.emulate_media(**media)
            yield from ((width, look, *found) for found in violations(page, CONTRAST))


def violations(page: Page, options: dict[str, Any] = OPTIONS) -> list[tuple[str, str]]:
    """Return what axe finds on a page: the rules and the places."""
    found = Axe().run(page, options=options).response["violations"]
    return [(each["id"], node["html"]) for each in found for node in each["nodes"]]
