"""The server of the live tables: a page for each seat, and the connection that keeps it up to date."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from importlib import resources
from typing import Any
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from ..negotiation import NegotiationError
from ..widgets._bundle import bundle
from .entrance import Entrance
from .guest import GONE, Guest
from .hall import Hall
from .hearing import hear
from .pages import no_seat_page, table_page
from .responses import page, script

PAUSE = 0.01  # seconds between two requests of one page
TRY_AGAIN = 1013  # WebSocket's own number for it


class Doors:
    """The addresses of the server, and who may go where."""

    def __init__(self, hall: Hall, entrance: Entrance) -> None:
        """Open the hall to those whom the entrance knows."""
        self._hall, self._entrance = hall, entrance

    def routes(self) -> list[BaseRoute]:
        """Return all addresses, without what stands above them behind a proxy."""
        return [
            Route("/", self._front, methods=["GET"]),
            *self._entrance.routes(),
            WebSocketRoute("/talk", self._talk),
            *(Route(f"/{name}", _script(text)) for name, text in scripts().items()),
        ]

    async def _front(self, request: Request) -> Response:
        try:
            chair = await self._entrance.chair_of(request)
            if chair is None:
                return await self._entrance.receive(request)
        except NegotiationError as problem:
            return page(no_seat_page("", str(problem)), 503)
        return page(table_page(chair, signs_out=self._entrance.signs_out))

    async def _talk(self, socket: WebSocket) -> None:
        """Keep a page up to date, and hear it, as long as it is connected."""
        if not _of_this_site(socket):
            await socket.close()
            return
        await socket.accept()
        try:
            chair = await self._entrance.chair_of(socket)
        except NegotiationError:
            await socket.close(TRY_AGAIN)
            return
        if chair is None:
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


def application(hall: Hall, entrance: Entrance, prefix: str = "/") -> Starlette:
    """Return the application, below the address `prefix`; when it ends, every talk's records are written."""
    routes = Doors(hall, entrance).routes()
    return Starlette(routes=[Mount(prefix.rstrip("/"), routes=routes)], lifespan=_until_closed(hall))


def scripts() -> dict[str, str]:
    """Return the scripts of a page, by their addresses: how it stays connected, a host for the table, and the table."""
    front, host = (
        resources.files(f"biggerpie.{room}").joinpath(name).read_text(encoding="utf-8")
        for room, name in (("tables", "page.js"), ("website", "page/host.js"))
    )
    with resources.as_file(resources.files(__package__)) as here:
        table = bundle("tables/live_table.js", here.parent)
    return {"tables/page.js": front, "website/page/host.js": host, "tables/live_table.js": table}


def _until_closed(hall: Hall) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        hall.close()

    return lifespan


def _script(text: str) -> Callable[[Request], Any]:
    async def answer(_: Request) -> Response:
        return script(text)

    return answer


def _of_this_site(socket: WebSocket) -> bool:
    """Return whether a page of this server asks: browsers say from which site a connection is opened."""
    origin = socket.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == socket.headers.get("host")
