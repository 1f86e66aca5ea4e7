"""Where processes are spawned, as on macOS and Windows, a class is marked as where they are forked."""

import os
from multiprocessing import get_context

import pytest
from biggerpie.grading.class_run import workers
from biggerpie.grading.class_run.run import grade_class
from biggerpie.grading.class_run.workers import DiedError, in_processes

from .gradebooks import EXERCISE, dump, files, gradebook_url, moved

STUDENTS = ["demo-01", "demo-02", "demo-08", "demo-09"]


@pytest.fixture
def spawned(monkeypatch) -> None:
    monkeypatch.setattr(workers, "CONTEXT", get_context("spawn"))


@pytest.mark.long
def test_a_class_is_marked_alike_by_spawned_and_forked_processes(handed_in, tmp_path, monkeypatch):
    marked = []
    for method in ("fork", "spawn"):
        monkeypatch.setattr(workers, "CONTEXT", get_context(method))
        course = moved(handed_in, tmp_path / method)
        summary = grade_class(course, EXERCISE, students=STUDENTS, workers=2)
        assert sorted(summary.outcomes) == STUDENTS
        assert not summary.failed
        marked.append((dump(gradebook_url(course)), files(course)))
    assert marked[0] == marked[1]
    assert len(marked[0][1]) >= 2 * len(STUDENTS)


def _squares():
    return _square


def _square(task: int) -> int:
    if task == 3:
        os.kill(os.getpid(), 9)
    return task * task


@pytest.mark.usefixtures("spawned")
def test_a_spawned_process_that_is_killed_costs_its_own_task_only():
    results = dict(in_processes(_squares, list(range(5)), 2))
    assert isinstance(results.pop(3), DiedError)
    assert results == {0: 0, 1: 1, 2: 4, 4: 16}
