"""A real JupyterHub for a test: what `biggerpie hub` writes, with a sign-in that asks for one password."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest

PROXY = "configurable-http-proxy"
PASSWORD = "only for a test"
SECONDS_TO_START = 900  # of a server, where the machine is busy
OURS = """
c.JupyterHub.authenticator_class = "shared-password"
c.SharedPasswordAuthenticator.user_password = {password!r}
c.Authenticator.allow_all = True
c.JupyterHub.bind_url = "http://127.0.0.1:{front}"
c.JupyterHub.hub_port = {hub}
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{api}"
c.ConfigurableHTTPProxy.command = [{proxy!r}]
c.JupyterHub.services[0]["url"] = "http://127.0.0.1:{tables}"
c.JupyterHub.concurrent_spawn_limit = 0
c.JupyterHub.tornado_settings = {{"slow_spawn_timeout": 0}}
c.Spawner.start_timeout = c.Spawner.http_timeout = {seconds}
"""


class RealHub:
    """A hub that runs, in a folder to which everybody comes through."""

    def __init__(self, place: Path, programs: Path, instructor: str, course: Path) -> None:
        """Write its settings by the kit's command, and start it."""
        self.folder, self.log = place / "hub", place / "hub.log"
        self._programs = programs
        words = ["--instructors", instructor, "--course", course, "--exchange", place / "exchange"]
        subprocess.run([programs / "biggerpie", "hub", self.folder, *words], check=True, capture_output=True, cwd="/")
        front, hub, api, tables = _free_ports(4)
        self.address = f"http://127.0.0.1:{front}"
        ports = {"front": front, "hub": hub, "api": api, "tables": tables}
        with (self.folder / "jupyterhub_config.py").open("a") as settings:
            settings.write(OURS.format(password=PASSWORD, proxy=proxy_program(), seconds=SECONDS_TO_START, **ports))
        command = [programs / "jupyterhub", "-f", self.folder / "jupyterhub_config.py"]
        environment = {"PATH": f"{programs}:{os.environ['PATH']}", "HOME": "/root", "LANG": "C.UTF-8"}
        with self.log.open("w") as out:
            self._process = subprocess.Popen(command, cwd=self.folder, env=environment, stdout=out, stderr=out)
        try:
            self._wait()
        except BaseException:
            self.stop()
            raise

    def check(self) -> str:
        """Return what `biggerpie hub --check` says."""
        path = os.pathsep.join([str(Path(proxy_program()).parent), os.environ["PATH"]])
        command = [self._programs / "biggerpie", "hub", self.folder, "--check"]
        environment = os.environ | {"PATH": path}
        return subprocess.run(command, capture_output=True, text=True, cwd="/", env=environment, check=False).stdout

    def stop(self) -> None:
        """Stop the hub, its proxy, its servers and its service."""
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(timeout=120)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _wait(self) -> None:
        deadline = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < deadline and self._process.poll() is None:
            try:
                if httpx2.get(f"{self.address}/hub/api", timeout=10).status_code == 200:
                    return
            except httpx2.HTTPError:
                pass
            time.sleep(1)
        raise AssertionError(f"JupyterHub did not start: {self.log.read_text()[-3000:]}")


@contextmanager
def open_place() -> Iterator[Path]:
    """Give a folder to which every user of the machine comes through."""
    place = Path(tempfile.mkdtemp(prefix="biggerpie-hub-"))
    place.chmod(0o755)
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def proxy_program() -> str:
    """Return the path of JupyterHub's proxy, from PATH or BIGGERPIE_HUB_PROXY; skip the test where it is missing."""
    found = os.environ.get("BIGGERPIE_HUB_PROXY") or shutil.which(PROXY)
    return found or pytest.skip(f"needs JupyterHub's proxy: npm install -g {PROXY}")


def _free_ports(count: int) -> list[int]:
    held = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [one.getsockname()[1] for one in held]
    for one in held:
        one.close()
    return ports
