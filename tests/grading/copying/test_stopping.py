"""What one student handed in never stops the report: who could not be compared is named, the others are."""

import json
import shutil
import time
from functools import partial

import pytest
from biggerpie.grading.budget import Budget
from biggerpie.grading.copying import handed_in
from biggerpie.grading.copying.findings import look_through
from biggerpie.grading.submission import read_counted
from biggerpie.lessons.command_line import main

from .small_class import EXERCISE, hand_in


@pytest.fixture
def attacked(course, tmp_path):
    """The small class, and some more who hand in what stops a reader."""
    folder = shutil.copytree(course, tmp_path / "course")
    shutil.rmtree(folder / "reports", ignore_errors=True)
    released = json.loads((folder / "release" / EXERCISE / "exercise.ipynb").read_text())
    for student, why in {"dot": "&#" + "9" * 5000 + ";", "dag": "&amp;#" + "0" * 5000 + "9;"}.items():
        hand_in(folder, student, json.dumps(with_text(released, why)))
    hand_in(folder, "uma", '{"cells": [' + "{}," * 6_000_000 + "{}]}")
    hand_in(folder, "eli", "[" * 100_000)
    return folder


def with_text(released, why):
    cells = [
        cell | {"source": why} if cell["metadata"].get("nbgrader", {}).get("grade_id") == "why" else cell
        for cell in released["cells"]
    ]
    return {**released, "cells": cells}


def test_everybody_else_is_compared_and_who_is_not_is_named_with_the_reason(attacked, findings, capsys):
    assert main(["copying", EXERCISE, "--course", str(attacked)]) == 0
    said = capsys.readouterr().out
    assert "3 could not be compared: " in said
    assert "  uma: exercise.ipynb holds more than 500,000 values" in said
    assert "eli, jo: exercise.ipynb is not a notebook" in said
    page = (attacked / "reports" / f"copying-{EXERCISE}.html").read_text(encoding="utf-8")
    assert "uma: exercise.ipynb holds more than 500,000 values" in page
    found = look_through(attacked, EXERCISE)
    assert found.read == findings.read + 2
    assert found.texts == findings.texts
    assert [(fit.student, fit.other) for fit in found.fits.equal] == [
        (fit.student, fit.other) for fit in findings.fits.equal
    ]


def slow(what, path):
    """Take long for one submission."""
    if path.parts[-3] == "ada":
        what()
    return read_counted(path)


def fail():
    raise ZeroDivisionError("whatever")


@pytest.mark.parametrize(
    ("what", "says"),
    [
        (partial(time.sleep, 60), "reading it took more than 2 s by the clock."),
        (fail, "ZeroDivisionError: whatever"),
    ],
)
def test_one_that_takes_too_long_or_fails_in_any_way_is_left_out(course, findings, monkeypatch, what, says):
    monkeypatch.setattr(handed_in, "READ_AS_DATA", Budget(cpu_seconds=60, seconds=2, memory=10**9))
    monkeypatch.setattr(handed_in, "read_counted", partial(slow, what))
    found = look_through(course, EXERCISE)
    assert found.unreadable["ada"] == says
    assert found.read == findings.read - 1
