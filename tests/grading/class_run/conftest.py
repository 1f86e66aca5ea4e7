"""A class of twelve that is ready to be graded, and one graded by nbgrader's own commands."""

from datetime import datetime
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from ...built_once import built_once
from ..test_class_of_thirty import nbgrader
from .gradebooks import EXERCISE, Dump, course_of, dump, files, gradebook_url, moved


@pytest.fixture(scope="session")
def handed_in(tmp_path_factory) -> Path:
    """A course with twelve submissions, two of them late; copy it before you grade."""
    return built_once(tmp_path_factory, "handed-in", _hand_in)


def _hand_in(folder: Path) -> None:
    course = course_of(folder, 12)
    with (course / "nbgrader_config.py").open("a") as config:
        config.write("c.LateSubmissionPlugin.penalty_method = 'zero'\nc.CourseDates.zone = 'UTC'\n")
    with Gradebook(gradebook_url(course)) as book:
        book.find_assignment(EXERCISE).duedate = datetime(2030, 1, 20, 12)
        book.db.commit()
    for student in ("demo-02", "demo-07"):
        stamp = course / "submitted" / student / EXERCISE / "timestamp.txt"
        stamp.write_text("2030-01-21 09:00:00 UTC\n")


@pytest.fixture
def course(handed_in, tmp_path) -> Path:
    """A course of one's own to grade."""
    return moved(handed_in, tmp_path / "course")


@pytest.fixture(scope="session")
def by_nbgrader(handed_in, tmp_path_factory) -> tuple[Dump, dict[str, bytes]]:
    """What nbgrader's own commands make of the twelve."""

    def mark(folder: Path) -> None:
        moved(handed_in, folder)
        nbgrader(folder, "autograde", EXERCISE)
        nbgrader(folder, "generate_feedback", EXERCISE)

    course = built_once(tmp_path_factory, "by-nbgrader", mark)
    return dump(gradebook_url(course)), files(course)
