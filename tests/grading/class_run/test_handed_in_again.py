"""What was handed in again has no mark until it is marked, and a page that is older than the marks is named."""

from datetime import datetime
from pathlib import Path

import pytest
from biggerpie.grading.class_run.run import grade_class
from biggerpie.grading.class_run.stamps import Stamp, stamp_file
from biggerpie.grading.nbgrader_adapter.class_marks import GivenMark, class_marks
from biggerpie.grading.nbgrader_adapter.class_status import class_status
from biggerpie.grading.nbgrader_adapter.marks_before import MarksBefore, note_file, note_marks_before
from biggerpie.grading.nbgrader_adapter.question_marks import question_marks
from biggerpie.lessons.command_line import main
from nbgrader.api import Gradebook

from ..test_class_of_thirty import nbgrader
from .gradebooks import EXERCISE, grade_by_hand, gradebook_url
from .test_export import exported

ADA, BO = "demo-01", "demo-03"
MARKED, AGAIN = GivenMark("marked", 97.0), GivenMark("to be marked again", None)


@pytest.fixture
def graded(course) -> Path:
    """A course in which two were marked, one of them in full."""
    grade(course)
    grade_by_hand(gradebook_url(course), ADA, 17.0, "Well seen.")
    return course


def grade(course: Path) -> None:
    grade_class(course, EXERCISE, students=[ADA, BO], workers=1)


def hand_in_again(course: Path) -> None:
    ada, bo = (course / "submitted" / student / EXERCISE / "exercise.ipynb" for student in (ADA, BO))
    ada.write_bytes(bo.read_bytes())


def mark(course: Path) -> GivenMark:
    return class_marks(course, EXERCISE).marks[ADA]


def test_no_table_gives_the_mark_of_what_was_handed_in_before(graded):
    assert mark(graded) == MARKED
    before = class_status(graded).assignments[0]
    hand_in_again(graded)
    assert mark(graded) == AGAIN
    after = class_status(graded).assignments[0]
    assert after.work[ADA].status == AGAIN.status
    assert (after.marked, after.not_marked) == (before.marked - 1, before.not_marked + 1)
    assert exported(graded)[ADA]["status"] == AGAIN.status
    assert {one.points for one in question_marks(graded, EXERCISE) if one.student == ADA} == {None}
    grade(graded)
    assert mark(graded) == GivenMark("waiting", None)


def test_the_same_file_again_and_what_nbgraders_own_command_has_marked_keep_their_mark(graded):
    file = graded / "submitted" / ADA / EXERCISE / "exercise.ipynb"
    file.write_bytes(file.read_bytes())
    assert mark(graded) == MARKED
    stamp_file(graded, file.parent).unlink()
    hand_in_again(graded)
    assert mark(graded) == MARKED


def test_whose_marking_was_ended_too_early_is_to_be_marked_again(graded):
    note_marks_before(note_file(graded, graded / "submitted" / ADA / EXERCISE), MarksBefore(Stamp(), 80.0))
    assert mark(graded) == AGAIN


def given_back(course: Path, capsys, *more: str) -> str:
    """What `biggerpie return` says of pages that are older than the marks; it ends with 1 where it says so."""
    code = main(["return", EXERCISE, "--course", str(course), *more])
    said = capsys.readouterr().out
    assert code == ("older than the marks" in said)
    return said


def test_pages_older_than_the_marks_are_named_when_they_are_given_back(graded, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(graded)
    said = f"  1 of these pages may be older than the marks: {ADA}; run 'biggerpie grade {EXERCISE}'"
    assert said in given_back(graded, capsys)
    assert said in given_back(graded, capsys, "--mail", str(tmp_path / "mail"))
    grade(graded)
    assert "older" not in given_back(graded, capsys)
    hand_in_again(graded)
    assert said in given_back(graded, capsys)
    grade(graded)
    with Gradebook(gradebook_url(graded)) as book:
        book.find_assignment(EXERCISE).duedate = datetime(2020, 1, 1)
        book.db.commit()
    assert f"2 of these pages may be older than the marks: {ADA}, {BO};" in given_back(graded, capsys)


def test_pages_older_than_the_marks_are_named_when_they_are_released(graded):
    (graded.parent / "exchange").mkdir()
    with (graded / "nbgrader_config.py").open("a") as config:
        config.write("c.Exchange.root = str(Path(__file__).parents[1] / 'exchange')\n")
    said = f"The feedback of '{ADA}' may be older than the marks; run 'biggerpie grade {EXERCISE}'"
    assert said in nbgrader(graded, "release_feedback", EXERCISE)
    assert "older than the marks" not in nbgrader(graded, "release_feedback", EXERCISE, "--student", BO)
    grade(graded)
    assert "older than the marks" not in nbgrader(graded, "release_feedback", EXERCISE)
