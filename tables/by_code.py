"""The entrance for a class in one room: everybody types the code that opens their sheet."""

from urllib.parse import parse_qs

from starlette.requests import HTTPConnection, Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from .keys import Keys, UnknownCodeError, letters_typed
from .pages import front_page
from .responses import page
from .seating import Chair

COOKIE = "biggerpie-seat"
SHIFT = 12 * 60 * 60  # seconds for which a browser keeps the code
LONGEST_FORM = 1_000


class ByCode:
    """Whoever has the code of a seat sits there."""

    signs_out = True

    def __init__(self, keys: Keys) -> None:
        """Let in those whose code opens a seat."""
        self._keys = keys

    def routes(self) -> list[BaseRoute]:
        """Return where a code is sent, and forgotten."""
        return [Route("/", self._sign_in, methods=["POST"]), Route("/leave", self._sign_out, methods=["POST"])]

    async def chair_of(self, asks: HTTPConnection) -> Chair | None:
        """Return the chair that the browser's code opens."""
        try:
            return self._keys.chair_of(asks.cookies.get(COOKIE, ""))
        except UnknownCodeError:
            return None

    async def receive(self, request: Request) -> Response:
        """Ask for a code, and forget one that opens nothing."""
        answer = page(front_page())
        if request.cookies.get(COOKIE):
            answer.delete_cookie(COOKIE)
        return answer

    async def _sign_in(self, request: Request) -> Response:
        """Keep a code that opens a seat, in a cookie that no script and no other site can use."""
        code = await _typed_code(request)
        try:
            self._keys.chair_of(code)
        except UnknownCodeError as problem:
            return page(front_page(str(problem)), 403)
        answer = RedirectResponse("./", status_code=303)
        secure = request.url.scheme == "https"
        answer.set_cookie(COOKIE, letters_typed(code), max_age=SHIFT, httponly=True, samesite="strict", secure=secure)
        return answer

    async def _sign_out(self, _: Request) -> Response:
        answer = RedirectResponse("./", status_code=303)
        answer.delete_cookie(COOKIE)
        return answer


async def _typed_code(request: Request) -> str:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST_FORM:
            return ""
    return parse_qs(body.decode("utf-8", "replace")).get("code", [""])[0]
