"""Serving the tables of a course until the instructor stops it."""

import argparse
import socket
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import uvicorn

from ..course.role_play.round_files import LIVE
from ..grading.class_run.staging import HIDDEN
from ..grading.counted import counted
from ..grading.course_path import require_course
from ..grading.submission.printable import printable
from ..negotiation import NegotiationError
from .by_code import ByCode
from .hall import Hall
from .hearing import LONGEST
from .keys import Keys
from .live_talk import LiveTalk
from .seating import Chair, chairs, seats
from .server import application
from .store import Store

MOST_BYTES = 4 * LONGEST  # of one message; a character may take four
UNHEARD = 10.0  # seconds after which a page that does not answer counts as gone


def serve(options: argparse.Namespace, listening: socket.socket) -> None:
    """Seat everybody, say where the pages are, and serve them; raise NegotiationError where that cannot be."""
    course = options.course.resolve()
    require_course(course)
    found = _all_chairs(course, options.rounds)
    with closing(Store(options.database or own_database(course))) as store:
        talks = take_up(found, store, turns=options.turns, counterpart=options.counterpart)
        hall = Hall(talks, options.wait, complain)
        hall.keep_all()  # what ended just before the server did
        _say_where(listening, len(talks), options)
        for sentence in without_code(course, options.rounds, found):
            complain(sentence)
        uvicorn.Server(configuration(application(hall, ByCode(Keys(found)), options.prefix))).run([listening])


def complain(sentence: str) -> None:
    """Tell the instructor, or a hub's log, what could not be written."""
    print(f"  {printable(sentence)}", flush=True)


def take_up(found: Mapping[str, Chair], store: Store, *, turns: int, counterpart: str) -> list[LiveTalk]:
    """Return every table's talk as it was left; `found` are chairs, by whatever name."""
    tables = {chair.table: None for chair in found.values()}
    return [LiveTalk(table, store, turns=turns, counterpart=counterpart) for table in tables]


def configuration(app: object) -> uvicorn.Config:
    """Return how the server runs: small messages, and guests who drop out are missed soon."""
    return uvicorn.Config(
        app,  # type: ignore[arg-type]
        ws="websockets-sansio",
        ws_max_size=MOST_BYTES,
        ws_ping_interval=UNHEARD,
        ws_ping_timeout=UNHEARD,
        ws_per_message_deflate=False,
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=2,
    )


def _all_chairs(course: Path, rounds: list[str]) -> dict[str, Chair]:
    found = {code: chair for name in dict.fromkeys(rounds) for code, chair in chairs(course, name).items()}
    if not found:
        raise NegotiationError("no seat has a code yet; run 'biggerpie pairs' for the round again, which draws them.")
    return found


def without_code(course: Path, rounds: list[str], found: Mapping[str, Chair]) -> list[str]:
    """Return a sentence for each student who has a seat in the rounds and no code that opens it."""
    have = {(chair.table.folder.name, chair.student) for chair in found.values()}
    return [
        f"{student} has no whole code in pairs/{name}/codes.csv, so nobody can take that seat; run 'biggerpie pairs' "
        "for the round again, which draws one."
        for name in dict.fromkeys(rounds)
        for student in seats(course, name)
        if (name, student) not in have
    ]


def own_database(course: Path) -> str:
    """Return the address of the file in which a course keeps its talks."""
    file = course / HIDDEN / LIVE
    file.parent.mkdir(exist_ok=True)
    return f"sqlite:///{file}"


def _say_where(listening: socket.socket, tables: int, options: argparse.Namespace) -> None:
    from .service import LOOPBACK
    from .tables_command import EVERYWHERE

    host, port = listening.getsockname()[:2]
    shown = _own_address() if host == EVERYWHERE else f"[{host}]" if ":" in host else host
    print(
        f"{counted(tables, 'table', 'tables')} at http://{shown}:{port}{options.prefix} until you press Ctrl + C.",
        flush=True,
    )
    print(f"  Everybody signs in with the code in pairs/{options.rounds[0]}/codes.csv.", flush=True)
    if host != LOOPBACK:
        print(
            "  Everybody in this network reaches the sign-in page, and nothing is encrypted: use one you trust.",
            flush=True,
        )


def _own_address() -> str:
    """Return this computer's address in its network; nothing is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        try:
            asked.connect(("192.0.2.1", 9))
            return str(asked.getsockname()[0])
        except OSError:
            return socket.gethostname()
