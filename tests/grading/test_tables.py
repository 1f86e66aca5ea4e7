"""Class lists as spreadsheets save them: read whatever the program wrote, or refused in one sentence and as a whole."""

import subprocess
import sys
from pathlib import Path

import pytest
from biggerpie.course.new_course import make_course
from biggerpie.grading.dossiers.ids import EXAMPLE
from biggerpie.grading.nbgrader_adapter.roster import COLUMNS
from biggerpie.grading.tables import read_table
from biggerpie.negotiation import NegotiationError
from nbgrader.api import Gradebook

LIST = "id,first_name,last_name,email\nr1,Ana,Müller,r1@example.org\nr2,李,王,\n"
WESTERN = LIST.replace("李,王", "Zoë,Ångström")


def saved(folder: Path, content: bytes) -> Path:
    file = folder / "students.csv"
    file.write_bytes(content)
    return file


FORMS = {
    "UTF-8": LIST.encode(),
    "UTF-8 with a byte order mark": LIST.encode("utf-8-sig"),
    "Excel's Unicode text": LIST.replace(",", "\t").replace("\n", "\r\n").encode("utf-16"),
    "UTF-16 the other way round": b"\xfe\xff" + LIST.encode("utf-16-be"),
    "semicolons": LIST.replace(",", ";").encode("utf-8-sig"),
    "semicolons that the first line names": b"\xef\xbb\xbfsep=;\r\n" + LIST.replace(",", ";").encode(),
    "a Mac's line ends": LIST.replace("\n", "\r").encode(),
    "quotes": LIST.replace("Ana", '"Ana"').encode(),
    "headings as people write them": LIST.replace("id,first_name", "ID, First Name")
    .replace("email", "E-Mail")
    .encode(),
    "spaces and what cannot be seen": LIST.replace("r1,", " r1\u200b\u00a0,").encode(),
    "blank lines": ("\n,,,\n" + LIST + "\n,,,\n").encode(),
    "other columns": LIST.replace("id,", "Group,id,").replace("r1,", "A,r1,").replace("r2,", "B,r2,").encode(),
}


@pytest.mark.parametrize("content", FORMS.values(), ids=FORMS)
def test_a_class_list_is_read_whatever_saved_it(tmp_path, content):
    assert [row.cells for row in read_table(saved(tmp_path, content), COLUMNS)] == [
        {"id": "r1", "first_name": "Ana", "last_name": "Müller", "email": "r1@example.org"},
        {"id": "r2", "first_name": "李", "last_name": "王", "email": ""},
    ]


def test_letters_of_western_windows_are_read(tmp_path):
    rows = read_table(saved(tmp_path, WESTERN.encode("cp1252")), COLUMNS)
    assert [row.cells["last_name"] for row in rows] == ["Müller", "Ångström"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "line 1 of students.csv has no column 'id', but nothing"),
        (b"\nName;Mail\na;b\n", "line 2 of students.csv has no column 'id', but 'Name' and 'Mail'"),
        (b"id,email\nr1,x\n,y\n", "line 3 of students.csv has no id; write it, or delete the line."),
        (b"id\nr1\nr2\nr1 \n", "lines 2 and 4 of students.csv both have the id 'r1'; keep one."),
        (b"sep=\r\nid\r\nr1\r\n", "line 1 of students.csv has no column 'id', but 'sep='"),
        (b'sep="\nid\nr1\n', "line 1 of students.csv has no column 'id', but 'sep="),
        (b"PK\x03\x04\x00\x00", "students.csv is no table of text; save it from your spreadsheet as CSV"),
        (b"id\n\x81\x8d", "students.csv is no table of text"),
        (b"id,email\nr1," + b"x" * 200_000, "line 2 of students.csv cannot be read (field larger than field limit"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(tmp_path, content, says):
    with pytest.raises(NegotiationError) as refused:
        read_table(saved(tmp_path, content), COLUMNS)
    assert str(refused.value).startswith(says)
    assert str(refused.value).endswith("Nothing was imported.")


def imported(course: Path) -> subprocess.CompletedProcess[str]:
    """Run nbgrader's own command for the class list."""
    command = [sys.executable, "-m", "nbgrader", "db", "student", "import", "students.csv"]
    return subprocess.run(command, cwd=course, capture_output=True, text=True, check=False)


def test_nbgraders_own_command_imports_what_excel_saved_or_nothing(tmp_path):
    course = tmp_path / "course"
    make_course(course)
    saved(course, FORMS["semicolons"])
    done = imported(course)
    assert "Students imported from students.csv: 2." in done.stderr
    assert EXAMPLE not in done.stderr
    saved(course, b"id\nr3\nr3\n")
    done = imported(course)
    assert done.returncode == 1
    assert "lines 2 and 3 of students.csv both have the id 'r3'" in done.stderr
    assert "Traceback" not in done.stderr
    with Gradebook(f"sqlite:///{course}/gradebook.db") as gradebook:
        assert {student.id: student.last_name for student in gradebook.students} == {"r1": "Müller", "r2": "王"}


def test_the_line_that_a_new_course_has_in_its_class_list_is_told(tmp_path):
    course = tmp_path / "course"
    make_course(course)
    done = imported(course)
    assert done.returncode == 0
    assert "students.csv has still the line of example-student" in done.stderr
    remove = done.stderr.split("run 'nbgrader ")[1].split("'")[0]
    subprocess.run([sys.executable, "-m", "nbgrader", *remove.split()], cwd=course, check=True, capture_output=True)
    with Gradebook(f"sqlite:///{course}/gradebook.db") as gradebook:
        assert not gradebook.students
