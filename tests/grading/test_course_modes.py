"""On a machine with other users: a course is closed to them, and what they can read is told."""

import os
import shlex
import stat
import subprocess
from pathlib import Path

import pytest
from biggerpie.course.new_course import make_course
from biggerpie.grading import who_can_read as looking
from biggerpie.grading.dossiers.secret import FILE as SECRET
from biggerpie.grading.dossiers.secret import course_secret
from biggerpie.grading.nbgrader_adapter.generating import generate
from biggerpie.grading.who_can_read import who_can_read
from biggerpie.lessons.command_line import main

from .hostile.course import EXERCISE


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def careless():
    """The mask with which most systems start: others may read."""
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.fixture
def open_above(monkeypatch):
    """Folders above the course through which everybody may go, as a home folder with 755 is."""
    monkeypatch.setattr(looking, "_above", lambda _: [])


@pytest.fixture
def shared(tmp_path, monkeypatch):
    """Nbgrader's settings of a machine where instructors share courses."""
    (tmp_path / "settings").mkdir()
    (tmp_path / "settings" / "nbgrader_config.py").write_text("get_config().CourseDirectory.groupshared = True\n")
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", str(tmp_path / "settings"))


def test_a_new_course_is_its_owners_alone(careless, tmp_path, monkeypatch):
    (tmp_path / "empty").mkdir()
    for name in ("new", "empty"):
        make_course(tmp_path / name)
        assert mode(tmp_path / name) == 0o700
        course_secret(tmp_path / name, create=True)
        assert mode(tmp_path / name / SECRET) == 0o600


def test_a_course_that_a_group_shares_is_the_groups(careless, shared, tmp_path):
    make_course(tmp_path / "course")
    course_secret(tmp_path / "course", create=True)
    assert mode(tmp_path / "course") == mode(tmp_path / "course" / "source" / EXERCISE) == 0o2770
    assert mode(tmp_path / "course" / "source" / EXERCISE / "exercise.ipynb") == 0o660
    assert mode(tmp_path / "course" / SECRET) == 0o660


def test_a_folder_that_an_administrator_gave_to_a_group_stays_the_groups(careless, tmp_path):
    (tmp_path / "course").mkdir()
    (tmp_path / "course").chmod(0o2775)
    make_course(tmp_path / "course")
    assert mode(tmp_path / "course") == 0o2770
    assert mode(tmp_path / "course" / "nbgrader_config.py") == 0o660


def test_settings_in_the_folder_one_stands_in_are_not_run(tmp_path, monkeypatch):
    (tmp_path / "nbgrader_config.py").write_text("open('ran', 'w').close()")
    monkeypatch.chdir(tmp_path)
    make_course(tmp_path / "course")
    assert not (tmp_path / "ran").exists()


def test_an_open_course_is_told_with_a_command_that_closes_it(careless, open_above, tmp_path):
    course = tmp_path / "my course"
    make_course(course)
    course.chmod(0o755)
    (course / "gradebook.db").touch()
    course_secret(course, create=True)
    said = who_can_read(course, shared=False)
    assert said.startswith("Other users of this machine can read the gradebook and the sources with the hidden tests;")
    subprocess.run(shlex.split(said.rpartition(": ")[2]), check=True)
    assert who_can_read(course, shared=False) == ""
    assert mode(course) == 0o700


def test_a_closed_folder_above_closes_all_below(careless, tmp_path, monkeypatch):
    course = tmp_path / "home" / "course"
    make_course(course)
    course.chmod(0o755)
    monkeypatch.setattr(looking, "_above", lambda course: [course.parent])
    assert "can read the sources" in who_can_read(course, shared=False)
    (tmp_path / "home").chmod(0o700)
    assert who_can_read(course, shared=False) == ""


def test_a_submission_that_others_reach_by_guessing_its_name_is_told(careless, open_above, tmp_path):
    course = tmp_path / "course"
    make_course(course)
    for place in (course, *course.rglob("*")):
        place.chmod(0o711 if place.is_dir() else 0o600)
    assert who_can_read(course, shared=False) == ""
    folder = course / "submitted" / "ada" / EXERCISE
    folder.mkdir(parents=True)
    for place in (folder, folder.parent, folder.parent.parent):
        place.chmod(0o711)
    (folder / "exercise.ipynb").touch(0o644)
    assert who_can_read(course, shared=False).startswith("Other users of this machine can read what was handed in;")


def test_a_group_of_all_users_counts_as_others_unless_it_shares_the_course(open_above, tmp_path, monkeypatch):
    course = tmp_path / "course"
    make_course(course)
    course.chmod(0o750)
    (course / "gradebook.db").touch()
    (course / "gradebook.db").chmod(0o640)
    for folder in course.iterdir():
        if folder.name != "gradebook.db":
            folder.chmod(0o700)
    monkeypatch.setattr(looking, "_group", lambda _: "Members of the group 'users'")
    assert who_can_read(course, shared=False).startswith("Members of the group 'users' can read the gradebook; close")
    assert who_can_read(course, shared=True) == ""


def test_generating_and_grading_say_what_others_can_read(careless, tmp_path, monkeypatch, capsys):
    """The real commands, in a folder that others may enter: the folders of the tests' own are closed."""
    monkeypatch.setattr(looking, "_above", lambda _: [])
    course = tmp_path / "course"
    make_course(course, demo=1)
    course.chmod(0o755)
    assert main(["grade", EXERCISE, "--course", str(course), "--workers", "1"]) == 0
    said = capsys.readouterr().out.splitlines()[-1]
    assert said.startswith("Other users of this machine can read the gradebook, the sources with the hidden tests, ")
    assert said.endswith(f"close the course: chmod 700 {course}")
    assert mode(course) == 0o755


def test_generating_says_it_too(careless, open_above, tmp_path, caplog):
    course = tmp_path / "course"
    make_course(course)
    course.chmod(0o755)
    generate(course, EXERCISE)
    assert "Other users of this machine can read the gradebook and the sources" in caplog.text
