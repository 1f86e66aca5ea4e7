"""Serving a built site on this computer, to look at it."""

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from ..negotiation import NegotiationError

HOST = "127.0.0.1"


class Handler(SimpleHTTPRequestHandler):
    """Serves files with the types that browsers want, and says nothing."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


def site_server(folder: Path, port: int = 0) -> ThreadingHTTPServer:
    """Return a server of the folder, on this computer only; raise NegotiationError where the port is taken."""
    try:
        return ThreadingHTTPServer((HOST, port), partial(Handler, directory=str(folder)))
    except (OSError, OverflowError):
        raise NegotiationError(f"Port {port} cannot be used: choose another one with --port.") from None


def serve_site(folder: Path, port: int) -> None:
    """Serve the folder until the command is stopped."""
    with site_server(folder, port) as server:
        print(f"Look at it at http://{HOST}:{server.server_port}/ and stop with Ctrl+C.", flush=True)
        server.serve_forever()
