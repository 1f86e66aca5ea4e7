"""The server of the live tables: a page for each seat, behind its code, and the connection that keeps it up to date."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from importlib import resources
from typing import Any
from urllib.parse import parse_qs, urlsplit

from starlette.applications import Starlette
from starlette.requests import HTTPConnection, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from ..widgets._bundle import bundle
from .guest import GONE, Guest
from .hall import Hall
from .hearing import hear
from .keys import Keys, UnknownCodeError
from .pages import POLICY, front_page, table_page
from .seating import Chair

COOKIE = "biggerpie-seat"
SHIFT = 12 * 60 * 60  # seconds for which a browser keeps the code
LONGEST_FORM = 1_000
PAUSE = 0.01  # seconds between two requests of one page
HEADERS = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


class Doors:
    """The addresses of the server, and who may go where."""

    def __init__(self, hall: Hall, keys: Keys) -> None:
        """Open the hall to those whose code opens a seat."""
        self._hall, self._keys = hall, keys

    def routes(self) -> list[BaseRoute]:
        """Return all addresses, without what stands above them behind a proxy."""
        return [
            Route("/", self._front, methods=["GET"]),
            Route("/", self._sign_in, methods=["POST"]),
            Route("/leave", self._sign_out, methods=["POST"]),
            WebSocketRoute("/talk", self._talk),
            *(Route(f"/{name}", _script(text)) for name, text in scripts().items()),
        ]

    def _chair(self, request: HTTPConnection) -> Chair:
        """Return the chair of whoever asks; raise UnknownCodeError for nobody's."""
        return self._keys.chair_of(request.cookies.get(COOKIE, ""))

    async def _front(self, request: Request) -> Response:
        if not request.cookies.get(COOKIE):
            return _page(front_page())
        try:
            return _page(table_page(self._chair(request)))
        except UnknownCodeError:
            answer = _page(front_page())
            answer.delete_cookie(COOKIE)
            return answer

    async def _sign_in(self, request: Request) -> Response:
        """Keep a code that opens a seat, in a cookie that no script and no other site can use."""
        code = await _typed_code(request)
        try:
            self._keys.chair_of(code)
        except UnknownCodeError as problem:
            return _page(front_page(str(problem)), 403)
        answer = RedirectResponse("./", status_code=303)
        secure = request.url.scheme == "https"
        answer.set_cookie(COOKIE, code, max_age=SHIFT, httponly=True, samesite="strict", secure=secure)
        return answer

    async def _sign_out(self, _: Request) -> Response:
        answer = RedirectResponse("./", status_code=303)
        answer.delete_cookie(COOKIE)
        return answer

    async def _talk(self, socket: WebSocket) -> None:
        """Keep a page up to date, and hear it, as long as it is connected."""
        if not _of_this_site(socket):
            await socket.close()
            return
        await socket.accept()
        try:
            chair = self._chair(socket)
        except UnknownCodeError:
            await socket.close(GONE)
            return
        guest = Guest(chair, socket, self._hall.draft_of(chair))
        try:
            await self._hall.welcome(guest)
            while True:
                await hear(self._hall, guest, await socket.receive_text())
                await asyncio.sleep(PAUSE)
        except (WebSocketDisconnect, RuntimeError, KeyError):  # gone, or what was sent is no text
            pass
        finally:
            self._hall.farewell(guest)


def application(hall: Hall, keys: Keys, prefix: str = "/") -> Starlette:
    """Return the application, below the address `prefix`; when it ends, every talk's records are written."""
    routes = Doors(hall, keys).routes()
    return Starlette(routes=[Mount(prefix.rstrip("/"), routes=routes)], lifespan=_until_closed(hall))


def scripts() -> dict[str, str]:
    """Return the scripts of a page, by their addresses: how it stays connected, a host for the table, and the table."""
    page, host = (
        resources.files(f"biggerpie.{room}").joinpath(name).read_text(encoding="utf-8")
        for room, name in (("tables", "page.js"), ("website", "page/host.js"))
    )
    with resources.as_file(resources.files(__package__)) as here:
        table = bundle("tables/live_table.js", here.parent)
    return {"tables/page.js": page, "website/page/host.js": host, "tables/live_table.js": table}


def _until_closed(hall: Hall) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        hall.close()

    return lifespan


def _script(text: str) -> Callable[[Request], Any]:
    async def script(_: Request) -> Response:
        return Response(text, media_type="text/javascript", headers=HEADERS)

    return script


def _page(html: str, status: int = 200) -> HTMLResponse:
    return HTMLResponse(html, status, HEADERS)


async def _typed_code(request: Request) -> str:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST_FORM:
            return ""
    return parse_qs(body.decode("utf-8", "replace")).get("code", [""])[0]


def _of_this_site(socket: WebSocket) -> bool:
    """Return whether a page of this server asks: browsers say from which site a connection is opened."""
    origin = socket.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == socket.headers.get("host")
