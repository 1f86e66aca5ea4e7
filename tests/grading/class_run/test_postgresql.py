"""With its gradebook in PostgreSQL a class gets the same marks as with SQLite.

The test starts a server of its own, on a socket in a temporary folder; where there is no PostgreSQL, it is
installed from the system's packages.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from biggerpie.grading.class_run.run import grade_class
from nbgrader.api import Gradebook

from ...machine import ensure
from ..test_class_of_thirty import nbgrader
from .gradebooks import EXERCISE, dump, files

pytestmark = pytest.mark.long

PROGRAMS = "/usr/lib/postgresql/*/bin"


def as_postgres(*command: str) -> None:
    """Run a command as a user whom the server accepts: it refuses to be root."""
    who = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    subprocess.run([*who, *command], check=True, capture_output=True, cwd="/")


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A server, by the address of its empty database."""
    programs = Path(ensure("pg_ctl", "postgresql", PROGRAMS)).resolve().parent
    place = Path(tempfile.mkdtemp())
    place.chmod(0o755)
    if os.geteuid() == 0:
        shutil.chown(place, "postgres")
    data = place / "data"
    as_postgres(str(programs / "initdb"), "-D", str(data), "-U", "teacher", "--auth=trust")
    options = f"-k {place} -c listen_addresses= -c max_connections=40"
    as_postgres(str(programs / "pg_ctl"), "-D", str(data), "-w", "-l", str(place / "log"), "-o", options, "start")
    as_postgres(str(programs / "createdb"), "-h", str(place), "-U", "teacher", "gradebook")
    yield f"postgresql+psycopg://teacher@/gradebook?host={place}"
    as_postgres(str(programs / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop")
    shutil.rmtree(place, ignore_errors=True)


def test_marks_in_postgresql_are_those_in_sqlite(server, course, by_nbgrader):
    with (course / "nbgrader_config.py").open("a") as config:
        config.write(f"c.CourseDirectory.db_url = {server!r}\n")
    (course / "gradebook.db").unlink()
    nbgrader(course, "generate_assignment", EXERCISE, "--force")
    set_deadline(server)
    assert not grade_class(course, EXERCISE, workers=2).failed
    assert not (course / "gradebook.db").exists()
    gradebook, written = by_nbgrader
    assert dump(server) == gradebook
    assert files(course) == written
    nbgrader(course, "autograde", EXERCISE, "--force")
    assert dump(server) == gradebook


def set_deadline(url: str) -> None:
    """Set the deadline that the class with SQLite has."""
    with Gradebook(url) as book:
        book.find_assignment(EXERCISE).duedate = datetime(2030, 1, 20, 12)
        book.db.commit()
