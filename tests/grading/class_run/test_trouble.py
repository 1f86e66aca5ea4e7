"""A full disk or a locked gradebook gives one sentence, leaves what was there, and costs nothing once it is over."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
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
from sqlalchemy import Engine, event

from .gradebooks import EXERCISE, dump, files, gradebook_url

SMALL_DISK = os.environ.get("BIGGERPIE_SMALL_DISK")


@pytest.fixture
def impatient(course) -> Path:
    """A course that waits half a second for its gradebook, not two minutes."""
    with (course / "nbgrader_config.py").open("a") as config:
        config.write(f"c.CourseDirectory.db_url = '{gradebook_url(course)}?timeout=0.5'\n")
    return course


def test_a_locked_gradebook_gives_one_sentence_and_the_next_run_goes_on(impatient, by_nbgrader):
    grade_class(impatient, EXERCISE, students=["demo-01", "demo-02"], workers=1)
    before = dump(gradebook_url(impatient)), files(impatient)
    other = sqlite3.connect(impatient / "gradebook.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    summary = grade_class(impatient, EXERCISE, workers=2)
    other.execute("ROLLBACK")
    other.close()
    assert summary.stopped.startswith("the gradebook cannot be used (database is locked)")
    assert "Run the same command again: it goes on from here." in summary.text()
    again = replace(summary, forced=True).text()
    assert "Run the same command again: with --force it begins with the first submission again." in again
    assert (dump(gradebook_url(impatient)), files(impatient)) == before
    assert not grade_class(impatient, EXERCISE, workers=1).stopped  # two would lock each other out on a slow machine
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


@pytest.fixture
def small_disk(tmp_path) -> Iterator[Path]:
    """A folder on a file system of a few megabytes, which whoever runs the tests has made for them."""
    if not SMALL_DISK:
        pytest.skip("needs a folder on a file system of some 12 MB, named by BIGGERPIE_SMALL_DISK")
    folder = Path(SMALL_DISK) / tmp_path.name
    yield folder
    shutil.rmtree(folder)


def test_a_full_disk_gives_one_sentence_and_the_next_run_goes_on(course, by_nbgrader, small_disk):
    shutil.copytree(course, small_disk)
    filler, url = small_disk.with_name("filler"), gradebook_url(small_disk)
    grade_class(small_disk, EXERCISE, students=["demo-01"])
    stopped = []
    for room in (0, 30_000, 90_000, 200_000, 400_000):
        before = dump(url), files(small_disk)
        filler.write_bytes(b"x" * (shutil.disk_usage(small_disk).free - room))
        stopped.append(grade_class(small_disk, EXERCISE, workers=1).stopped)
        filler.unlink()
        after = dump(url), files(small_disk)
        assert before[0].items() <= after[0].items()
        assert before[1].items() <= after[1].items()
    assert stopped[0]
    assert set(stopped) <= {"the disk is full; make room on it", ""}
    assert not grade_class(small_disk, EXERCISE).stopped
    assert (dump(url), files(small_disk)) == by_nbgrader


def test_a_gradebook_without_room_gives_one_sentence_and_the_next_run_goes_on(course, by_nbgrader):
    """SQLite says that the disk is full where a database may have no more pages than it has."""
    grade_class(course, EXERCISE, students=["demo-01"])
    before = dump(gradebook_url(course)), files(course)

    def no_more_pages(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA max_page_count = 1")

    event.listen(Engine, "connect", no_more_pages)
    try:
        stopped = grade_class(course, EXERCISE, workers=1).stopped
    finally:
        event.remove(Engine, "connect", no_more_pages)
    assert stopped == "the disk is full; make room on it"
    after = dump(gradebook_url(course)), files(course)
    assert before[0].items() <= after[0].items()
    assert before[1].items() <= after[1].items()
    assert not grade_class(course, EXERCISE).stopped
    assert (dump(gradebook_url(course)), files(course)) == by_nbgrader


def test_somebody_else_who_is_grading_is_waited_for_and_then_named(course, monkeypatch):
    from biggerpie.grading.nbgrader_adapter import open_course
    from biggerpie.negotiation import NegotiationError

    monkeypatch.setattr(open_course, "SECONDS_TO_WAIT_FOR_ANOTHER_RUN", 0.2)
    with open_course.course_lock(course), pytest.raises(NegotiationError, match="somebody is grading in"):
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
