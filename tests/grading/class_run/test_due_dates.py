"""Each student's own due date counts: for lateness and penalties, for what the feedback tells, in the commands."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from biggerpie.grading.class_run.run import grade_class
from biggerpie.grading.dates.extensions import write_extensions
from biggerpie.grading.dates.zones import Zone
from biggerpie.grading.marking import WAITING
from biggerpie.grading.nbgrader_adapter.class_marks import class_marks
from biggerpie.grading.nbgrader_adapter.set_dates import list_dates, set_due_date, set_extension
from biggerpie.lessons.command_line import main
from biggerpie.negotiation import NegotiationError
from nbgrader.api import Gradebook

from ..hostile.model import write_in
from ..test_class_of_thirty import nbgrader
from .gradebooks import EXERCISE, grade_by_hand, gradebook_url
from .test_export import exported

LATE = "demo-02"  # handed in 21 hours after the due date, 2030-01-20 12:00 UTC
UNTOLD = "after the due date"


def submission(course: Path, student: str = LATE) -> tuple[float, float, timedelta | None]:
    """How late a submission is, its penalty and its extension, as the gradebook says."""
    with Gradebook(gradebook_url(course)) as book:
        found = book.find_submission(EXERCISE, student)
        return found.total_seconds_late, found.late_submission_penalty, found.extension


def feedback(course: Path, student: str) -> str:
    return (course / "feedback" / student / EXERCISE / "exercise.html").read_text(encoding="utf-8")


def grade(course: Path, *students: str) -> set[str]:
    """Grade the students, and return whose submission was marked."""
    outcomes = grade_class(course, EXERCISE, students=list(students), workers=1).outcomes
    return {student for student, outcome in outcomes.items() if outcome.marked}


def test_an_extension_takes_the_penalty_away_from_its_student_and_from_nobody_else(course):
    assert grade(course, LATE, "demo-07") == {LATE, "demo-07"}
    late, penalty, _ = submission(course)
    assert late == timedelta(hours=21).total_seconds()
    assert penalty > 0
    set_extension(course, EXERCISE, LATE, "2d")
    assert grade(course, LATE, "demo-07") == {LATE}
    assert submission(course) == (0, 0, timedelta(days=2))
    assert submission(course, "demo-07")[0] > 0
    set_extension(course, EXERCISE, LATE, "none")
    assert grade(course, LATE) == {LATE}
    assert submission(course) == (late, penalty, None)


def test_a_moved_due_date_is_marked_anew_only_for_who_is_late_by_it(course):
    assert grade(course, LATE, "demo-01") == {LATE, "demo-01"}
    set_due_date(course, EXERCISE, "2030-01-31 12:00 UTC")
    assert grade(course, LATE, "demo-01") == {LATE}
    assert submission(course)[:2] == (0, 0)


def test_who_may_still_hand_in_gets_no_diagnosis_and_everybody_else_does(course):
    set_due_date(course, EXERCISE, "2026-11-01 12:00 UTC")
    set_extension(course, EXERCISE, "demo-03", "2100-01-01 12:00 UTC")
    grade(course, "demo-03", "demo-04")
    assert UNTOLD in feedback(course, "demo-03")
    assert UNTOLD not in feedback(course, "demo-04")


def test_that_a_part_waits_because_it_earned_nothing_is_told_with_the_marks_only(course):
    handed_in = course / "submitted" / "demo-03" / EXERCISE / "exercise.ipynb"
    notebook = json.loads(handed_in.read_text(encoding="utf-8"))
    write_in(notebook, "labels", "%%answer labels\nfee distributive\n")
    handed_in.write_text(json.dumps(notebook), encoding="utf-8")
    set_due_date(course, EXERCISE, "2100-01-01 12:00 UTC")
    grade(course, "demo-03")
    marked = course / "autograded" / "demo-03" / EXERCISE / "exercise.ipynb"
    assert WAITING in marked.read_text(encoding="utf-8"), "whoever marks sees it at once"
    assert WAITING not in feedback(course, "demo-03")
    set_due_date(course, EXERCISE, "2026-11-01 12:00 UTC")
    grade(course, "demo-03")
    assert WAITING in feedback(course, "demo-03")


def test_an_extension_from_nbgraders_own_interface_counts_as_well(course):
    grade(course, "demo-03")
    with Gradebook(gradebook_url(course)) as book:
        book.find_assignment(EXERCISE).duedate = datetime(2020, 1, 1)
        book.grant_extension(EXERCISE, "demo-03", weeks=4000)
        book.db.commit()
    grade(course, "demo-03")
    assert UNTOLD in feedback(course, "demo-03")
    assert any(line.startswith("  'demo-03' until") for line in list_dates(course, EXERCISE))


def test_a_line_that_was_deleted_counts_no_more_and_moves_with_no_due_date(course):
    set_extension(course, EXERCISE, LATE, "2d")
    assert grade(course, LATE) == {LATE}
    assert submission(course) == (0, 0, timedelta(days=2))
    (course / "extensions.csv").write_text("exercise,student,until\n")
    assert not any(LATE in line for line in list_dates(course, EXERCISE))
    assert grade(course, LATE) == {LATE}, "it is late now"
    late, penalty, extension = submission(course)
    assert (late, extension) == (timedelta(hours=21).total_seconds(), None)
    assert penalty > 0


def test_a_due_date_that_is_set_after_a_line_was_deleted_takes_the_extension_back(course):
    grade(course, LATE)
    set_extension(course, EXERCISE, LATE, "2d")
    (course / "extensions.csv").unlink()
    assert not any(LATE in line for line in set_due_date(course, EXERCISE, "2030-02-03 12:00 UTC"))
    assert submission(course)[2] is None


def test_an_extension_from_nbgraders_own_interface_stays_when_a_line_goes(course):
    grade(course, LATE)
    set_extension(course, EXERCISE, LATE, "2d")
    (course / "extensions.csv").unlink()
    with Gradebook(gradebook_url(course)) as book:
        book.grant_extension(EXERCISE, LATE, days=5)
        book.db.commit()
    assert any(LATE in line for line in list_dates(course, EXERCISE))
    set_due_date(course, EXERCISE, "2030-01-21 12:00 UTC")
    assert submission(course)[2] == timedelta(days=5)


def test_an_extension_that_is_nobodys_is_told_until_its_line_is_mended(course):
    wrong = {("01-both-can-gian", LATE): datetime(2030, 2, 1), (EXERCISE, "demo-99"): datetime(2030, 2, 1)}
    write_extensions(course, {**wrong, (EXERCISE, LATE.upper()): datetime(2030, 2, 1)}, Zone(UTC))
    for said in (
        list_dates(course, EXERCISE),
        set_extension(course, EXERCISE, "demo-03", "2d"),
        grade_class(course, EXERCISE, students=["demo-03"], workers=1).text().splitlines(),
    ):
        told = [line for line in said if "lets nobody hand in later" in line]
        assert len(told) == 2
        assert "no exercise of that name; did you mean '01-both-can-gain'?" in told[1]
        assert "'demo-99'" in told[0]
    write_extensions(course, {}, Zone(UTC))
    assert not any("nobody" in line for line in list_dates(course, EXERCISE))


def test_a_due_date_that_is_taken_away_stops_no_marking_of_who_has_an_extension(course):
    grade(course, LATE)
    set_extension(course, EXERCISE, LATE, "2d")
    assert set_due_date(course, EXERCISE, "none")[0] == f"{EXERCISE}: no due date"
    assert not grade_class(course, EXERCISE, students=[LATE], workers=1, force=True).failed
    assert submission(course)[:2] == (0, 0)


def test_nbgraders_own_autograde_keeps_no_older_time_where_the_stamp_is_unreadable(course):
    grade(course, LATE)
    (course / "submitted" / LATE / EXERCISE / "timestamp.txt").write_text("soon")
    set_extension(course, EXERCISE, "demo-07", "2d")
    nbgrader(course, "autograde", EXERCISE, "--force", "--student", LATE)
    assert submission(course)[:2] == (0, 0)
    nbgrader(course, "autograde", EXERCISE, "--force", "--student", "demo-07")
    assert submission(course, "demo-07") == (0, 0, timedelta(days=2))


def test_nbgraders_own_command_refuses_a_date_with_two_meanings_and_says_how_it_understood_one(course):
    said = nbgrader(course, "db", "assignment", "add", EXERCISE, "--duedate", "2030-01-20 13:00 +0100")
    assert "due Sunday 20 January 2030, 12:00 UTC, in " in said
    with pytest.raises(AssertionError, match="has two meanings, for some write the day first"):
        nbgrader(course, "db", "assignment", "add", EXERCISE, "--duedate", "05.12.2029")
    with Gradebook(gradebook_url(course)) as book:
        assert book.find_assignment(EXERCISE).duedate == datetime(2030, 1, 20, 12)


def test_a_wrong_line_of_extensions_csv_stops_the_run_before_anything_is_marked(course):
    (course / "extensions.csv").write_text(f"{EXERCISE},demo-01,7 Dec\n")
    with pytest.raises(NegotiationError, match=r"line 1 of extensions\.csv is wrong"):
        grade(course, "demo-01")
    assert not (course / "autograded").exists()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["due", EXERCISE, "05.12.2029"], "'05.12.2029' has two meanings"),
        (["due", "01-both-gain", "2029-12-05", "23:59"], "is no assignment of this course; did you mean"),
        (["extend", EXERCISE, "demo-1", "2d"], "'demo-1' is not in the class list; did you mean 'demo-"),
        (["extend", EXERCISE, "demo-01", "2029-12-05", "23:59"], "is not after the due date of 01-both-can-gain"),
        (["extend", "02-issues-and-interests", "demo-01", "2d"], "is no assignment of this course"),
        (["extend", EXERCISE, "demo-01", "soon"], "'soon' is not understood as a date"),
    ],
)
def test_a_mistake_in_a_command_is_one_sentence_and_changes_nothing(words, says, course, capsys):
    before = list_dates(course)
    assert main([*words, "--course", str(course)]) == 2
    said = capsys.readouterr().err
    assert says in said
    assert len(said.splitlines()) == 1
    assert list_dates(course) == before
    assert not (course / "extensions.csv").exists()


def test_dates_are_read_and_told_in_the_courses_zone_and_days_keep_the_clocks_time(course, capsys):
    with (course / "nbgrader_config.py").open("a") as config:
        config.write("c.CourseDates.zone = 'Europe/Berlin'\n")
    assert main(["due", EXERCISE, "2029-10-27", "23:59", "--course", str(course)]) == 0
    assert main(["extend", EXERCISE, "demo-01", "2d", "--course", str(course)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(f"{EXERCISE}: due Saturday 27 October 2029, 23:59 Europe/Berlin, in ")
    assert lines[2].startswith("  'demo-01' until Monday 29 October 2029, 23:59 Europe/Berlin, in ")
    assert "2029-10-29 23:59+01:00" in (course / "extensions.csv").read_text()
    with Gradebook(gradebook_url(course)) as book:
        assert book.find_assignment(EXERCISE).duedate == datetime(2029, 10, 27, 21, 59)


def test_a_penalty_is_for_what_a_person_gave_after_marking_as_well_and_for_what_the_settings_say_by_now(course):
    grade(course, LATE)
    penalty = submission(course)[1]
    grade_by_hand(gradebook_url(course), LATE, 17.0, "Well seen.")
    assert not grade(course, LATE)
    assert submission(course)[1] == penalty + 17
    with (course / "nbgrader_config.py").open("a") as config:
        config.write("c.LateSubmissionPlugin.penalty_method = 'none'\n")
    assert not grade(course, LATE)
    assert submission(course)[1] == 0


@pytest.mark.parametrize("how", ["nbgrader's table", "a campus system's file"])
def test_an_export_after_formgrader_takes_all_marks_and_extensions_without_another_run(course, how):
    def points(student):
        if how == "nbgrader's table":
            row = exported(course)[student]
            return float(row["score"] or "nan")
        return class_marks(course, EXERCISE).marks[student].points

    with (course / "nbgrader_config.py").open("a") as config:
        config.write("c.LateSubmissionPlugin.penalty_method = 'zero'\n")
    grade(course, LATE, "demo-07")
    for student in (LATE, "demo-07"):
        grade_by_hand(gradebook_url(course), student, 17.0, "Well seen.")
    set_extension(course, EXERCISE, "demo-07", "3000d")
    assert points(LATE) == 0
    assert points("demo-07") >= 17
    assert submission(course, "demo-07")[1:] == (0, timedelta(days=3000))
    set_extension(course, EXERCISE, "demo-07", "none")
    assert points("demo-07") == 0
    set_due_date(course, EXERCISE, "none")
    assert points("demo-07") >= 17
