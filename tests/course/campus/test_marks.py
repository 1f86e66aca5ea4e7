"""Marks go into each system's own table and arrive at the right student, whatever names and ids there are."""

import csv
from io import StringIO

import pytest
from biggerpie.course.campus.export_file import read_export
from biggerpie.course.campus.filling import filled
from biggerpie.course.campus.roster import roster_of, said_of_class
from biggerpie.course.campus.sections import read_sections, sections_of, sections_of_nobody, write_sections
from biggerpie.negotiation import NegotiationError

from . import importers
from .hostile_class import class_of_500, marks_of

CLASS = class_of_500()
MARKS = marks_of(CLASS)
GIVEN = {student: mark.points for student, mark in MARKS.marks.items() if mark.points is not None}
TITLE = "01-both-can-gain"


def table(tmp_path, header: list[str], rows: list[list[str]], *, encoding: str = "utf-8", sign: str = ","):
    """A file as the system would write it."""
    out = StringIO()
    csv.writer(out, delimiter=sign, lineterminator="\r\n").writerows([header, *rows])
    file = tmp_path / "export.csv"
    file.write_bytes(out.getvalue().encode(encoding))
    return file


def canvas_rows() -> list[list[str]]:
    points = ["    Points Possible", "", "", "", "", "100.00", "10.00"]
    return [points, *([f"{c.last_name}, {c.first_name}", c.lms, "", c.id, "A", "", "3.00"] for c in CLASS)]


CANVAS = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", f"{TITLE} (77)", "Essay (78)"]
MOODLE = ["Vorname", "Nachname", "ID-Nummer", "E-Mail-Adresse", TITLE]
BRIGHTSPACE = ["OrgDefinedId", "Username", f"{TITLE} Points Grade", "Essay Points Grade", "End-of-Line Indicator"]
BLACKBOARD = ["Last Name", "First Name", "Username", f"{TITLE} [Total Pts: 100 Score] |4045949", "Project 2 |4045950"]


def test_canvas_gets_each_mark_by_its_own_number_and_no_other_assignment_is_touched(tmp_path):
    done = filled(read_export(table(tmp_path, CANVAS, canvas_rows(), encoding="utf-8-sig")), MARKS, CLASS)
    assert done.content.startswith(b"\xef\xbb\xbf")
    assert importers.canvas(done.content, {c.lms: c.id for c in CLASS}, TITLE) == GIVEN
    assert done.count == len(GIVEN) > 400


def test_moodle_gets_each_mark_in_a_table_whose_headings_are_in_another_language(tmp_path):
    rows = [[c.first_name, c.last_name, c.id, c.email, "-"] for c in CLASS]
    done = filled(read_export(table(tmp_path, MOODLE, rows)), MARKS, CLASS)
    users = {c.id: c.id for c in CLASS}
    assert importers.moodle(done.content, users, TITLE, "ID-Nummer", 100) == GIVEN


def test_brightspace_gets_two_ids_one_item_and_the_sign_that_ends_a_line(tmp_path):
    rows = [[f"#{c.lms}", f"#{c.id}", "", "5", "#"] for c in CLASS]
    done = filled(read_export(table(tmp_path, BRIGHTSPACE, rows)), MARKS, CLASS)
    assert importers.brightspace(done.content, {c.id: c.id for c in CLASS}, TITLE) == GIVEN


def test_blackboard_gets_the_column_with_its_number_and_no_other(tmp_path):
    rows = [[c.last_name, c.first_name, c.id, "", "8"] for c in CLASS]
    done = filled(read_export(table(tmp_path, BLACKBOARD, rows)), MARKS, CLASS)
    assert importers.blackboard(done.content, {c.id: c.id for c in CLASS}, "4045949") == GIVEN


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_no_letter_of_a_table_changes_but_in_the_column_of_the_marks(tmp_path, sign):
    rows = [[c.first_name, c.last_name, c.id, c.email, "-"] for c in CLASS]
    file = table(tmp_path, MOODLE, rows, sign=sign)
    done = filled(read_export(file), MARKS, CLASS)
    before, after = (
        [*csv.reader(StringIO(raw.decode(), newline=""), delimiter=sign)] for raw in (file.read_bytes(), done.content)
    )
    assert [line[:4] for line in after] == [line[:4] for line in before]
    assert len(after) == len(CLASS) + 1


@pytest.mark.parametrize(("encoding", "name"), [("cp1252", "Müller"), ("utf-16", "Łukasz"), ("utf-8-sig", "Łukasz")])
def test_a_table_keeps_its_encoding(tmp_path, encoding, name):
    rows = [[name, "x", c.id, "y", "-"] for c in CLASS if c.id.isascii()]
    done = filled(read_export(table(tmp_path, MOODLE, rows, encoding=encoding)), MARKS, CLASS)
    assert done.content.decode(encoding).encode(encoding) == done.content
    assert name in done.content.decode(encoding)


def test_everybody_who_does_not_match_is_told_and_nobody_gets_anothers_mark(tmp_path):
    strangers = [["No", "Body", "nobody-1", "n@x", "-"], ["Same", "Person", CLASS[1].id, CLASS[2].email, "-"]]
    rows = [*([c.first_name, c.last_name, c.id, c.email, "-"] for c in CLASS[4:]), *strangers]
    done = filled(read_export(table(tmp_path, MOODLE, rows)), MARKS, CLASS)
    told = "\n".join(done.told)
    assert "nobody-1" in told
    assert "is nobody of the class list" in told
    assert f"tells {' and '.join(sorted((CLASS[1].id, CLASS[2].id)))}" in told
    for one in CLASS[1:4]:
        assert f"{one.id} has marks and is not in the table." in done.told
    assert f"{CLASS[7].id} keeps what stood there: waiting." in done.told
    after = [*csv.reader(StringIO(done.content.decode(), newline=""))]
    assert [line[4] for line in after[-2:]] == ["-", "-"]


def test_whoever_takes_a_classmates_name_gets_no_mark_of_theirs(tmp_path):
    ada, bo = CLASS[5], CLASS[6]
    points, *rows = [row for row in canvas_rows() if not row[1] or row[1] in {ada.lms, bo.lms}]
    name = f"{ada.last_name}, {ada.first_name}"
    other = [name, "1", "", "", "A", "", ""]
    done = filled(read_export(table(tmp_path, CANVAS, [points, other, *rows])), MARKS, CLASS)
    assert f"line 3 ({name}, 1) has another number than {ada.id}." in done.told
    assert {row[1]: row[5] for row in csv.reader(StringIO(done.content.decode()))}["1"] == ""
    assert done.count == 2
    assert filled(read_export(table(tmp_path, CANVAS, [points, *rows, other])), MARKS, CLASS).count == 2
    rows[0][1] = other[1] = ""
    done = filled(read_export(table(tmp_path, CANVAS, [points, other, *rows])), MARKS, CLASS)
    assert any(f"is {ada.id} again, as line 3 is; neither was filled." in said for said in done.told)
    assert done.count == 1


@pytest.mark.parametrize(
    ("points", "says"), [("10.00", "out of 10.00 points in Canvas"), ("(read only)", "Canvas lets nobody import")]
)
def test_a_canvas_column_of_other_points_or_for_reading_only_is_refused(tmp_path, points, says):
    rows = canvas_rows()
    rows[0][5] = points
    with pytest.raises(NegotiationError, match=says.replace("(", r"\(")):
        filled(read_export(table(tmp_path, CANVAS, rows)), MARKS, CLASS)


def test_a_column_that_is_not_there_is_refused_with_those_that_are(tmp_path):
    with pytest.raises(
        NegotiationError, match=r"no column 'Quiz'; name the one to fill with --column: .*'?Essay \(78\)"
    ):
        filled(read_export(table(tmp_path, CANVAS, canvas_rows())), MARKS, CLASS, "Quiz")


def test_the_class_is_read_from_each_systems_table_with_its_ids_as_they_stand(tmp_path):
    ids = [c.id.strip() for c in CLASS]
    found = roster_of(read_export(table(tmp_path, CANVAS, canvas_rows())))
    assert [one.id for one in found.classmates] == ids
    assert [one.lms for one in found.classmates] == [c.lms for c in CLASS]
    assert found.sections[ids[0]] == "A"
    rows = [[f"#{c.lms}", f"#{c.id}", "", "5", "#"] for c in CLASS]
    assert [one.id for one in roster_of(read_export(table(tmp_path, BRIGHTSPACE, rows))).classmates] == ids
    rows = [[c.first_name, c.last_name, c.id, c.email, "-"] for c in CLASS]
    moodle = roster_of(read_export(table(tmp_path, MOODLE, rows)), "ID-Nummer")
    assert [one.id for one in moodle.classmates] == ids


def test_moodles_columns_are_known_in_its_languages_and_addresses_by_what_they_hold(tmp_path):
    line = ["Zoë", "de la Cruz", "007", "zoe@example.org"]
    for header in (
        ["Vorname", "Nachname", "ID-Nummer", "E-Mail-Adresse"],
        ["Nombre", "Apellido(s)", "Número de ID", "Dirección de correo"],
        ["Prénom", "Nom de famille", "Numéro d'identification", "Adresse de courriel"],
        ["First name", "Last name", "ID number", "Sähköposti"],
    ):
        found = roster_of(read_export(table(tmp_path, header, [line], sign=";")))
        (zoe,) = found.classmates
        assert (zoe.id, zoe.name, zoe.email) == ("007", "Zoë de la Cruz", "zoe@example.org")
        assert (found.skipped, found.missing) == ((), ())


def test_whoever_has_no_id_and_what_no_column_holds_is_told(tmp_path):
    rows = [["Ada", "", "17"], ["Bo", "b2", "18"]]
    found = roster_of(read_export(table(tmp_path, ["Etunimi", "Username", "Ikä"], rows)))
    assert [one.id for one in found.classmates] == ["b2"]
    assert found.skipped == (
        "line 2 (Ada, 17) has no id in the column 'Username', so nobody was added; write it, and run this again.",
    )
    assert [said.partition(" were found in export.csv")[0] for said in found.missing] == ["No names", "No addresses"]


def test_the_class_is_counted_whole_and_whoever_is_not_in_the_table_is_named(tmp_path):
    found = roster_of(read_export(table(tmp_path, ["Username"], [["b2"]])))
    assert said_of_class(found, ["b2"]) == ["1 added or updated, by the column 'Username'; 1 are in the class."]
    count, others = said_of_class(found, ["b2", *(f"a{n}" for n in range(10))])
    assert "1 added or updated" in count
    assert "11 are in the class" in count
    assert others.startswith("Not in this table: a0, a1, a2, a3, a4, a5, a6, a7 and 2 more; whoever has left")


def test_a_section_that_students_name_is_no_formula_in_the_courses_table(tmp_path):
    write_sections(tmp_path, {"ada": "=HYPERLINK(A1)", "bo": "Tuesday - late"}, {"ada", "bo"})
    assert read_sections(tmp_path) == {"ada": "'=HYPERLINK(A1)", "bo": "Tuesday '- late"}


def test_the_table_of_another_section_leaves_everybody_elses_section_as_it_is(tmp_path):
    write_sections(tmp_path, {"ada": "=A", "bo": "Tuesday"}, {"ada", "bo", "cy"})
    write_sections(tmp_path, {"di": "Friday"}, {"bo", "di"})
    assert read_sections(tmp_path) == {"ada": "'=A", "di": "Friday"}
    write_sections(tmp_path, {}, {"ada"})
    assert read_sections(tmp_path) == {"ada": "'=A", "di": "Friday"}, "a table without sections says nothing of them"


NO_TABLES = [b"", b"\x00\x01", b"PK\x03\x04" + b"\x00" * 30, b"a,b\n1,2,3\n", b",,\n,,\n", b'""\n', b"\xff\xfe,\x00"]


def test_sections_written_by_hand_need_no_headings_and_no_capitals_and_a_line_of_nobody_is_told(tmp_path):
    file, students = tmp_path / "sections.csv", ["demo-01", "demo-03"]
    for headings in ("", "Student;Section\n", "Matrikelnummer;Gruppe\n"):
        file.write_text(f"{headings}demo-01;A\nDEMO-03;A \ndemo-99;B\n")
        assert sections_of(tmp_path, students) == {"demo-01": "A", "demo-03": "A"}
        (said,) = sections_of_nobody(tmp_path, students)
        assert said.startswith("the line of 'demo-99' in sections.csv counts for nobody: no student has that id; did")
    write_sections(tmp_path, {"demo-03": "C"}, students)
    assert read_sections(tmp_path) == {"demo-99": "B", "demo-03": "C"}


@pytest.mark.parametrize("content", NO_TABLES)
def test_a_file_that_is_no_table_is_refused_in_one_sentence(tmp_path, content):
    file = tmp_path / "export.csv"
    file.write_bytes(content)
    with pytest.raises(NegotiationError, match=r"export\.csv"):
        read_export(file)
    file.rename(tmp_path / "sections.csv")
    with pytest.raises(NegotiationError, match=r"sections\.csv"):
        read_sections(tmp_path)
