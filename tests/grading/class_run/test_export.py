"""The exported table says how each submission stands, and rounds marks."""

import csv
from pathlib import Path

from biggerpie.grading.class_run.run import grade_class
from biggerpie.grading.given import EXPORTED, given
from biggerpie.grading.nbgrader_adapter.class_status import class_status
from nbgrader.api import Gradebook

from ..test_class_of_thirty import nbgrader
from .gradebooks import EXERCISE, gradebook_url


def exported(course: Path) -> dict[str, dict[str, str]]:
    """Return the lines of the exported table by student."""
    said = nbgrader(course, "export")
    assert f"{course / 'grades.csv'} holds the marks of '{EXERCISE}'" in said
    with (course / "grades.csv").open(newline="", encoding="utf-8") as file:
        return {row["student_id"]: row for row in csv.DictReader(file)}


def test_the_export_says_how_each_submission_stands_and_rounds_marks(course):
    for student in ("demo-11", "demo-12"):
        for file in (course / "submitted" / student / EXERCISE).iterdir():
            file.rename(course / f"{student}-{file.name}")
        (course / "submitted" / student / EXERCISE).rmdir()
    (course / "submitted" / "demo-12" / EXERCISE).mkdir()
    graded = ["demo-01", "demo-02", "demo-08", "demo-09", "demo-12"]
    grade_class(course, EXERCISE, students=graded, workers=1, feedback=False)
    rows = exported(course)
    stands = {student: row["status"] for student, row in rows.items()}
    assert stands["demo-01"] == "waiting"
    assert stands["demo-03"] == "waiting"
    assert stands["demo-08"] == "waiting", "its colons are missing, so nothing of it could be read"
    assert (stands["demo-09"], stands["demo-12"]) == ("could not be read", "could not be marked")
    assert stands["demo-11"] == "missing"
    assert (rows["demo-01"]["raw_score"], rows["demo-01"]["score"]) == ("80.00", "80.00")
    assert rows["demo-02"]["score"] == "0.00"  # it is late, and the course's penalty is everything
    assert rows["demo-11"]["score"] == rows["demo-03"]["score"] == ""
    assert rows["demo-01"]["duedate"].endswith("+00:00")


def test_who_is_left_out_or_could_not_be_marked_is_told_apart_and_what_could_not_be_read_has_no_mark(course):
    grade_class(course, EXERCISE, students=["demo-01", "demo-09"], workers=1, feedback=False)
    with (course / "nbgrader_config.py").open("a") as config:
        config.write("c.CourseDirectory.student_id_exclude = 'demo-03'\n")
    (course / "submitted" / "demo-01" / EXERCISE / "exercise.ipynb").unlink()
    grade_class(course, EXERCISE, students=["demo-01"], workers=1, feedback=False)
    rows = exported(course)
    stands = {student: rows[student]["status"] for student in ("demo-01", "demo-03", "demo-09")}
    assert stands == {"demo-01": "could not be marked", "demo-03": "left out", "demo-09": "could not be read"}
    assert rows["demo-01"]["raw_score"] == "80.00", "the marks from before are kept"
    assert rows["demo-09"]["score"] == rows["demo-09"]["raw_score"] == ""


def test_points_that_a_person_gave_for_what_could_not_be_read_stand_in_the_table_while_the_others_wait(course):
    grade_class(course, EXERCISE, students=["demo-09"], workers=1, feedback=False)
    with Gradebook(gradebook_url(course)) as book:
        grade = book.find_submission(EXERCISE, "demo-09").notebooks[0].grades[0]
        grade.manual_score, grade.needs_manual_grade = 5.0, False
        book.db.commit()
    row = exported(course)["demo-09"]
    assert (row["raw_score"], row["score"], row["status"]) == ("5.00", "5.00", "could not be read")
    (one,) = [each for each in class_status(course).assignments if each.name == EXERCISE]
    assert one.work["demo-09"].points == 5.0


def test_the_export_of_the_class_is_noted_and_that_of_one_student_is_not(course):
    nbgrader(course, "export", "--student=demo-01")
    assert EXPORTED not in given(course, EXERCISE)
    nbgrader(course, "export")
    assert EXPORTED in given(course, EXERCISE)
