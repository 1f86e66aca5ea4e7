"""The server of a learner's folder that runs already, if one does, so that no second one is started."""

import webbrowser
from collections.abc import Iterator
from html import escape
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import quote
from urllib.request import ProxyHandler, build_opener

from jupyter_core.paths import jupyter_runtime_dir

ADDRESS = "biggerpie"
"""What only a server of `biggerpie start` answers, below its base address, whoever asks (learners_server.py)."""
SECONDS_TO_ANSWER = 5


def open_running(folder: Path, page: str, place: Path, *, browser: bool) -> bool:
    """Say where the folder's lessons are open, open `page` there, and return True; False where no server runs.

    The browser is led there by a file in `place`, because others on the machine can read its command line.
    """
    server = next(filter(_is_ours, _servers_in(folder)), None)
    if server is None:
        return False
    token = f"?token={server['token']}" if server.get("token") else ""
    address = f"{server['url']}lab/tree/{quote(page)}{token}"
    print(f"They are open already at {address}")
    if browser:
        door = place / "open.html"
        door.write_text(f'<meta http-equiv="refresh" content="0; url={escape(address)}">\n', encoding="utf-8")
        webbrowser.open(door.as_uri())
    return True


def _servers_in(folder: Path) -> Iterator[dict[str, Any]]:
    """Return what Jupyter says of the servers that run in the folder."""
    if not any(Path(jupyter_runtime_dir()).glob("jpserver-*.json")):
        return iter(())  # without the second that the next import takes
    from jupyter_server.serverapp import list_running_servers

    return (server for server in list_running_servers() if Path(server.get("root_dir", "")) == folder)


def _is_ours(server: dict[str, Any]) -> bool:
    try:
        with build_opener(ProxyHandler({})).open(f"{server['url']}{ADDRESS}", timeout=SECONDS_TO_ANSWER) as answer:
            return bool(answer.status == HTTPStatus.NO_CONTENT)
    except (URLError, OSError, ValueError):
        return False
