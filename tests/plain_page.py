"""A widget on a plain page in a real browser, with the real Python object behind it and no Jupyter between."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

import anywidget
from biggerpie.website.cells import answer, state_of
from playwright.sync_api import Browser, Page

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Widget</title>
<meta name="viewport" content="width=device-width">
<style>body { margin: 8px; background: Canvas; color: CanvasText; color-scheme: light dark }</style>
<style id="css"></style></head>
<body><main><h1 style="font: 1em sans-serif">Widget</h1><div id="place"></div></main></body></html>"""

HERE = Path(__file__).parent
START = (HERE / "plain_host.js").read_text(encoding="utf-8")
HOST = (HERE.parent / "website" / "page" / "host.js").read_text(encoding="utf-8")


@contextmanager
def widget_page(
    browser: Browser, widget: anywidget.AnyWidget, *, width: int = 1000, dark: bool = False, **screen: Any
) -> Iterator[Page]:
    """Show the widget on a plain page; an error in the page's console or code fails the test.

    `screen` says more of a context, as `finger.PHONE` does.
    """
    scheme: Literal["dark", "light"] = "dark" if dark else "light"
    given = {"viewport": {"width": width, "height": 900}} | screen
    context = browser.new_context(color_scheme=scheme, reduced_motion="reduce", **given)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)

    page.expose_function("toPython", lambda sent: answer(widget, sent))
    page.set_content(PAGE)
    page.evaluate(START, [HOST, widget._esm, widget._css, state_of(widget)])
    try:
        yield page
        assert faults == []
    finally:
        context.close()
