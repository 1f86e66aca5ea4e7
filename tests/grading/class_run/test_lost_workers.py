"""A run whose cluster has lost all workers says so, once, and says when one is back."""

import time

from biggerpie.grading.class_run.lost_workers import told_when_alone


def told(capsys, *counts: int) -> str:
    """What is written while these numbers of workers are found one after the other."""
    left = list(counts)
    with told_when_alone(lambda: left.pop(0) if len(left) > 1 else left[0], "tcp://10.0.0.5:8786", seconds=0.001):
        while len(left) > 1:
            time.sleep(0.001)
        time.sleep(0.02)
    return capsys.readouterr().err


def test_nothing_is_written_while_there_are_workers(capsys):
    assert told(capsys, 2, 1, 2) == ""


def test_the_last_worker_s_end_is_told_once_with_what_to_do(capsys):
    said = told(capsys, 1, 0, 0, 0)
    assert said.count("no worker left") == 1
    assert "dask worker tcp://10.0.0.5:8786" in said


def test_a_worker_that_is_back_is_told(capsys):
    said = told(capsys, 0, 0, 1)
    assert said.index("no worker left") < said.index("there again")
