"""Killed at any moment and started again, grading ends with the same gradebook and the same files."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from biggerpie.grading.class_run.run import grade_class
from nbgrader.apps import AutogradeApp
from nbgrader.converters import Autograde

from .gradebooks import EXERCISE, dump, files, grade_by_hand, gradebook_url, moved

pytestmark = pytest.mark.long

KILLS = 8


def in_the_background(work: Callable[[], object]) -> int:
    """Start the work in a process group of its own and return its number."""
    if child := os.fork():
        return child
    os.setsid()
    try:
        null = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(null, stream)
        work()
    finally:
        os._exit(0)


def killed_after(seconds: float, work: Callable[[], object]) -> bool:
    """Kill the work and all its processes after some seconds; return whether it was still at it."""
    child = in_the_background(work)
    time.sleep(seconds)
    was_alive = os.waitpid(child, os.WNOHANG) == (0, 0)
    if was_alive:
        os.killpg(child, signal.SIGKILL)
        os.waitpid(child, 0)
    return was_alive


def seconds_of_a_run(course: Path, place: Path) -> float:
    """How long grading takes on this machine now, so that kills fall within it."""
    copy = moved(course, place)
    begin = time.monotonic()
    os.waitpid(in_the_background(lambda: grade_class(copy, EXERCISE, force=True)), 0)
    return time.monotonic() - begin


def nbgraders_own(course: Path) -> None:
    """Mark as the button does: every submission again."""
    os.chdir(course)
    app = AutogradeApp()
    app.initialize([])
    app.coursedir.assignment_id = EXERCISE
    Autograde(coursedir=app.coursedir, parent=app, force=True).start()


def test_killed_at_random_moments_the_first_grading_ends_the_same(course, by_nbgrader, tmp_path):
    whole = seconds_of_a_run(course, tmp_path / "timed")
    draw = Random(3)
    alive, stages = 0, set()
    for number in range(KILLS):
        again = number % 4 == 3  # three runs go on where the one before was killed, then one begins anew
        alive += killed_after(draw.uniform(0.02, whole), lambda again=again: grade_class(course, EXERCISE, force=again))
        stages.add((len(list((course / "autograded").glob("*/*"))), len(list((course / "feedback").glob("*/*")))))
    assert alive >= KILLS // 4
    assert len(stages) >= 3
    grade_class(course, EXERCISE)
    assert (dump(gradebook_url(course)), files(course)) == by_nbgrader
    assert not list((course / ".biggerpie" / "work").glob("*"))


def test_killed_while_marking_again_nothing_that_was_there_is_lost(course, tmp_path):
    whole = seconds_of_a_run(course, tmp_path / "timed")
    grade_class(course, EXERCISE)
    grade_by_hand(gradebook_url(course), "demo-01", 17.0, "Well seen.")
    grade_class(course, EXERCISE, force=True)
    before = dump(gradebook_url(course)), files(course)
    draw = Random(5)
    for _ in range(KILLS // 2):
        killed_after(draw.uniform(0.1 * whole, whole), lambda: grade_class(course, EXERCISE, force=True))
        assert dump(gradebook_url(course)).keys() == before[0].keys()
        assert dump(gradebook_url(course)) == before[0]
    grade_class(course, EXERCISE)
    assert (dump(gradebook_url(course)), files(course)) == before


def test_what_a_killed_run_of_nbgraders_own_has_left_is_put_right(course, by_nbgrader):
    grade_class(course, EXERCISE)
    draw = Random(7)
    alive = sum(killed_after(draw.uniform(0.5, 2.5), lambda: nbgraders_own(course)) for _ in range(4))
    assert alive >= 2
    grade_class(course, EXERCISE)
    assert (dump(gradebook_url(course)), files(course)) == by_nbgrader


def test_two_graders_at_once_leave_a_sound_gradebook(course, by_nbgrader):
    for _ in range(3):
        runs = [
            in_the_background(lambda: grade_class(course, EXERCISE, force=True)),
            in_the_background(lambda: nbgraders_own(course)),
            in_the_background(lambda: grade_class(course, EXERCISE, force=True)),
        ]
        for run in runs:
            os.waitpid(run, 0)
        assert dump(gradebook_url(course)) == by_nbgrader[0]
    grade_class(course, EXERCISE)
    assert (dump(gradebook_url(course)), files(course)) == by_nbgrader
