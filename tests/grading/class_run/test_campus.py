"""A whole assignment by way of a campus system's files: five commands, no shared disk."""

import csv
import shutil
import zipfile

import pytest
from biggerpie.grading.class_run.run import grade_class
from biggerpie.lessons.command_line import main
from nbgrader.api import Gradebook

from ..test_class_of_thirty import nbgrader
from .gradebooks import EXERCISE, grade_by_hand, gradebook_url

TWO = {"demo-01": "4001", "demo-03": "4003"}
HEADER = ["Student", "ID", "SIS Login ID", "Section", f"{EXERCISE} (77)"]


def test_an_assignment_by_way_of_canvas_takes_five_commands(course, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(course)
    table = tmp_path / "canvas.csv"
    with table.open("w", newline="") as file:
        points = ["Points Possible", "", "", "", "100.00"]
        people = ([f"{student.title()}, Ada", number, student, "A", ""] for student, number in TWO.items())
        csv.writer(file).writerows([HEADER, points, *people])
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as packed:
        for student, number in TWO.items():
            packed.write(course / "submitted" / student / EXERCISE / "exercise.ipynb", f"x_{number}_9_exercise.ipynb")
    shutil.rmtree(course / "submitted")
    assert main(["roster", str(table)]) == 0
    assert main(["due", EXERCISE, "none"]) == 0
    assert main(["collect", EXERCISE, str(tmp_path / "all.zip")]) == 0
    assert main(["grade", EXERCISE, "--workers", "1"]) == 0
    with Gradebook(gradebook_url(course)) as book:
        for grade in book.find_submission(EXERCISE, "demo-01").notebooks[0].grades:
            grade.needs_manual_grade = False
            grade.manual_score = grade.manual_score or grade.auto_score or 10.0
        book.db.commit()
    assert main(["grade", EXERCISE, "--workers", "1"]) == 0
    assert main(["return", EXERCISE]) == 0
    with zipfile.ZipFile(course / f"feedback-{EXERCISE}.zip") as packed:
        assert sorted(packed.namelist()) == ["x_4001_9_exercise.html", "x_4003_9_exercise.html"]
    assert main(["marks", EXERCISE, str(table)]) == 1
    said = capsys.readouterr().out
    assert "demo-03 keeps what stood there: waiting." in said
    with (tmp_path / "canvas-filled.csv").open(newline="") as file:
        rows = {row[2]: row[4] for row in csv.reader(file)}
    assert rows["demo-03"] == ""
    assert float(rows["demo-01"]) >= 40
    assert (course / "sections.csv").read_text() == "student,section\ndemo-01,A\ndemo-03,A\n"


def given_out(course, how: str) -> tuple[dict[str, str], str]:
    """Return the marks in a table for Moodle, and what was said of it."""
    if how == "marks":
        table = course / "moodle.csv"
        table.write_text("\n".join([f"idnumber,{EXERCISE}", *(f"{student},-" for student in TWO)]))
        main(["marks", EXERCISE, str(table), "--to", str(course / "out.csv"), "--course", str(course)])
        said = ""
    else:
        exporter = "--exporter=biggerpie.course.campus.exporters.Moodle"
        said = nbgrader(course, "export", exporter, f"--assignment={EXERCISE}", "--to=out.csv")
    with (course / "out.csv").open(newline="") as file:
        rows = {row["idnumber"]: row[EXERCISE].strip("-") for row in csv.DictReader(file)}
    return {student: rows.get(student, "") for student in TWO}, said


@pytest.mark.parametrize("how", ["marks", "nbgrader export"])
def test_whose_time_is_not_over_gets_no_mark_and_that_is_told(course, how, capsys):
    where = ["--course", str(course)]
    assert main(["due", EXERCISE, "2025-01-31 23:59", *where]) == 0
    assert main(["extend", EXERCISE, "demo-03", "2099-01-31 23:59", *where]) == 0
    with (course / "nbgrader_config.py").open("a") as config:
        config.write("c.LateSubmissionPlugin.penalty_method = 'none'\n")
    grade_class(course, EXERCISE, students=[*TWO], workers=1, feedback=False)
    for student in TWO:
        grade_by_hand(gradebook_url(course), student, 17.0, "Well seen.")
    points, said = given_out(course, how)
    assert points["demo-01"]
    assert points["demo-03"] == ""
    assert "demo-03 " in (told := said + capsys.readouterr().out)
    assert ": marked, and the time isn't over (until 2099-01-31 23:59+00:00)." in told
    with (course / "nbgrader_config.py").open("a") as config:
        config.write("c.ShowFindings.diagnosis = 'full'\n")
    points, _ = given_out(course, how)
    assert points["demo-03"], "the feedback tells everything at once, too"
