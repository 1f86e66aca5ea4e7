"""Two instructors with accounts of their own share a course by their group, and each goes on where the other was."""

import encodings.ascii
import encodings.unicode_escape
import multiprocessing.popen_fork
import os
import shutil
import stat
import sys
import tempfile
import traceback
from collections.abc import Iterator
from pathlib import Path

import pytest
from biggerpie.course.formgrader import jupyter_place
from biggerpie.grading.class_run import run
from biggerpie.grading.nbgrader_adapter.generating import generate
from biggerpie.grading.similarity import findings, page, summary, table
from biggerpie.grading.submission_page import show
from biggerpie.lessons.command_line import main

from .gradebooks import EXERCISE, moved

ADA, BEN, INSTRUCTORS = 61001, 61002, 61000
OPENS = "let the owner write 'c.CourseDirectory.groupshared = True'"
PYTHONS = (encodings.ascii, encodings.unicode_escape, multiprocessing.popen_fork)
COMMANDS = (run, findings, page, summary, table, show)
"""What is needed later; another user may not come to the files of the Python that runs the tests."""
EVENING = (
    ("generate", EXERCISE),
    ("grade", EXERCISE, "--force", "--student", "demo-01", "--student", "demo-03"),
    ("show", "demo-01", "--no-browser"),
    ("copying", EXERCISE),
    ("formgrader",),
)
pytestmark = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can take other users' places"
)


@pytest.fixture
def place(handed_in) -> Iterator[Path]:
    """A folder with Ada's course, as she made it: her own alone."""
    folder = Path(tempfile.mkdtemp())  # pytest's own folders let nobody else through
    folder.chmod(0o777)
    course = moved(handed_in, folder / "course")
    for path in (course, *course.rglob("*")):
        os.chown(path, ADA, INSTRUCTORS)
    yield folder
    shutil.rmtree(folder)


def as_user(user: int, place: Path, *words: str) -> tuple[int, str]:
    """Run a command of the kit's as another user, with the mask of most systems; return its code and what it said."""
    said = place / f"said-{user}"
    if (child := os.fork()) == 0:
        code = 70
        try:
            _become(user, said)
            code = _run(place / "course", words)
        except Exception:  # noqa: BLE001  # it is what the test shows
            os.write(2, traceback.format_exc().encode())
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), said.read_text()


def _become(user: int, said: Path) -> None:
    os.setgroups([])
    os.setgid(INSTRUCTORS)
    os.setuid(user)
    os.umask(0o022)
    os.environ["HOME"] = str(said.parent)
    os.chdir(said.parent)
    for output in (1, 2):
        os.dup2(os.open(said, os.O_WRONLY | os.O_CREAT | os.O_APPEND * (output - 1) | os.O_TRUNC), output)
    sys.stdout = sys.stderr = os.fdopen(1, "w", buffering=1, closefd=False)


def _run(course: Path, words: tuple[str, ...]) -> int:
    if words[0] == "generate":
        generate(course, words[1])
        return 0
    if words[0] == "formgrader":
        return 0 if jupyter_place(course).stat().st_uid == os.geteuid() else 1
    return main([*words, "--course", str(course)])


@pytest.mark.long
def test_a_second_instructor_of_the_group_goes_on_and_the_first_after_her(place):
    with (place / "course" / "nbgrader_config.py").open("a") as config:
        config.write("c.CourseDirectory.groupshared = True\n")
    for user in (ADA, BEN, ADA):
        for words in EVENING:
            code, said = as_user(user, place, *words)
            assert code == 0, (user, words, said)
    kept = (path for path in (place / "course").rglob("*") if not _as_much_to_the_group(path))
    assert {path.name for path in kept} <= {"jupyter-61001", "jupyter-61002", "demo-01--01-both-can-gain.html"}


def test_a_second_instructor_who_was_not_let_in_is_told_what_the_owner_does(place):
    course = place / "course"
    (course / ".biggerpie").chmod(0o770)
    (course / "gradebook.db").chmod(0o660)
    for mode in (0o700, 0o770):  # as `biggerpie course` makes it, and opened by hand: then the secret is still Ada's
        course.chmod(mode)
        code, said = as_user(BEN, place, "copying", EXERCISE)
        assert code == 2, said
        assert OPENS in said.splitlines()[-1]
        assert "Traceback" not in said


def _as_much_to_the_group(path: Path) -> bool:
    mode = path.stat().st_mode
    return (mode & stat.S_IRWXU) >> 3 & ~mode & stat.S_IRWXG & ~stat.S_IXGRP == 0
