"""Marks per question come as a table: every student and question, points where they are given, nothing a formula."""

import csv
import sys
from io import BytesIO, StringIO
from warnings import catch_warnings, simplefilter

import pytest
from biggerpie.course.new_course import make_course
from biggerpie.course.question_table import as_csv, as_parquet
from biggerpie.grading.nbgrader_adapter.question_marks import QuestionMark, question_marks
from biggerpie.lessons.command_line import main
from biggerpie.negotiation import NegotiationError
from nbgrader.api import Gradebook
from sqlalchemy.exc import SAWarning

STUDENTS = ("0012", "ada", "late")
NAME = "01-x"


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A course of three: one marked, one whose written answer waits, one who handed in nothing."""
    folder = tmp_path_factory.mktemp("questions") / "course"
    make_course(folder)
    (folder / "sections.csv").write_text("student,section\n0012,=A1\n", encoding="utf-8")
    with catch_warnings(), Gradebook(f"sqlite:///{folder / 'gradebook.db'}") as book:
        simplefilter("ignore", SAWarning)  # about the order in which nbgrader makes a submission's rows
        book.add_assignment(NAME)
        book.add_notebook("exercise", NAME)
        book.add_grade_cell("package", "exercise", NAME, max_score=20, cell_type="code")
        book.add_grade_cell("why", "exercise", NAME, max_score=10, cell_type="markdown")
        book.add_grade_cell("hello", "exercise", NAME, max_score=0, cell_type="code")
        for student in STUDENTS:
            book.add_student(student)
        for student, why in (("0012", 7.5), ("ada", None)):
            book.add_submission(NAME, student)
            for name, points in (("package", 12), ("why", why), ("hello", 0)):
                grade = book.find_grade(name, "exercise", NAME, student)
                grade.auto_score, grade.needs_manual_grade = points, points is None
        book.db.commit()
    return folder


def test_every_student_has_a_line_for_every_question_that_gives_points(course):
    marks = {(one.student, one.question): one for one in question_marks(course, NAME)}
    assert set(marks) == {(student, name) for student in STUDENTS for name in ("package", "why")}
    assert marks["0012", "why"] == QuestionMark(NAME, "0012", "why", "written", "marked", 7.5, 10)
    assert marks["ada", "package"] == QuestionMark(NAME, "ada", "package", "automatic", "marked", 12, 20)
    assert marks["ada", "why"] == QuestionMark(NAME, "ada", "why", "written", "waiting", None, 10)
    assert marks["late", "why"].status == "missing"
    assert marks["late", "why"].points is None


def test_the_command_writes_csv_with_sections_and_says_how_many(course, tmp_path, capsys):
    file = tmp_path / "mine.csv"
    assert main(["questions", "--course", str(course), "--to", str(file)]) == 0
    assert "6 lines, 3 of them with points" in capsys.readouterr().out
    rows = [*csv.DictReader(StringIO(file.read_text(encoding="utf-8")))]
    assert {row["section"] for row in rows if row["student_id"] == "0012"} == {"'=A1"}
    assert [row["points"] for row in rows if row["student_id"] == "ada"] == ["12", ""]


def test_an_unknown_assignment_is_refused_and_nothing_is_written(course, tmp_path, capsys):
    assert main(["questions", "01-y", "--course", str(course), "--to", str(tmp_path / "x.csv")]) == 2
    assert "'01-y' is no assignment of this course" in capsys.readouterr().err
    assert not (tmp_path / "x.csv").exists()


@pytest.mark.parametrize("name", ["=1+1", "+cmd", "-2", "@SUM(A1)", "a;=1", "\t=1"])
def test_no_name_is_a_formula_and_an_id_stays_as_it_is(name):
    mark = QuestionMark(name, "+4711", name, "written", "marked", -1.0, 10)
    _, row = csv.reader(StringIO(as_csv([mark], {"+4711": name}).decode()))
    assert row[1] == "+4711"
    assert not any(cell[:1] in set("=+-@\t") or ";=" in cell for cell in (row[0], row[2], row[3]))


def test_parquet_without_pyarrow_is_a_sentence(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(NegotiationError, match=r"pyarrow isn't installed, so no Parquet was written"):
        as_parquet([], {})


def test_parquet_holds_points_as_numbers():
    parquet = pytest.importorskip("pyarrow.parquet")
    marks = [QuestionMark(NAME, "0012", "why", "written", "waiting", None, 10)]
    table = parquet.read_table(BytesIO(as_parquet(marks, {"0012": "=A"})))
    assert table.to_pylist() == [
        {"assignment": NAME, "student_id": "0012", "section": "=A", "question": "why", "kind": "written",
         "status": "waiting", "points": None, "max_points": 10.0}
    ]  # fmt: skip
