"""Students' code in ordinary assignments runs in a sandbox: honest marks stay, and nothing gets out or goes on."""

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
from biggerpie.grading.sandbox import bubblewrap

from ..test_class_of_thirty import EXERCISE, nbgrader
from .attempts import SLEEP, STOPPED, THEFTS
from .course import Run, scores

pytestmark = pytest.mark.long

FULL, NOTHING = 3.0, 0.0


def test_an_honest_submission_gets_the_marks_it_gets_without_a_sandbox(run: Run):
    honest = {student: score for student, score in run.within.items() if student.startswith("plain-")}
    assert honest == run.without
    assert honest["plain-right"] == honest["plain-kit"] == FULL
    assert honest["plain-failing"] == NOTHING
    assert honest["plain-half"] == 1.0


def test_every_submission_is_marked_whatever_the_others_do(run: Run):
    handed_in = {folder.name for folder in (run.course / "submitted").iterdir()}
    assert len(handed_in) == 10 + len(STOPPED)
    assert run.within.keys() == handed_in
    assert run.within["zoe"] == FULL
    assert "There was an error processing assignment" not in run.log


def test_no_theft_succeeds_in_the_sandbox_though_it_does_outside(run: Run):
    within = run.outputs("plain-thief")
    assert within.count("FAILED") == THEFTS.count(": lambda:")
    assert "DONE" not in within
    as_anybody = {"gradebook", "source", "neighbour", "secret", "loopback", "abstract socket", "write to the course"}
    assert all(f"DONE {name}" in run.thefts_without for name in as_anybody)


@pytest.mark.parametrize(
    ("student", "why"),
    [
        ("memory together", "more than 400 MB of memory"),
        ("shared memory", "more than 400 MB of memory"),
        ("output", "more than 1 MB of output"),
        ("great output", "more than 32 MB at once"),
        ("deaf", "did not let itself be interrupted"),
        ("slow", "more than 8 seconds"),
        ("leaves", "The kernel ended during a cell"),
        ("kills all", "The kernel ended during a cell"),
    ],
)
def test_a_notebook_beyond_a_limit_earns_nothing_and_says_why(run: Run, student: str, why: str):
    assert run.within[student] == NOTHING
    assert why in run.outputs(student)
    assert len(run.outputs(student)) < 10_000


def test_what_a_limit_refuses_fails_in_its_cell_and_the_rest_is_marked(run: Run):
    said = run.outputs("refused")
    assert run.within["refused"] == FULL
    assert all(error in said for error in ("MemoryError", "OSError", "BlockingIOError"))
    assert 1 <= printed(said, "WRITTEN") <= 20
    assert 1 <= printed(said, "FORKED") <= 40
    if os.geteuid() == 0:
        assert said.count("PermissionError'") == 2


def printed(said: str, word: str) -> int:
    return int(re.findall(rf"{word} (\d+)", said)[0])


def test_the_folder_of_the_kernels_connection_is_closed_or_watched(run: Run):
    if os.geteuid() == 0:
        assert run.within["writer"] == FULL
    else:
        assert "wrote into the folder of its kernel's connection" in run.outputs("writer")


def test_a_cell_that_lets_itself_be_interrupted_leaves_the_rest_to_be_marked(run: Run):
    assert run.within["obedient"] == FULL
    assert "CellTimeoutError" in run.outputs("obedient")


def test_nothing_is_left_behind(run: Run):
    assert sorted(p.name for p in (run.course / "autograded" / "refused" / "sums").iterdir()) == [
        "data.csv",
        "sums.ipynb",
    ]
    time.sleep(0.5)
    lines = [" ".join(process.info["cmdline"] or []) for process in psutil.process_iter(["cmdline"])]
    assert lines
    assert not [line for line in lines if SLEEP in line or (str(run.course) in line and "bwrap" in line)]
    assert not list(run.course.rglob("*.new"))


def test_where_bubblewrap_is_missing_the_run_stops_with_one_sentence_and_the_kits_exercises_are_marked(
    run: Run, monkeypatch
):
    monkeypatch.setenv("PATH", "")
    done = subprocess.run(
        [Path(sys.executable).parent / "nbgrader", "autograde", "sums", "--force"],
        cwd=run.course,
        env=os.environ,
        capture_output=True,
        text=True,
        check=False,
    )
    said = done.stderr + done.stdout
    assert done.returncode == 1
    assert said.count("install the package bubblewrap") == 1
    assert "Traceback" not in said
    assert not (run.course / "autograded" / "deaf" / "sums").exists()
    nbgrader(run.course, "generate_assignment", EXERCISE)
    shutil.copytree(run.course / "release" / EXERCISE, run.course / "submitted" / "zoe" / EXERCISE)
    nbgrader(run.course, "autograde", EXERCISE)
    assert scores(run.course, EXERCISE).keys() == {"zoe"}


def test_where_bubblewrap_refuses_the_sentence_repeats_its_words(tmp_path, monkeypatch):
    fake = tmp_path / "bwrap"
    fake.write_text("#!/bin/sh\necho 'bwrap: No permissions to create new namespace' >&2\nexit 1\n")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    said = bubblewrap.why_not.__wrapped__()
    assert said.startswith("The sandbox does not start here (bwrap: No permissions to create new namespace)")
    assert "c.MarkAnswers.sandbox = False" in said


def test_a_course_inside_a_folder_that_students_code_sees_is_refused():
    limits = bubblewrap.Limits(seconds=1, memory=1, processes=1, files=1, output=1)
    with pytest.raises(ValueError, match="the course lies in it"):
        bubblewrap.bubblewrap_command([], Path(sys.prefix) / "course", Path("/tmp"), limits, bubblewrap.Folders())
