"""A PostgreSQL server of the tests, on a socket in a temporary folder; installed from packages where there is none."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .machine import ensure

PROGRAMS = "/usr/lib/postgresql/*/bin"


class PostgreSQL:
    """A server that can be killed and started again; `url` is the address of its database."""

    def __init__(self, place: Path) -> None:
        """Make a database in a folder that the server's user may write to, and start."""
        self._programs = Path(ensure("pg_ctl", "postgresql", PROGRAMS)).resolve().parent
        self._place, self._data = place, place / "data"
        self._run("initdb", "-U", "teacher", "--auth=trust")
        self.start()
        as_postgres(str(self._programs / "createdb"), "-h", str(place), "-U", "teacher", "gradebook")
        self.url = f"postgresql+psycopg://teacher@/gradebook?host={place}"

    def start(self) -> None:
        """Start it, and wait until it answers."""
        options = f"-k {self._place} -c listen_addresses= -c max_connections=40"
        self._run("pg_ctl", "-w", "-l", str(self._place / "log"), "-o", options, "start")

    def kill(self) -> None:
        """End it at once, with no time to write anything."""
        self._run("pg_ctl", "-m", "immediate", "stop")

    def _run(self, program: str, *options: str) -> None:
        as_postgres(str(self._programs / program), "-D", str(self._data), *options)


@contextmanager
def postgresql() -> Iterator[PostgreSQL]:
    """Run a server with an empty database."""
    place = Path(tempfile.mkdtemp())
    place.chmod(0o755)
    if os.geteuid() == 0:
        shutil.chown(place, "postgres")
    server = PostgreSQL(place)
    try:
        yield server
    finally:
        server.kill()
        shutil.rmtree(place, ignore_errors=True)


def as_postgres(*command: str) -> None:
    """Run a command as a user whom the server accepts: it refuses to be root."""
    who = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    subprocess.run([*who, *command], check=True, capture_output=True, cwd="/")
