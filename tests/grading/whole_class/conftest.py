"""A class of twelve that is ready to be graded, and one graded by nbgrader's own commands."""

from datetime import datetime
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from ..test_class_of_thirty import nbgrader
from .gradebooks import EXERCISE, Dump, course_of, dump, files, gradebook_url, moved


@pytest.fixture(scope="session")
def handed_in(tmp_path_factory) -> Path:
    """A course with twelve submissions, two of them late; copy it before you grade."""
    course = course_of(tmp_path_factory.mktemp("handed-in") / "course", 12)
    with (course / "nbgrader_config.py").open("a") as config:
        config.write("c.LateSubmissionPlugin.penalty_method = 'zero'\n")
    with Gradebook(gradebook_url(course)) as book:
        book.find_assignment(EXERCISE).duedate = datetime(2030, 1, 20, 12)
        book.db.commit()
    for student in ("demo-02", "demo-07"):
        stamp = course / "submitted" / student / EXERCISE / "timestamp.txt"
        stamp.write_text("2030-01-21 09:00:00 UTC\n")
    return course


@pytest.fixture
def course(handed_in, tmp_path) -> Path:
    """A course of one's own to grade."""
    return moved(handed_in, tmp_path / "course")


@pytest.fixture(scope="session")
def by_nbgrader(handed_in, tmp_path_factory) -> tuple[Dump, dict[str, bytes]]:
    """What nbgrader's own commands make of the twelve."""
    course = moved(handed_in, tmp_path_factory.mktemp("stock") / "course")
    nbgrader(course, "autograde", EXERCISE)
    nbgrader(course, "generate_feedback", EXERCISE)
    return dump(gradebook_url(course)), files(course)
