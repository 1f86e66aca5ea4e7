"""The door lets in those who have the token that the command printed, and from then on a cookie."""

from secrets import compare_digest, token_urlsafe

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from ...grading.page_headers import page_headers
from .pages import POLICY, said_page

HEADERS = page_headers(POLICY) | {"Cross-Origin-Resource-Policy": "same-origin"}
CLOSED = (
    "The desk is closed",
    "Open the address that 'biggerpie desk' printed, with its token. Each start of the command has another one.",
)


class Door:
    """Stands before an application and lets nobody else to it."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        """Guard the application by a token."""
        self._app, self._token, self._pass = app, token, token_urlsafe(32)
        self._cookie = f"biggerpie-desk-{token_urlsafe(6)}"  # browsers share cookies among all ports of a computer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let in, give the cookie, or refuse; other connections than requests are not for here."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            request = Request(scope)
            answer = self._answer(request)
            await (answer or self._app)(scope, receive, send)

    def _answer(self, request: Request) -> Response | None:
        """Return the door's own answer, None for whoever may pass."""
        if "token" in request.query_params and _same(request.query_params["token"], self._token):
            answer = RedirectResponse("/", 303, HEADERS)  # so that the token leaves the address
            answer.set_cookie(self._cookie, self._pass, httponly=True, samesite="lax")
            return answer
        if _same(request.cookies.get(self._cookie, ""), self._pass):
            return None
        return HTMLResponse(said_page(*CLOSED), 403, HEADERS)


def _same(one: str, other: str) -> bool:
    return compare_digest(one.encode("utf-8", "surrogatepass"), other.encode())
