"""Answers of the server: each says what a page may load, and is kept nowhere."""

from starlette.responses import HTMLResponse, Response

from ..grading.page_headers import page_headers
from .pages import POLICY

HEADERS = page_headers(POLICY)


def page(html: str, status: int = 200) -> Response:
    """Return a page."""
    return HTMLResponse(html, status, HEADERS)


def script(text: str) -> Response:
    """Return a script."""
    return Response(text, media_type="text/javascript", headers=HEADERS)
