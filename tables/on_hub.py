"""Serving the tables as a JupyterHub service: the hub says who comes, and a new round is taken up by itself."""

import argparse
import asyncio
import socket
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import uvicorn

from ..course.role_play.codes import FILE as CODES
from ..course.role_play.round_files import TABLES, seated_rounds
from ..grading.course_path import require_course
from ..grading.dossiers.hub_names import FILE, names_as_written
from ..negotiation import NegotiationError
from .by_hub import ByHub
from .hall import Hall
from .live_talk import LiveTalk
from .seating import Chair, seats
from .server import application
from .service import prefix
from .serving import complain, configuration, own_database, take_up
from .store import Store

BETWEEN_LOOKS = 2.0  # seconds
REMEMBERED = 60  # seconds for which the hub isn't asked about somebody again: so long a sign-out may take


def serve_on_hub(options: argparse.Namespace, listening: socket.socket) -> None:
    """Serve the rounds, the one that was seated last where none is named, until the hub stops it."""
    from jupyterhub.services.auth import HubOAuth

    course = options.course.resolve()
    require_course(course)
    auth = HubOAuth(cache_max_age=REMEMBERED)
    with listening:
        asyncio.run(_serve(course, options, listening, auth))


async def _serve(course: Path, options: argparse.Namespace, listening: socket.socket, auth: Any) -> None:
    again, below = True, prefix()
    while again:
        seen = stamp(course)
        with closing(Store(options.database or own_database(course))) as store:
            found, talks = seated(course, store, options)
            hall = Hall(talks, options.wait, complain)
            hall.keep_all()
            entrance = ByHub(found, names_as_written(course), auth, below)
            server = uvicorn.Server(configuration(application(hall, entrance, below)))
            again = await _until(server, listening.dup(), lambda: stamp(course) != seen)  # noqa: B023  # asked at once


def seated(course: Path, store: Store, options: argparse.Namespace) -> tuple[dict[str, Chair], list[LiveTalk]]:
    """Return everybody's chair and all talks, none where they cannot be taken up: a hub goes on without them."""
    try:
        found = seats_by_student(course, options.rounds or latest(course))
        return found, take_up(found, store, turns=options.turns, counterpart=options.counterpart)
    except NegotiationError as problem:
        complain(str(problem))
        return {}, []


async def _until(server: uvicorn.Server, listening: socket.socket, changed: Callable[[], bool]) -> bool:
    """Serve until somebody is seated elsewhere, and return True; False where the server was stopped."""
    serving = asyncio.ensure_future(server.serve([listening]))
    while not (await asyncio.wait({serving}, timeout=BETWEEN_LOOKS))[0]:
        if changed():
            server.should_exit = True
            await serving
            return True
    await serving
    return False


def latest(course: Path) -> list[str]:
    """Return the name of the round that was seated last, none where nobody was seated yet."""
    found = max(seated_rounds(course), key=lambda folder: (folder / TABLES).stat().st_mtime, default=None)
    return [found.name] if found else []


def seats_by_student(course: Path, rounds: list[str]) -> dict[str, Chair]:
    """Return everybody's chair; a student of several rounds sits in the one that is named first."""
    found: dict[str, Chair] = {}
    for name in rounds:
        found = seats(course, name) | found
    return found


def stamp(course: Path) -> tuple[tuple[str, int], ...]:
    """Return what changes when somebody is seated, or called otherwise by the hub."""
    files = [course / FILE, *(folder / name for folder in seated_rounds(course) for name in (TABLES, CODES))]
    return tuple((str(file), file.stat().st_mtime_ns) for file in sorted(files) if file.is_file())
