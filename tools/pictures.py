"""The README's picture: the first simulation of lesson 1, after its bet."""

from pathlib import Path

from tests.browser import open_browser
from tests.plain_page import widget_page
from tests.widgets.states.payoff_explorer import run_explorer

PICTURE = Path(__file__).parents[1] / "widgets" / "payoff_explorer" / "payoff_explorer.png"


def draw() -> None:
    """Draw the picture again."""
    with open_browser() as browser, widget_page(browser, run_explorer(), width=900) as page:
        page.locator(".bp-plane").wait_for()
        page.locator("#place").screenshot(path=PICTURE)
