"""What must be told is told in every run until it is solved, with every name in a file."""

import json
import os
import signal
from pathlib import Path

import pytest
from biggerpie.grading.class_run.run import grade_class
from biggerpie.grading.class_run.summary import Summary
from biggerpie.grading.nbgrader_adapter.marks_before import MarksBefore
from biggerpie.grading.nbgrader_adapter.standing import Standing
from biggerpie.grading.notices import Notices, keep_notices, kept_notices, read_notices
from biggerpie.lessons.command_line import main
from nbgrader.api import Gradebook

from .gradebooks import EXERCISE, grade_by_hand, gradebook_url

NOT_A_NOTEBOOK = "demo-09: exercise.ipynb is not a notebook"
MOVED = "demo-01: timestamp.txt holds no time that can be read, so it was moved to"


def told(course: Path, *students: str) -> str:
    """What a run over these students says, whether they are up to date or not."""
    return grade_class(course, EXERCISE, students=list(students), workers=1, feedback=False).text()


def test_a_notice_is_told_again_though_nothing_is_marked_until_something_else_is_handed_in(course):
    place = course / "submitted" / "demo-09" / EXERCISE
    assert NOT_A_NOTEBOOK in told(course, "demo-09")
    again = told(course, "demo-09")
    assert "0 marked" in again
    assert NOT_A_NOTEBOOK in again
    assert NOT_A_NOTEBOOK in told(course, "demo-10"), "also where a run is about somebody else"
    good = course / "submitted" / "demo-01" / EXERCISE / "exercise.ipynb"
    (place / "exercise.ipynb").write_bytes(good.read_bytes())
    assert NOT_A_NOTEBOOK not in told(course, "demo-09")
    assert "demo-09" not in {kept.student for kept in kept_notices(course, EXERCISE)}


def test_what_was_done_to_files_once_is_told_until_they_are_handed_in_anew(course):
    stamp = course / "submitted" / "demo-01" / EXERCISE / "timestamp.txt"
    good = stamp.read_text()
    stamp.write_text("tomorrow")
    for _ in range(2):
        said = told(course, "demo-01")
        assert MOVED in said
        assert "no time stamp" not in said
    stamp.write_text(good)
    assert "demo-01" not in told(course, "demo-01").partition("Look at")[2]


def test_a_time_that_cannot_be_is_told_and_one_that_can_is_not(course):
    for student, time in {"demo-01": "2020-01-01 10:00:00 UTC", "demo-03": "2099-01-01 10:00 Asia/Tokyo"}.items():
        (course / "submitted" / student / EXERCISE / "timestamp.txt").write_text(time)
    said = told(course, "demo-01", "demo-03", "demo-04")
    assert "demo-01: timestamp.txt names a time (2020-01-01 10:00+00:00) before the exercise was generated on" in said
    assert "demo-03: timestamp.txt names a time that is still to come (2099-01-01 01:00+00:00)" in said
    assert "demo-04: " not in said


def test_what_a_person_has_seen_to_is_told_no_more_until_the_submission_changes(course, capsys):
    place = course / "submitted" / "demo-01" / EXERCISE
    (place / "timestamp.txt").unlink()
    assert "demo-01: no time stamp" in told(course, "demo-01")
    assert main(["notices", EXERCISE, "--seen", "demo-01", "--course", str(course)]) == 0
    assert capsys.readouterr().out == f"You have seen to demo-01.\n{EXERCISE}: nothing is open.\n"
    assert "no time stamp" not in told(course, "demo-01")
    (place / "note.txt").write_text("one more")
    assert "demo-01: no time stamp" in told(course, "demo-01")
    assert main(["notices", EXERCISE, "--seen", "demo-77", "--course", str(course)]) == 2
    assert "there is no notice about 'demo-77'" in capsys.readouterr().err


@pytest.mark.parametrize("more", [[], ["--seen-all"], ["--seen", "demo-01"]])
def test_the_notices_of_a_mistyped_exercise_are_refused_and_those_of_a_new_one_are_none(course, capsys, more):
    told(course, "demo-01")
    assert main(["notices", f"{EXERCISE}s", *more, "--course", str(course)]) == 2
    assert f"is no assignment of this course; did you mean '{EXERCISE}'?" in capsys.readouterr().err
    (course / "source" / "later").mkdir()
    assert main(["notices", "later", "--course", str(course)]) == 0
    assert capsys.readouterr().out == "later: nothing is open.\n"


def test_a_part_that_a_person_has_marked_waits_no_more_and_stays_marked_where_it_is_marked_anew(course):
    notebook = course / "submitted" / "demo-01" / EXERCISE / "exercise.ipynb"
    typed = json.loads(notebook.read_text(encoding="utf-8"))
    for cell in typed["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == "package":
            cell["source"] = "I'd take what we talked about."
    notebook.write_text(json.dumps(typed), encoding="utf-8")
    waits = "demo-01: 'mark-package' and 'mark-trade' wait for a person"
    assert waits in told(course, "demo-01").replace(
        "'mark-trade' and 'mark-package'", "'mark-package' and 'mark-trade'"
    )
    with Gradebook(gradebook_url(course)) as book:
        for grade in book.find_submission(EXERCISE, "demo-01").notebooks[0].grades:
            grade.manual_score, grade.needs_manual_grade = 3.0, False
        book.db.commit()
    assert "wait for a person" not in told(course, "demo-01")
    with Gradebook(gradebook_url(course)) as book:
        assert not book.find_submission(EXERCISE, "demo-01").needs_manual_grade
    grade_class(course, EXERCISE, students=["demo-01"], workers=1, feedback=False, force=True)
    with Gradebook(gradebook_url(course)) as book:
        assert not book.find_submission(EXERCISE, "demo-01").needs_manual_grade, "the same answers, marked by a person"


def test_the_screen_is_short_and_the_file_holds_every_name_and_sentence(tmp_path):
    class_ = tuple(f"s{number:03}" for number in range(40))
    notices = tuple(Notices(student, now=("no time stamp.", f"a sentence about {student}.")) for student in class_)
    summary = Summary("ex", {}, Standing(class_, (), (), ()), notices=notices).written(tmp_path)
    lines = summary.text().splitlines()
    assert len(lines) < 20
    assert lines[-1] == f"All of it, with every name, stands in {tmp_path / 'reports' / 'grading-ex.txt'}"
    written = (tmp_path / "reports" / "grading-ex.txt").read_text()
    assert all(f"a sentence about {student}." in written for student in class_)
    assert "more" not in written
    assert Summary("ex", {}, Standing((), (), (), ())).written(tmp_path).text().count("\n") == 0


def test_a_damaged_notice_is_no_notice_and_stops_nobody(tmp_path):
    keep_notices(tmp_path, "ex", Notices("ada", now=("look",)))
    (file,) = (tmp_path / ".biggerpie" / "notices" / "ex").iterdir()
    file.write_text('{"student": 3')
    assert kept_notices(tmp_path, "ex") == ()
    assert read_notices(tmp_path, "ex", "ada") == Notices("ada")


def test_what_a_killed_run_could_not_tell_any_more_is_told_by_the_next(course, monkeypatch):
    told(course, "demo-01")
    grade_by_hand(gradebook_url(course), "demo-01", 17.0, "Well seen.")
    another = course / "submitted" / "demo-02" / EXERCISE / "exercise.ipynb"
    (course / "submitted" / "demo-01" / EXERCISE / "exercise.ipynb").write_bytes(another.read_bytes())
    with monkeypatch.context() as patched:
        patched.setattr(MarksBefore, "told", lambda *_: os.kill(os.getpid(), signal.SIGKILL))
        assert "was ended" in told(course, "demo-01")
    for _ in range(2):
        assert "which a person gave for another answer than the one handed in now" in told(course, "demo-01")
