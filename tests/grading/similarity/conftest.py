"""One course for all tests of the copying report: generating an exercise writes two thousand dossiers."""

import csv
from pathlib import Path

import pytest
from biggerpie.grading.similarity.findings import Findings, look_through
from biggerpie.lessons.command_line import main
from nbgrader.api import Gradebook

from .small_class import EXERCISE, small_class


@pytest.fixture(scope="package")
def course(tmp_path_factory) -> Path:
    """The small class."""
    folder = small_class(tmp_path_factory.mktemp("copying") / "course")
    with Gradebook(f"sqlite:///{folder}/gradebook.db") as gradebook:
        gradebook.add_student("ko")
    return folder


@pytest.fixture(scope="package")
def findings(course) -> Findings:
    """What is found in it."""
    return look_through(course, EXERCISE)


@pytest.fixture(scope="package")
def report(course) -> str:
    """The page, as the command writes it."""
    assert main(["copying", EXERCISE, "--course", str(course)]) == 0
    return (course / "reports" / f"copying-{EXERCISE}.html").read_text(encoding="utf-8")


@pytest.fixture(scope="package")
def rows(course, report) -> list[dict[str, str]]:
    """The table beside the page."""
    with (course / "reports" / f"copying-{EXERCISE}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
