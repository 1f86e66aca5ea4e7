"""With its gradebook in PostgreSQL a class gets the same marks as with SQLite."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from biggerpie.grading.class_run.run import grade_class
from nbgrader.api import Gradebook

from ...postgresql import postgresql
from ..test_class_of_thirty import nbgrader
from .gradebooks import EXERCISE, dump, files

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A server, by the address of its empty database."""
    with postgresql() as one:
        yield one.url


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
