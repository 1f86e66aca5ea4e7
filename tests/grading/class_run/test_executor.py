"""A class can be graded by any executor, within the same budgets; what keeps a cluster from it is one sentence."""

from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace
from multiprocessing import get_context

import pytest
from biggerpie.grading import needed_packages
from biggerpie.grading.class_run import cluster, executor, run
from biggerpie.grading.class_run.run import grade_class
from biggerpie.grading.class_run.stamps import kept_file
from biggerpie.lessons.command_line import main
from filelock import FileLock

from .gradebooks import EXERCISE, dump, files, gradebook_url


class Broken(Executor):
    """One whose workers are gone."""

    def submit(self, *_, **__) -> Future:
        """Fail at once."""
        future: Future = Future()
        future.set_exception(ConnectionError("gone"))
        return future


@pytest.mark.long
def test_threads_that_start_processes_give_the_same_gradebook_and_files(course, by_nbgrader):
    with ThreadPoolExecutor(2) as threads:
        summary = grade_class(course, EXERCISE, executor=threads)
    assert not summary.failed
    assert len(summary.outcomes) == 12
    assert (dump(gradebook_url(course)), files(course)) == by_nbgrader


def test_a_submission_over_its_budget_waits_wherever_it_is_graded(course, monkeypatch):
    monkeypatch.setattr(run, "READ_AS_DATA", replace(run.READ_AS_DATA, seconds=0))
    with ProcessPoolExecutor(1, get_context("spawn")) as processes:
        summary = grade_class(course, EXERCISE, students=["demo-01"], executor=processes)
    assert summary.failed["demo-01"].startswith(
        "took more than 0 s by the clock, so its marking was ended and it waits"
    )


def test_a_worker_that_is_gone_costs_its_batch_and_no_marks(course):
    summary = grade_class(course, EXERCISE, executor=Broken())
    assert set(summary.failed.values()) == {"the worker that had it gave no result (ConnectionError)."}
    assert not grade_class(course, EXERCISE, students=["demo-01"]).failed


def test_a_submission_that_somebody_is_at_is_waited_for(course, monkeypatch):
    monkeypatch.setattr(run, "READ_AS_DATA", replace(run.READ_AS_DATA, seconds=3))
    lock = kept_file(course, "locks", course / "submitted" / "demo-01" / EXERCISE)
    lock.parent.mkdir()
    with FileLock(lock):
        failed = grade_class(course, EXERCISE, students=["demo-01"], workers=1).failed
    assert failed["demo-01"].startswith("took more than 3 s by the clock")
    assert not (course / "autograded" / "demo-01").exists()


def test_a_worker_with_another_version_of_the_kit_marks_nobody(course, monkeypatch):
    monkeypatch.setattr(executor, "kit_version", lambda: "0.0.1")
    with ThreadPoolExecutor(1) as thread:
        summary = grade_class(course, EXERCISE, executor=thread)
    assert not summary.outcomes
    assert "Stopped: a worker has version" in summary.text()


def test_a_gradebook_in_sqlite_is_not_shared_among_machines(course, capsys):
    said = refused(course, capsys)
    assert "a cluster's machines can't share a gradebook in SQLite; keep it in PostgreSQL" in said


def test_a_cluster_that_does_not_answer_is_told_in_one_sentence(course, capsys, monkeypatch):
    monkeypatch.setattr(cluster, "require_database_server", lambda _: None)
    monkeypatch.setattr(cluster, "SECONDS_TO_ANSWER", 0.3)
    for address in ("tcp://127.0.0.1:9", "nonsense://", "127.0.0.1:nine"):
        assert f"no Dask scheduler answers at {address} (" in refused(course, capsys, address)


def test_a_missing_package_is_told_with_the_command_that_installs_it(course, capsys, monkeypatch):
    monkeypatch.setattr(needed_packages, "find_spec", lambda _: None)
    assert "distributed isn't installed; run 'pip install distributed', then try again." in refused(course, capsys)


def refused(course, capsys, address="tcp://127.0.0.1:9") -> str:
    assert main(["grade", EXERCISE, "--course", str(course), "--scheduler", address]) == 2
    said = capsys.readouterr().err
    assert said.count("biggerpie: ") == 1
    assert len(said.splitlines()) == 1
    return said
