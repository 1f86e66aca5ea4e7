"""A guest: a student who is connected, and what they are about to say."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect

from ..widgets.negotiation_table.composing import EMPTY
from .seating import Chair
from .seen import State

ELSEWHERE, GONE = 4001, 4003
"""Why a connection is closed for good: the seat was opened in another window, or the code no longer opens it."""


@dataclass(slots=True)
class Draft:
    """What somebody is about to say: packages, sayings and manner as the browser holds them, and the typed words."""

    draft: dict[str, Any] = field(default_factory=lambda: dict(EMPTY))
    typed: str = ""


@dataclass(eq=False, slots=True)
class Guest:
    """A connection of a student's, to which states are sent one after the other."""

    chair: Chair
    socket: WebSocket
    draft: Draft
    _sending: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def tell(self, state: Callable[[], State], number: int | None = None) -> None:
        """Send the state as it is once this message's turn has come; `number` says which request it answers."""
        async with self._sending:
            with suppress(RuntimeError, WebSocketDisconnect):  # gone meanwhile; who comes back is told everything
                await self.socket.send_json({"id": number, "state": state()})

    async def close(self, code: int) -> None:
        """Close the connection for this reason."""
        with suppress(RuntimeError):
            await self.socket.close(code)
