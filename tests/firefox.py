"""Debian's Firefox for a test, driven by WebDriver BiDi: it notes what a page asks for and what goes wrong there.

Playwright drives only a Firefox of its own, which no package registry has.
"""

import json
import subprocess
import time
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

SERVER = "WebDriverBiDiServer.json"  # which Firefox writes into its profile
PATIENCE = 120  # seconds, on a busy machine
KEYS = {"Space": " ", "Enter": "\ue007", "Tab": "\ue004", "ArrowLeft": "\ue012", "ArrowRight": "\ue014"}
EVENTS = ["network.beforeRequestSent", "log.entryAdded"]


class Firefox:
    """One page: scripts of a test look at it and focus what a key is meant for; keys are pressed as by hand."""

    def __init__(self, socket: ClientConnection) -> None:
        """Begin a session with a page of its own."""
        self._socket, self._count = socket, 0
        self.asked: list[str] = []
        self.faults: list[str] = []
        self._send("session.new", capabilities={})
        self._send("session.subscribe", events=EVENTS)
        self._page = self._send("browsingContext.create", type="tab")["context"]

    def open(self, address: str) -> None:
        """Go to the address and wait for the page."""
        self._send("browsingContext.navigate", context=self._page, url=address, wait="complete")

    def reload(self) -> None:
        """Load the page again."""
        self._send("browsingContext.reload", context=self._page, wait="complete")

    def look(self, expression: str) -> Any:
        """Return what an expression is worth on the page, as JSON."""
        source, target = f"JSON.stringify({expression})", {"context": self._page}
        found = self._send("script.evaluate", expression=source, target=target, awaitPromise=True)
        assert found["type"] == "success", found["exceptionDetails"]["text"]
        return json.loads(found["result"].get("value", "null"))

    def wait_for(self, expression: str) -> None:
        """Wait until an expression holds."""
        end = time.monotonic() + PATIENCE
        while not self.look(f"Boolean({expression})"):
            assert time.monotonic() < end, f"never came: {expression}"
            time.sleep(0.1)

    def press(self, key: str) -> None:
        """Press a key where the focus is."""
        told = [{"type": kind, "value": KEYS[key]} for kind in ("keyDown", "keyUp")]
        self._send("input.performActions", context=self._page, actions=[{"type": "key", "id": "keys", "actions": told}])

    def screenshot(self, file: Path) -> None:
        """Leave a picture of the page."""
        file.write_bytes(b64decode(self._send("browsingContext.captureScreenshot", context=self._page)["data"]))

    def _send(self, method: str, **given: Any) -> Any:
        """Send a command, note the events that come before its answer, and return that."""
        self._count += 1
        self._socket.send(json.dumps({"id": self._count, "method": method, "params": given}))
        while (told := json.loads(self._socket.recv(PATIENCE))).get("id") != self._count:
            self._note(told["method"], told["params"])
        assert told["type"] == "success", told
        return told["result"]

    def _note(self, event: str, told: Any) -> None:
        if event == "network.beforeRequestSent":
            self.asked.append(told["request"]["url"])
        elif told.get("level") == "error":
            self.faults.append(told["text"])


@contextmanager
def open_firefox(program: str, profile: Path) -> Iterator[Firefox]:
    """Start the browser without a window, with this folder for its profile, and end it afterwards."""
    command = [program, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        try:
            with connect(f"ws://{_server(profile / SERVER)}/session", max_size=None) as socket:
                yield Firefox(socket)
        finally:
            running.terminate()


def _server(file: Path) -> str:
    """Return where Firefox listens, once it has said so."""
    end = time.monotonic() + PATIENCE
    while not file.is_file() or not (told := file.read_text(encoding="utf-8")):
        assert time.monotonic() < end, "Firefox never began to listen"
        time.sleep(0.1)
    at = json.loads(told)
    return f"{at['ws_host']}:{at['ws_port']}"
