"""`biggerpie tables ROUND …`: the class negotiates live, each student on a page that only their code opens."""

import argparse
import socket
from importlib.util import find_spec
from pathlib import Path

from ..grading.needed_packages import require_packages
from ..negotiation import NegotiationError, did_you_mean
from ..negotiation.table import counterpart_names
from .service import LOOPBACK, address, is_service

EXPLANATION = """
Serves a page for every student of rounds that 'biggerpie pairs' seated. A student types the code that opens the sealed
sheet, sees their own side, and negotiates with whoever sits opposite; the other side's points never leave the server.
Every message is stored before it is shown: whoever drops out comes back to where they were, and so does the whole class
when you stop this command and start it again. Whoever is left alone may let a counterpart step in, and whoever was
seated alone meets one. A talk that is over is written into pairs/NAME/transcripts, and what was agreed into
pairs/NAME/results.csv, for 'biggerpie debrief'. Only this computer reaches the pages unless you give --address. As a
service of a JupyterHub, which 'biggerpie hub' sets up, it asks for no code: the hub says who somebody is, and the round
that was seated last is played.
"""
NEEDED = ("starlette", "uvicorn", "websockets")
PORT = 8860
EVERYWHERE = "0.0.0.0"  # noqa: S104  # only compared with what the instructor asked for
MOST_TURNS = 100


def add_tables_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `tables` to the command line."""
    command = commands.add_parser("tables", help="let pairs negotiate live", description=EXPLANATION)
    command.add_argument("rounds", nargs="*", metavar="ROUND", help="as named for 'biggerpie pairs', such as week-3")
    command.add_argument("--course", type=Path, default=Path(), metavar="FOLDER", help="the course's folder (here)")
    command.add_argument("--turns", type=int, default=12, help="of each side, at the most (12)")
    command.add_argument(
        "--wait", type=float, default=5, metavar="MINUTES", help="until a counterpart may be let in (5)"
    )
    command.add_argument("--counterpart", default="plain-dealer", metavar="NAME", help="who steps in (plain-dealer)")
    command.add_argument("--address", default=LOOPBACK, help="open the pages to your network, such as 0.0.0.0")
    command.add_argument("--port", type=int, default=PORT, help=f"({PORT})")
    command.add_argument("--prefix", default="/", metavar="PATH", help="below which a proxy serves the pages")
    command.add_argument("--database", metavar="URL", help="a SQLAlchemy address (a file in the course)")
    command.set_defaults(run=lambda options, _: _tables(options), passes_on=False)


def _tables(options: argparse.Namespace) -> None:
    require_packages(*NEEDED)
    if options.counterpart not in counterpart_names():
        near = did_you_mean(options.counterpart, counterpart_names())
        raise NegotiationError(f"{options.counterpart!r} is nobody to meet{near}")
    if is_service():
        if find_spec("jupyterhub") is None:
            raise NegotiationError("jupyterhub isn't installed here; run 'pip install jupyterhub', then try again.")
        from .on_hub import serve_on_hub

        serve_on_hub(options, _listening(*address()))
        return
    if not options.rounds:
        raise NegotiationError("name the round to play, as you named it for 'biggerpie pairs', such as week-3.")
    from .serving import serve

    with _listening(options.address, options.port) as listening:
        serve(options, listening)


def _listening(address: str, port: int) -> socket.socket:
    """Return a socket that listens; raise NegotiationError with one sentence where none can."""
    try:
        family = socket.getaddrinfo(address, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((address, port), family=family, backlog=1024)
    except (OSError, OverflowError) as error:
        raise NegotiationError(
            f"nothing can be served at {address}, port {port} ({error}); another server may run there: stop it, or "
            "name another --port."
        ) from None
