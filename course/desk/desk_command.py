"""`biggerpie desk`: the instructor's desk, a page on this computer that only its user opens."""

import argparse
import os
import secrets
import socket
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkstemp

from ...grading.class_run.staging import HIDDEN
from ...grading.course_path import require_course
from ...grading.needed_packages import require_packages
from ...negotiation import NegotiationError

EXPLANATION = """
Opens a page of what 'biggerpie status' shows: every assignment, from handed out to exported, what waits and the command
that sees to it, and each student with what is missing. It reads and changes nothing. Only this computer reaches it, and
only whoever has the token in its address.
"""
NEEDED = ("starlette", "uvicorn")
LOOPBACK = "127.0.0.1"
OPENING = '<!DOCTYPE html><meta charset="utf-8"><title>Desk</title><meta http-equiv="refresh" content="0; url={}">'


def add_desk_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `desk` to the command line."""
    command = commands.add_parser("desk", help="open a page of where the class stands", description=EXPLANATION)
    command.add_argument("--course", type=Path, default=Path(), metavar="FOLDER", help="the course's folder (here)")
    command.add_argument("--port", type=int, default=0, help="(one that is free)")
    command.add_argument("--no-browser", action="store_true", help="print the address instead of opening it")
    command.set_defaults(run=lambda options, _: _desk(options), passes_on=False)


def _desk(options: argparse.Namespace) -> None:
    require_packages(*NEEDED)
    course = options.course.resolve()
    require_course(course)
    import uvicorn

    from .server import application

    token = secrets.token_urlsafe(24)
    with _listening(options.port) as listening:
        address = f"http://{LOOPBACK}:{listening.getsockname()[1]}/?token={token}"
        print(f"The desk is at {address} until you press Ctrl + C.", flush=True)
        app = application(course, token)
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, server_header=False))
        with _opening_page(course, address) as page:
            if not options.no_browser:
                webbrowser.open(page.as_uri())
            server.run([listening])


@contextmanager
def _opening_page(course: Path, address: str) -> Iterator[Path]:
    """Give a page that leads to the address: others on this computer can read what a browser is started with."""
    handle, name = mkstemp(".html", "desk-", _hidden(course))  # for this user alone
    os.close(handle)
    try:
        Path(name).write_text(OPENING.format(address), encoding="utf-8")
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


def _hidden(course: Path) -> Path:
    (course / HIDDEN).mkdir(exist_ok=True)
    return course / HIDDEN


def _listening(port: int) -> socket.socket:
    """Return a socket that this computer alone reaches; raise NegotiationError where the port is taken."""
    try:
        return socket.create_server((LOOPBACK, port))
    except (OSError, OverflowError) as error:
        raise NegotiationError(f"nothing can be served at port {port} ({error}); name another --port.") from None
