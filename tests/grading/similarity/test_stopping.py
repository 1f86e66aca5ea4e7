"""What one student handed in never stops the report: who could not be compared is named, the others are."""

import json
import shutil
import time
from functools import partial

import pytest
from biggerpie.answers.answer import Answer
from biggerpie.grading.similarity import each, fits, handed_in, sheets
from biggerpie.grading.similarity.cases import Cases
from biggerpie.grading.similarity.findings import look_through
from biggerpie.grading.similarity.handed_in import read_class
from biggerpie.grading.similarity.page import page
from biggerpie.grading.similarity.sheets import marks_on
from biggerpie.grading.similarity.summary import summary
from biggerpie.grading.submission.budget import Budget
from biggerpie.grading.submission.notebook import read_counted
from biggerpie.lessons.command_line import main

from ...work import counted
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


JUNK = "\n".join(f"{number:x}q:b" for number in range(2000))
LENGTH = 9_900


def test_an_answer_padded_with_junk_is_read_to_its_hundredth_strange_line_and_no_further(course):
    """Where each of its thousands of lines were given a hint on each case, a class would take hours."""
    everyone = read_class(course, EXERCISE)
    cases = Cases(course, EXERCISE, everyone.exercise.named, everyone.everybody)
    ada = next(one for one in everyone.read if one.student == "ada")
    padded = {name: Answer(name, f"{answer.text}{JUNK}"[:LENGTH]) for name, answer in ada.answers.items()}
    tests = sheets.tests_of(everyone.exercise)
    opened = [cases.random(number) for number in range(10)]

    with counted() as usual:
        marks = [marks_on(tests, ada.answers, case) for case in opened]
    with counted() as work:
        assert [marks_on(tests, padded, case) for case in opened] == marks
    assert work.calls < 30 * usual.calls


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("equal", "comparing its equal answers took more than 2 s by the clock."),
        ("best", "trying its answers on the others' cases took more than 2 s by the clock."),
    ],
)
def test_who_takes_too_long_to_be_compared_is_named(course, findings, monkeypatch, name, says):
    of = getattr(fits.Look, name)
    monkeypatch.setattr(each, "COMPARED", Budget(cpu_seconds=60, seconds=2, memory=10**9))
    monkeypatch.setattr(fits, "LOW", 2)
    monkeypatch.setattr(fits, "FEWER_EQUAL", 1.0 if name == "equal" else 0.0)

    def slow_for_bo(look, student, *rest):
        if student == "bo":
            time.sleep(60)
        return of(look, student, *rest)

    monkeypatch.setattr(fits.Look, name, slow_for_bo)
    found = look_through(course, EXERCISE)
    assert found.partly == {"bo": says}
    assert found.read == findings.read
    assert found.texts == findings.texts


def test_whose_marking_takes_too_long_is_named_and_the_texts_are_compared_nevertheless(course, findings, monkeypatch):
    bo = next(one for one in read_class(course, EXERCISE).read if one.student == "bo")
    package = bo.answers["package"].text

    def marks(tests, answers, opened):
        if answers["package"].text == package:
            time.sleep(60)
        return marks_on(tests, answers, opened)

    monkeypatch.setattr(each, "COMPARED", Budget(cpu_seconds=60, seconds=2, memory=10**9))
    monkeypatch.setattr(sheets, "marks_on", marks)
    found = look_through(course, EXERCISE)
    assert found.partly["bo"] == "marking it took more than 2 s by the clock."
    assert "bo: marking it took more than 2 s" in page(found)
    assert "bo: marking it took more than 2 s" in summary(found, course)
    assert found.texts == findings.texts


def test_whose_notebook_holds_more_cells_than_are_read_is_named(course, findings, tmp_path):
    folder = shutil.copytree(course, tmp_path / "course")
    place = folder / "submitted" / "ada" / EXERCISE / "exercise.ipynb"
    notebook = json.loads(place.read_text())
    notebook["cells"] += [{"cell_type": "markdown", "metadata": {}, "source": "x"}] * 310
    place.write_text(json.dumps(notebook))
    found = look_through(folder, EXERCISE)
    assert found.partly["ada"].endswith(
        "of this notebook are not shown, nor marked: it holds more than 300 cells or 120,000 characters."
    )
    assert found.texts == findings.texts


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
