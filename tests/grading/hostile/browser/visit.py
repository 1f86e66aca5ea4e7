"""One page opened in the browser: what it asked for, what ran, what it holds and shows."""

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Error, Page, Request, Route

AUDIT = Path(__file__).with_name("audit.js").read_text(encoding="utf-8")
MILLISECONDS_TO_SHOW = 20_000
MILLISECONDS_TO_ACT = 250  # after the page is loaded: what fails, animates or waits, acts then
PLANTED = {  # what a stranger's server answers, so that its script is seen to run
    "script": ("text/javascript", "hurt('a script from elsewhere')"),
    "document": ("text/html", "<script>hurt('a page from elsewhere')</script>"),
    "stylesheet": ("text/css", "body { display: none }"),
    "image": ("image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
}
OWN_FILES: dict[str, tuple[str, bytes]] = {}


@dataclass
class Visit:
    """What was seen of one page; `elements` are what audit.js tells, `text` what a person can read."""

    address: str
    status: int = 0
    seconds: float = 0.0
    requests: list[str] = field(default_factory=list)
    ran: list[str] = field(default_factory=list)
    elements: dict[str, list[str]] = field(default_factory=dict)
    text: str = ""


def visit(browser: Browser, address: str, *, quiet: bool = False) -> Visit:
    """Open a page as nobody did before; `quiet` looks at a page that no script of its own changes."""
    seen, began = Visit(address), time.monotonic()
    with _watched_page(browser, seen) as page, suppress(Error):
        answer = page.goto(address, timeout=MILLISECONDS_TO_SHOW)
        seen.status = answer.status if answer else 0
        if not quiet:
            with suppress(Error):
                page.wait_for_function("() => !window.$ || $.active === 0", timeout=5_000)
        seen.seconds = time.monotonic() - began
        page.wait_for_timeout(MILLISECONDS_TO_ACT)
        _read(page, seen)
    return seen


def _read(page: Page, seen: Visit) -> None:
    """Note what the page holds, and whether it is still the one that was asked for."""
    if page.url.split("#")[0].rstrip("/") != seen.address.rstrip("/"):
        seen.requests.append(f"went to {page.url}")
    seen.text = " ".join(page.evaluate("document.body.innerText").split())
    seen.elements = page.evaluate(AUDIT)


@contextmanager
def _watched_page(browser: Browser, seen: Visit) -> Iterator[Page]:
    """A page of a fresh profile that tells what it asks for, and in which `hurt` is what a planted script calls."""
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    context.expose_binding("hurt", lambda _, *what: seen.ran.append(f"hurt {what}"))
    context.route("**/*", lambda route: _answer(route, seen))
    page = context.new_page()
    context.on("page", lambda other: seen.ran.append(f"opened a window {other.url}"))
    page.on("dialog", lambda dialog: (seen.ran.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("download", lambda download: seen.requests.append(f"download {download.url}"))
    page.on("websocket", lambda socket: seen.requests.append(f"websocket {socket.url}"))
    try:
        yield page
    finally:
        context.close()


def _answer(route: Route, seen: Visit) -> None:
    """Note a request that leaves the page, pass on what is for this machine, and answer for all others."""
    request = route.request
    if not (_is_page(request, seen)):
        seen.requests.append(f"{request.method} {request.url}")
    if request.url.startswith(("file:", seen.address.split("/formgrader")[0])):
        return _from_jupyter(route)
    kind, body = PLANTED.get(request.resource_type, ("text/plain", ""))
    if "mathjax" in request.url.casefold() or "/ajax/libs/" in request.url:
        return route.abort()  # what the page itself brings from elsewhere
    return route.fulfill(content_type=kind, body=body, headers={"Access-Control-Allow-Origin": "*"})


def _from_jupyter(route: Route) -> None:
    """Pass a request on; formgrader's own files, the same for every page, are kept here after the first time."""
    path = route.request.url.partition("/formgrader/static/")[2]
    if not path:
        return route.continue_()
    if path not in OWN_FILES:
        answer = route.fetch()
        OWN_FILES[path] = (answer.headers.get("content-type", ""), answer.body())
    kind, body = OWN_FILES[path]
    return route.fulfill(content_type=kind, body=body)


def _is_page(request: Request, seen: Visit) -> bool:
    return request.url.rstrip("/") == seen.address.rstrip("/") and request.is_navigation_request()
