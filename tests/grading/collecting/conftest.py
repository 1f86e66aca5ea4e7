"""A course to collect in, with an exchange beside it."""

import shutil
from datetime import datetime
from pathlib import Path

import pytest
from biggerpie.course.new_course import make_course
from biggerpie.grading.collecting import inbound
from nbgrader.api import Gradebook

from ...built_once import built_once
from .exchange import EXERCISE


@pytest.fixture(scope="session")
def empty_course(tmp_path_factory) -> Path:
    """A course with an exchange beside it; copy both before you use them."""

    def make(folder: Path) -> None:
        make_course(folder / "course")
        with (folder / "course" / "nbgrader_config.py").open("a") as config:
            config.write("c.Exchange.root = str(Path(__file__).parents[1] / 'exchange')\n")
        (folder / "exchange" / "course" / "inbound").mkdir(parents=True)
        with Gradebook(f"sqlite:///{folder}/course/gradebook.db") as book:
            book.add_assignment(EXERCISE, duedate=datetime(2030, 1, 20, 12))

    return built_once(tmp_path_factory, "empty-course", make)


@pytest.fixture
def course(empty_course, tmp_path, monkeypatch) -> Path:
    """A course of one's own; a folder's owner is the first word of its file `owner`, or else its claimed student."""
    shutil.copytree(empty_course, tmp_path / "university")

    def told(path: Path) -> str:
        owner = path / "owner.txt"
        return owner.read_text() if owner.is_file() else path.name.partition(f"+{EXERCISE}")[0]

    monkeypatch.setattr(inbound, "owner_of", told)
    monkeypatch.setattr("nbgrader.exchange.default.collect.pwd", None)  # or nbgrader looks at the owner again
    return tmp_path / "university" / "course"
