"""A Dask cluster and PostgreSQL give the marks of one machine and SQLite, also when a worker dies."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ...postgresql import PostgreSQL, postgresql
from .dask_cluster import SECONDS, Cluster, dask_cluster
from .gradebooks import EXERCISE, dump, files
from .test_postgresql import moved_to

pytestmark = pytest.mark.long


@pytest.fixture
def server() -> Iterator[PostgreSQL]:
    with postgresql() as one:
        yield one


@pytest.fixture
def cluster(tmp_path) -> Iterator[Cluster]:
    with dask_cluster(tmp_path) as one:
        yield one


@pytest.mark.parametrize("one_is_killed", [False, True])
def test_marks_of_a_cluster_are_those_of_one_process(server, cluster, course, by_nbgrader, one_is_killed):
    moved_to(server.url, course)
    with graded_by(cluster.address, course) as run:
        if one_is_killed:
            cluster.kill_at_work(lambda: len(list(course.glob("feedback/*"))) >= 2)
            assert run.poll() is None
        out, err = run.communicate(timeout=SECONDS)
    assert run.returncode == 0, out + err
    gradebook, written = by_nbgrader
    assert dump(server.url) == gradebook
    assert files(course) == written
    assert not list((course / ".biggerpie").glob("going-on-*"))


@contextmanager
def graded_by(address: str, course: Path) -> Iterator[subprocess.Popen[str]]:
    """Grade by the command, and end it where it hangs."""
    command = [sys.executable, "-c", "from biggerpie.lessons.command_line import main; raise SystemExit(main())"]
    options = ["grade", EXERCISE, "--scheduler", address]
    process = subprocess.Popen(
        [*command, *options], cwd=course, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    try:
        yield process
    finally:
        process.kill()
