"""nbgrader's export in a campus system's manner: the same marks arrive as by `biggerpie marks`, and ids stay."""

import csv
from io import StringIO
from warnings import catch_warnings, simplefilter

import pytest
from biggerpie.course.campus import exporters
from biggerpie.course.campus.export_file import read_export
from biggerpie.course.campus.filling import filled
from biggerpie.course.new_course import make_course
from biggerpie.grading.given import given
from biggerpie.grading.nbgrader_adapter.class_marks import ClassMarks, Classmate, GivenMark
from nbgrader.api import Gradebook
from nbgrader.apps import ExportApp
from sqlalchemy.exc import SAWarning

from . import importers
from .test_marks import BLACKBOARD, BRIGHTSPACE, CANVAS, CLASS, GIVEN, MARKS, TITLE, canvas_rows, table

ROWS = {
    "Canvas": (CANVAS, canvas_rows()),
    "Brightspace": (BRIGHTSPACE, [[f"#{c.lms}", f"#{c.id}", "", "5", "#"] for c in CLASS]),
    "Blackboard": (BLACKBOARD, [[c.last_name, c.first_name, c.id, "", "8"] for c in CLASS]),
    "Moodle": (["Name", "ID-Nummer", TITLE], [[c.last_name, c.id, "-"] for c in CLASS]),
}


@pytest.mark.parametrize("name", ROWS)
def test_the_systems_own_table_is_filled_as_the_command_fills_it(tmp_path, name):
    file = table(tmp_path, *ROWS[name])
    plugin = getattr(exporters, name)(table=str(file))
    done = filled(read_export(file), MARKS, CLASS)
    assert plugin.written(MARKS, CLASS) == (done.content, [*done.told])
    assert done.count == len(GIVEN)


def made(name: str) -> tuple[bytes, list[str]]:
    content, told = getattr(exporters, name)().written(MARKS, CLASS)
    assert "was made without" in told[0]
    assert len(told) - 1 == len(CLASS) - len(GIVEN), "whoever has no whole mark is named"
    return content, told


def test_a_table_from_nothing_reaches_the_right_student_in_each_system():
    users = {c.id: c.id for c in CLASS}
    canvas = made("Canvas")[0].decode().replace(f",{TITLE}\r\n", f",{TITLE} (77)\r\n", 1)  # as if it had the name
    assert importers.canvas(canvas.encode(), {c.lms: c.id for c in CLASS}, TITLE) == GIVEN
    assert importers.moodle(made("Moodle")[0], users, TITLE, "idnumber", 100) == GIVEN
    assert importers.brightspace(made("Brightspace")[0], users, TITLE) == GIVEN
    numbered = made("Blackboard")[0].decode().replace(" Score]", " Score] |4045949", 1)
    assert importers.blackboard(numbered.encode(), users, "4045949") == GIVEN


@pytest.mark.parametrize("name", ROWS)
def test_a_table_from_nothing_holds_no_formula_that_somebody_is_called(name):
    eve = Classmate("eve", "=2+2", "=1+1", "=cmd|'/ccalc'!A1+@x.org", "7")
    marks = ClassMarks("01-x", 10.0, {"eve": GivenMark("marked", 5.0)})
    content, _ = getattr(exporters, name)().written(marks, [eve])
    cells = [cell for row in csv.reader(StringIO(content.decode())) for cell in row]
    assert "5.00" in cells
    assert not [cell for cell in cells if cell[:1] in set("=+-@") or ", =" in cell or "|" in cell]


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A course of three students, two of them marked."""
    folder = tmp_path_factory.mktemp("exporters") / "course"
    make_course(folder)
    with catch_warnings(), Gradebook(f"sqlite:///{folder / 'gradebook.db'}") as book:
        simplefilter("ignore", SAWarning)  # about the order in which nbgrader makes a submission's rows
        book.add_assignment(TITLE)
        book.add_notebook("exercise", TITLE)
        book.add_grade_cell("package", "exercise", TITLE, max_score=20, cell_type="code")
        for student in ("007", "+b", "c"):
            book.add_student(student)
        for student in ("007", "+b"):
            book.add_submission(TITLE, student)
            grade = book.find_grade("package", "exercise", TITLE, student)
            grade.auto_score, grade.needs_manual_grade = 12, False
        book.db.commit()
    return folder


def export(course, monkeypatch, *more: str) -> None:
    """`nbgrader export` with these options, in the course."""
    monkeypatch.chdir(course)
    app = ExportApp()
    app.initialize(["--exporter=biggerpie.course.campus.exporters.Canvas", *more])
    with catch_warnings():
        simplefilter("ignore", SAWarning)  # the same
        app.start()


def test_nbgraders_own_command_writes_the_table_and_status_knows(course, tmp_path, monkeypatch):
    export(course, monkeypatch, f"--assignment={TITLE}", f"--to={tmp_path / 'out.csv'}")
    rows = [*csv.reader(StringIO((tmp_path / "out.csv").read_text(encoding="utf-8")))]
    assert {(row[3], row[5]) for row in rows[2:]} == {("+b", "12.00"), ("007", "12.00")}
    assert "exported" in given(course, TITLE)


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ([], "name one assignment"),
        (["--assignment=02-x"], "'02-x' is no assignment of this course"),
        ([f"--assignment={TITLE}", "--CampusExport.table=gone.csv"], "there is no file 'gone.csv'"),
    ],
)
def test_a_mistake_is_one_sentence_and_nothing_is_written(course, monkeypatch, capsys, more, says):
    with pytest.raises(SystemExit):
        export(course, monkeypatch, *more, "--to=out.csv")
    assert f"ERROR] {says}" in capsys.readouterr().err
    assert not (course / "out.csv").exists()
