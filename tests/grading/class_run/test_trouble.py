"""A full disk or a locked gradebook gives one sentence, leaves what was there, and costs nothing once it is over."""

import json
import os
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from biggerpie.grading.class_run import run
from biggerpie.grading.class_run.run import grade_class
from biggerpie.grading.class_run.workers import DiedError, in_processes
from biggerpie.grading.collecting import disk_room
from biggerpie.grading.nbgrader_adapter import preprocessors
from biggerpie.grading.submission.budget import READ_AS_DATA
from biggerpie.grading.submission.notebook import read_counted
from biggerpie.lessons.command_line import main

from ...machine import ensure
from .gradebooks import EXERCISE, dump, files, gradebook_url


@pytest.fixture
def impatient(course) -> Path:
    """A course that waits half a second for its gradebook, not two minutes."""
    with (course / "nbgrader_config.py").open("a") as config:
        config.write(f"c.CourseDirectory.db_url = '{gradebook_url(course)}?timeout=0.5'\n")
    return course


def test_a_locked_gradebook_gives_one_sentence_and_the_next_run_goes_on(impatient, by_nbgrader):
    grade_class(impatient, EXERCISE, students=["demo-01", "demo-02"])
    before = dump(gradebook_url(impatient)), files(impatient)
    other = sqlite3.connect(impatient / "gradebook.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    summary = grade_class(impatient, EXERCISE, workers=2)
    other.execute("ROLLBACK")
    other.close()
    assert summary.stopped.startswith("the gradebook cannot be used (database is locked)")
    assert "Run the same command again: it goes on from here." in summary.text()
    assert (dump(gradebook_url(impatient)), files(impatient)) == before
    assert not grade_class(impatient, EXERCISE).stopped
    assert (dump(gradebook_url(impatient)), files(impatient)) == by_nbgrader


def test_a_gradebook_that_cannot_even_be_opened_is_one_sentence(impatient, monkeypatch, capsys):
    monkeypatch.chdir(impatient)
    other = sqlite3.connect(impatient / "gradebook.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert main(["grade", EXERCISE]) == 2
    other.close()
    said = capsys.readouterr().err
    assert "the gradebook cannot be used (database is locked); close the program that holds it" in said
    assert "Traceback" not in said


def test_a_submission_for_which_the_disk_has_no_room_waits_by_name_and_the_others_are_done(course, monkeypatch):
    place = course / "submitted" / "demo-01" / EXERCISE / "large.csv"
    place.write_bytes(b"x" * 3_000_000)
    monkeypatch.setattr(disk_room, "_free", lambda _: disk_room.RESERVE + 2_000_000)
    summary = grade_class(course, EXERCISE, students=["demo-01", "demo-02"], workers=1)
    assert list(summary.failed) == ["demo-01"]
    assert summary.failed["demo-01"].startswith("the submission needs 6 MB on the disk beside 50 MB in reserve")
    assert not summary.stopped


ON_A_SMALL_DISK = """
import json, os, shutil, subprocess, sys
from pathlib import Path
source, disk = Path(sys.argv[1]), Path(sys.argv[2])
subprocess.run(["mount", "-t", "tmpfs", "-o", "size=12m", "none", disk], check=True)
course = disk / "course"
shutil.copytree(source, course)
from biggerpie.grading.class_run.run import grade_class
from tests.grading.class_run.gradebooks import EXERCISE, dump, files, gradebook_url
url = gradebook_url(course)
grade_class(course, EXERCISE, students=["demo-01"])
stopped, kept = [], []
for room in (0, 30_000, 90_000, 200_000, 400_000):
    before = dump(url), files(course)
    free = shutil.disk_usage(disk).free
    (disk / "filler").write_bytes(b"x" * (free - room))
    summary = grade_class(course, EXERCISE, workers=1)
    stopped.append(summary.stopped)
    (disk / "filler").unlink()
    after = dump(url), files(course)
    done = {s for s, o in summary.outcomes.items() if o.marked}
    kept.append(all(after[0].get(s) == row for s, row in before[0].items()) and before[1].items() <= after[1].items())
finished = grade_class(course, EXERCISE)
Path(sys.argv[3]).write_text(json.dumps({"stopped": stopped, "kept": kept, "finished": finished.stopped}))
shutil.copytree(course, sys.argv[4])
"""


def test_a_full_disk_gives_one_sentence_and_the_next_run_goes_on(course, by_nbgrader, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    script, result, end = tmp_path / "script.py", tmp_path / "result.json", tmp_path / "end"
    script.write_text(ON_A_SMALL_DISK)
    root = Path(__file__).parents[3]
    done = subprocess.run(
        [ensure("unshare", "util-linux"), "-Urm", sys.executable, script, course, disk, result, end],
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    told = json.loads(result.read_text())
    assert all(sentence in {"the disk is full; make room on it", ""} for sentence in told["stopped"]), told
    assert told["stopped"][0], told
    assert told["kept"] == [True] * 5
    assert told["finished"] == ""
    assert dump(gradebook_url(end)) == by_nbgrader[0]
    assert files(end) == by_nbgrader[1]


def test_somebody_else_who_is_grading_is_waited_for_and_then_named(course, monkeypatch):
    from biggerpie.grading.nbgrader_adapter import open_course
    from biggerpie.negotiation import NegotiationError

    monkeypatch.setattr(open_course, "SECONDS_TO_WAIT_FOR_ANOTHER_RUN", 0.2)
    with open_course.alone(course), pytest.raises(NegotiationError, match="somebody is grading in"):
        grade_class(course, EXERCISE)


def _endless_for_one(path: Path):
    while path.parts[-3] == "demo-04":
        pass
    return read_counted(path)


def test_a_submission_over_its_budget_waits_with_a_sentence_and_the_others_are_done(course, by_nbgrader, monkeypatch):
    with monkeypatch.context() as attack:
        attack.setattr(run, "READ_AS_DATA", replace(READ_AS_DATA, cpu_seconds=4))
        attack.setattr(preprocessors, "read_counted", _endless_for_one)
        summary = grade_class(course, EXERCISE, workers=1)
    assert summary.failed == {
        "demo-04": "took more than 4 s, so its marking was ended and it waits; look at what was handed in."
    }
    assert sum(outcome.feedback for outcome in summary.outcomes.values()) == 11
    assert not list((course / "autograded" / "demo-04").glob("*"))
    assert not list((course / ".biggerpie" / "work").glob("*"))
    assert not grade_class(course, EXERCISE).failed
    assert (dump(gradebook_url(course)), files(course)) == by_nbgrader


def _worker():
    def work(task: int) -> int:
        if task == 3:
            os.kill(os.getpid(), 9)
        return task * task

    return work


def test_a_worker_that_is_killed_costs_its_own_task_only():
    results = dict(in_processes(_worker, list(range(8)), 2))
    died = results.pop(3)
    assert isinstance(died, DiedError)
    assert results == {n: n * n for n in range(8) if n != 3}
