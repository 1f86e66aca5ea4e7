"""What nbgrader's settings and commands change is followed, or answered with one sentence; no mark is lost unsaid."""

import zipfile

import pytest
from biggerpie.grading.class_run.run import grade_class
from biggerpie.grading.nbgrader_adapter.generating import generate
from biggerpie.lessons.command_line import main
from nbgrader.api import Gradebook

from .gradebooks import EXERCISE, dump, grade_by_hand, gradebook_url, moved

SOME = ["demo-01", "demo-03"]
LOST = "the gradebook held no marks of this submission any more, so it was marked again"


def setting(course, line):
    with (course / "nbgrader_config.py").open("a") as config:
        config.write(f"c.CourseDirectory.{line}\n")


def test_students_whom_the_settings_leave_out_are_named_and_nothing_else_is_said_of_them(course):
    setting(course, "student_id = 'demo-0*'")
    setting(course, "student_id_exclude = 'demo-02, demo-04,demo-05'")
    summary = grade_class(course, EXERCISE, feedback=False)
    assert sorted(summary.outcomes) == ["demo-01", "demo-03", "demo-06", "demo-07", "demo-08", "demo-09"]
    named = "6 left out, as nbgrader_config.py says: demo-02, demo-04, demo-05, demo-10, demo-11, demo-12"
    rest = summary.text().replace(named, "")
    assert rest != summary.text()
    assert not [left_out for left_out in named.split(": ")[1].split(", ") if left_out in rest]


def test_who_is_left_out_gets_no_mark_no_page_and_no_seat_and_that_is_told(course, capsys, tmp_path):
    where, said = ["--course", str(course)], "demo-03 is left out, as nbgrader_config.py says."
    assert main(["due", EXERCISE, "none", *where]) == 0
    grade_class(course, EXERCISE, students=SOME)
    for student in SOME:
        grade_by_hand(gradebook_url(course), student, 17.0, "Well seen.")
    grade_class(course, EXERCISE, students=SOME)
    setting(course, "student_id_exclude = 'demo-03'")
    grade_by_hand(gradebook_url(course), "demo-03", 16.0, "Its page is older than this, and is nobody's concern.")
    table = tmp_path / "table.csv"
    table.write_text(f"idnumber,{EXERCISE}\ndemo-01,-\ndemo-03,-\n")
    assert main(["marks", EXERCISE, str(table), *where]) == 1
    assert "demo-03 keeps what stood there: left out." in capsys.readouterr().out
    assert "demo-03,-" in (tmp_path / "table-filled.csv").read_text().splitlines()
    assert main(["return", EXERCISE, "--to", str(tmp_path / "all.zip"), *where]) == 0
    assert said in capsys.readouterr().out
    with zipfile.ZipFile(tmp_path / "all.zip") as packed:
        assert packed.namelist() == ["demo-01/exercise.html"]
    assert main(["return", EXERCISE, "--mail", str(tmp_path / "mail"), *where]) == 0
    assert said in capsys.readouterr().out
    assert main(["pairs", "week-1", "pay-rise", *where]) == 0
    assert said in capsys.readouterr().out
    seats = (course / "pairs" / "week-1" / "tables.csv").read_text()
    assert "demo-04" in seats
    assert "demo-03" not in seats


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("student_id_exclude = 'demo-01'", "'demo-01' is left out by a line in nbgrader_config.py"),
        ("notebook_id = 'exer*'", "notebook_id = 'exer*', but submissions are marked as a whole; take that line out."),
        ("db_url = 'mysql://ada@host/book'", "names mysql; a gradebook is kept in SQLite"),
        ("db_url = 'no address'", "names no address at all; a gradebook is kept in SQLite"),
        ("db_url = 'postgresql+none_such://ada@host/book'", "names no address at all; a gradebook is kept in SQLite"),
    ],
)
def test_a_setting_that_cannot_be_followed_is_one_sentence(line, says, course, capsys):
    setting(course, line)
    assert main(["grade", EXERCISE, "--student", "demo-01", "--course", str(course)]) == 2
    said = capsys.readouterr().err
    assert says in said
    assert len(said.strip().splitlines()) == 1


def test_a_course_moved_to_where_nbgrader_cannot_work_is_told_so(course, tmp_path, capsys):
    moved(course, tmp_path / "a[1]" / "course")
    for words in (["grade", EXERCISE], ["show", "demo-01"], ["copying", EXERCISE], ["formgrader"]):
        assert main([*words, "--course", str(tmp_path / "a[1]" / "course")]) == 2
        assert "for its path holds '[' and ']'; give the folder another name" in capsys.readouterr().err


def test_a_course_moved_below_blanks_umlauts_and_braces_goes_on(course, tmp_path):
    place = moved(course, tmp_path / "Kurs für {Ada}" / "1. Semester")
    assert not grade_class(place, EXERCISE, students=SOME).failed
    assert grade_class(place, EXERCISE, students=SOME).text().startswith(f"{EXERCISE}: 0 marked, 0 given feedback, 2 ")


def test_a_student_removed_from_the_gradebook_is_marked_anew_and_that_is_told(course):
    grade_class(course, EXERCISE, students=SOME)
    before = dump(gradebook_url(course))
    with Gradebook(gradebook_url(course)) as book:
        book.remove_student("demo-01")
    summary = grade_class(course, EXERCISE, students=SOME)
    assert not summary.failed
    assert f"demo-01: {LOST}" in summary.text()
    assert "1 not in the roster before, and added to the gradebook: demo-01" in summary.text()
    assert dump(gradebook_url(course)) == before


def test_a_gradebook_made_anew_gets_all_marks_again(course):
    grade_class(course, EXERCISE, students=SOME)
    scores = {student: row[1] for student, row in dump(gradebook_url(course)).items()}
    (course / "gradebook.db").unlink()
    generate(course, EXERCISE)
    summary = grade_class(course, EXERCISE, students=SOME)
    assert not summary.failed
    assert f"demo-01, demo-03: {LOST}" in summary.text()
    assert {student: row[1] for student, row in dump(gradebook_url(course)).items()} == scores
