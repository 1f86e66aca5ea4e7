"""An entrance: how somebody comes to their chair."""

from typing import Protocol

from starlette.requests import HTTPConnection, Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from .seating import Chair


class Entrance(Protocol):
    """Knows whose each request is."""

    signs_out: bool
    """Whether a page offers to sign out, at the address `leave`."""

    def routes(self) -> list[BaseRoute]:
        """Return the addresses of its own."""

    async def chair_of(self, asks: HTTPConnection) -> Chair | None:
        """Return the chair of whoever asks; raise NegotiationError where that cannot be known just now."""

    async def receive(self, request: Request) -> Response:
        """Answer somebody who has no chair."""
