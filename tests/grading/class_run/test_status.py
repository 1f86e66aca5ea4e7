"""`biggerpie status` counts what is there, and says what was given out."""

import json
import os
from datetime import UTC, datetime, timedelta

import pytest
from biggerpie.course.desk.to_do import to_do
from biggerpie.course.status import course_status, status_text
from biggerpie.grading.class_run.run import grade_class
from biggerpie.grading.given import EXPORTED, FEEDBACK, note_given

from .gradebooks import EXERCISE


def row(text: str, name: str) -> dict[str, str]:
    head, *lines = [line.split() for line in text.splitlines()[2:]]
    cells = next(line for line in lines if line[0] == name)
    if len(cells) > len(head):  # a due date has a day and a clock
        cells[2:4] = [" ".join(cells[2:4])]
    return dict(zip(head, cells, strict=True))


def test_every_assignment_has_a_line_and_each_column_counts_students(course):
    before = status_text(course)
    assert before.startswith("12 students in the class")
    assert row(before, EXERCISE) | {"due": ""} == {
        "assignment": EXERCISE, "out": "yes", "due": "", "in": "12", "late": "-", "marked": "-", "waiting": "-",
        "feedback": "-", "returned": "-", "exported": "-",
    }  # fmt: skip
    assert row(before, "02-concessions")["out"] == "-"
    grade_class(course, EXERCISE, students=["demo-01", "demo-02", "demo-07"], workers=1)
    after = row(status_text(course), EXERCISE)
    assert after["due"].startswith("2030-01-20 12:00")
    assert (after["late"], after["feedback"]) == ("2", "3")
    assert int(after["waiting"].replace("-", "0")) + int(after["marked"].replace("-", "0")) == 3
    assert after["waiting"] == "2", "who wrote nothing at all waits for nobody"


def test_what_was_returned_and_exported_has_its_day(course):
    note_given(course, EXERCISE, FEEDBACK)
    note_given(course, EXERCISE, EXPORTED)
    line = row(status_text(course), EXERCISE)
    assert line["returned"] == line["exported"] != "-"


def returning(course) -> list[str]:
    """What the desk says of giving feedback back."""
    return [one.what for one in to_do(course_status(course)) if one.command.startswith("biggerpie return")]


def test_feedback_that_was_written_after_it_was_given_back_waits_to_be_given_back_again(course):
    grade_class(course, EXERCISE, students=["demo-01", "demo-02"], workers=1)
    assert returning(course) == ["feedback not given back yet"]
    note_given(course, EXERCISE, FEEDBACK)
    assert returning(course) == []
    assert "outdated" not in status_text(course)
    later = (datetime.now(UTC) + timedelta(seconds=5)).timestamp()
    os.utime(course / "feedback" / "demo-02" / EXERCISE / "exercise.html", (later, later))
    assert returning(course) == ["feedback written since it was given back"]
    assert f"{datetime.now(UTC):%Y-%m-%d} (outdated)" in status_text(course)


@pytest.mark.parametrize("noted", ["", "yesterday", "2026-01-01 12:00"])
def test_a_note_of_giving_back_that_is_no_moment_stops_nothing(course, noted):
    grade_class(course, EXERCISE, students=["demo-01"], workers=1)
    note_given(course, EXERCISE, FEEDBACK)
    (file,) = (course / ".biggerpie" / "given").iterdir()
    file.write_text(json.dumps({FEEDBACK: noted}))
    assert "outdated" not in status_text(course)
