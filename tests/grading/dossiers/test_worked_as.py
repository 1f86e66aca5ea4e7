"""The lines of worked-as.csv: what is read of them, and which line the kit itself proposes."""

import pytest
from biggerpie.grading.dossiers.released import note_file
from biggerpie.grading.dossiers.worked_as import FILE, proposed_line, read_worked_as


def test_a_faulty_line_costs_only_whom_it_names(tmp_path):
    (tmp_path / FILE).write_bytes(b"\xef\xbb\xbfada, adda \n\nesc-2,adda,demo-07\r\nbo\nchi,\n,x\nd\xff,e\ndee,de\n")
    read = read_worked_as(tmp_path)
    assert read.ids == {"ada": "adda", "dee": "de"}
    assert set(read.faulty) == {"esc-2", "bo", "chi", "", "d\udcff"}
    assert (
        read.faulty["esc-2"] == "line 3 of worked-as.csv does not count: write a student and an id, such as 'ada,adda'."
    )


def test_without_the_file_nobody_has_a_line(tmp_path):
    assert read_worked_as(tmp_path).ids == {}


@pytest.mark.parametrize("plain", ["adda", "demo-07", "ada.l@uni.example", "jos\u00e9", "a+b_c"])
def test_a_line_is_proposed_for_a_plain_id(plain):
    assert proposed_line("ada", plain) == f"ada,{plain}"


@pytest.mark.parametrize(
    "odd",
    [
        "adda,demo-07",
        "\x1b]0;PWNED\x07\x1b[2K",
        "x\u202edemo",
        "demo-02:\u00a0cheated",
        "a\u200bda",
        "=1+1",
        "@SUM(1)",
        "-1",
        "+1",
        "'adda'",
        '"adda"',
        "a b",
        "a\nb",
        "",
        "a" * 61,
    ],
)
def test_no_line_is_proposed_for_what_says_more_than_an_id(odd):
    assert proposed_line("ada", odd) == proposed_line(odd, "ada") == ""


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_lines_are_read_as_a_spreadsheet_saves_them(tmp_path, sign, encoding):
    (tmp_path / FILE).write_bytes(f"ada{sign}adda\r\nbó{sign}bo\r\n".encode(encoding))
    read = read_worked_as(tmp_path)
    assert (dict(read.ids), dict(read.faulty)) == ({"ada": "adda", "bó": "bo"}, {})


@pytest.mark.parametrize("heading", ["student,worked as", "Student ID;id", "id,worked_as", "Name,Id,Exercise"])
def test_a_line_of_headings_is_none_of_a_student(tmp_path, heading):
    (tmp_path / FILE).write_text(f"{heading}\nada,adda\n", encoding="utf-8")
    read = read_worked_as(tmp_path, "ex")
    assert (dict(read.ids), dict(read.faulty)) == ({"ada": "adda"}, {})


def test_a_number_that_a_spreadsheet_has_shortened_is_no_id(tmp_path):
    (tmp_path / FILE).write_text("ada,1.23457E+11\n", encoding="utf-8")
    read = read_worked_as(tmp_path, "ex")
    assert not read.ids
    assert "a spreadsheet has shortened a long number there" in read.faulty["ada"]


def test_an_exercise_is_known_by_its_source_or_by_the_note_of_its_generating(tmp_path):
    (tmp_path / "source" / "first").mkdir(parents=True)
    note = note_file(tmp_path, "second")
    note.parent.mkdir(parents=True)
    note.write_text("{}")
    (tmp_path / FILE).write_text("ada,adda,first\nbo,bob,second\ncy,si,third\n", encoding="utf-8")
    assert dict(read_worked_as(tmp_path, "second").ids) == {"bo": "bob"}
    assert set(read_worked_as(tmp_path, "second").faulty) == {"cy"}


def test_a_name_too_long_for_a_file_is_no_exercise(tmp_path):
    (tmp_path / FILE).write_text(f"ada,adda,{'x' * 3_000}\n")
    assert "does not count" in read_worked_as(tmp_path).faulty["ada"]
