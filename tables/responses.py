"""Answers of the server: each says what a page may load, and is kept nowhere."""

from starlette.responses import HTMLResponse, Response

from .pages import POLICY

HEADERS = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


def page(html: str, status: int = 200) -> Response:
    """Return a page."""
    return HTMLResponse(html, status, HEADERS)


def script(text: str) -> Response:
    """Return a script."""
    return Response(text, media_type="text/javascript", headers=HEADERS)
