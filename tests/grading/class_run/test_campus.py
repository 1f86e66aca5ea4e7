"""A whole assignment by way of a campus system's files: five commands, no shared disk."""

import csv
import shutil
import zipfile

from biggerpie.lessons.command_line import main
from nbgrader.api import Gradebook

from .gradebooks import EXERCISE, gradebook_url

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
