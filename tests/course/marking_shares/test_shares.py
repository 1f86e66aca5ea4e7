"""Shares are equal, two mark some answers without knowing, and what counts goes into the gradebook once."""

import csv
from warnings import catch_warnings, simplefilter

import nbformat
import pytest
from biggerpie.course.marking_shares.agreement import Agreement, Said, agreement, settled
from biggerpie.course.marking_shares.share_files import read_key, require_names
from biggerpie.course.marking_shares.sharing import shared_out
from biggerpie.course.new_course import make_course
from biggerpie.grading.nbgrader_adapter import written_answers
from biggerpie.lessons.command_line import main
from biggerpie.negotiation import NegotiationError
from nbformat.v4 import new_markdown_cell, new_notebook
from nbgrader.api import Gradebook
from sqlalchemy.exc import SAWarning

NAME = "01-x"
STUDENTS = tuple(f"s{number:02}" for number in range(12))


@pytest.mark.parametrize(("count", "twice"), [(1, 100), (10, 10), (97, 10), (30, 0), (30, 100)])
@pytest.mark.parametrize("assistants", [("kim",), ("kim", "lee"), ("kim", "lee", "max")])
def test_shares_are_equal_and_nobody_marks_an_answer_twice(count, twice, assistants):
    answers = [str(number) for number in range(count)]
    shares = shared_out(answers, assistants, twice, "a seed")
    sizes = [len(own) for own in shares.values()]
    assert max(sizes) - min(sizes) <= 1
    assert all(len(set(own)) == len(own) for own in shares.values())
    doubled = -(-count * twice // 100) if len(assistants) > 1 else 0
    assert sum(sizes) == count + doubled
    assert set().union(*shares.values()) == set(answers)


def test_agreement_tells_same_near_and_how_far_apart():
    said = {
        "A1": [Said("kim", 10, ""), Said("lee", 10, "")],
        "A2": [Said("kim", 10, ""), Said("lee", 12, "")],
        "A3": [Said("kim", 0, ""), Said("lee", 10, "")],
        "A4": [Said("kim", 3, "")],
    }
    assert agreement(said, dict.fromkeys(said, 20.0)) == Agreement(3, 1, 2, 4.0)
    assert agreement({"A4": said["A4"]}, {"A4": 20.0}) is None
    assert [settled(one, 20) for one in said.values()] == [10, 11, None, 3]


@pytest.mark.parametrize("names", [("key",), ("Settled",), ("kim", "Kim"), ("a b",), ("../x",), ("",)])
def test_a_name_that_cannot_be_a_files_is_refused(names):
    with pytest.raises(NegotiationError, match="can't be an assistant's name"):
        require_names(names)


@pytest.fixture
def course(tmp_path, monkeypatch):
    """A course of twelve whose written answers wait, as grading leaves it; the commands run in it."""
    folder = tmp_path / "course"
    make_course(folder)
    with catch_warnings(), Gradebook(f"sqlite:///{folder / 'gradebook.db'}") as book:
        simplefilter("ignore", SAWarning)  # about the order in which nbgrader makes a submission's rows
        book.add_assignment(NAME)
        book.add_notebook("exercise", NAME)
        book.add_grade_cell("why", "exercise", NAME, max_score=20, cell_type="markdown")
        book.add_solution_cell("why", "exercise", NAME)
        for student in STUDENTS:
            book.add_student(student)
            book.add_submission(NAME, student)
            write(folder, student, f"<b>{student} says</b>")
        book.db.commit()
    monkeypatch.chdir(folder)
    return folder


def write(folder, student: str, text: str, **metadata: object) -> None:
    """Put a marked notebook where nbgrader puts it."""
    cell = new_markdown_cell(text, metadata={"nbgrader": {"grade_id": "why", "grade": True}, **metadata})
    place = folder / "autograded" / student / NAME / "exercise.ipynb"
    place.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(new_notebook(cells=[cell]), place)


def hand_in_again(folder, student: str, text: str) -> None:
    """Put another text where the first was, to be marked anew."""
    write(folder, student, text)
    with catch_warnings(), Gradebook(f"sqlite:///{folder / 'gradebook.db'}") as book:
        simplefilter("ignore", SAWarning)  # the same
        grade = book.find_grade("why", "exercise", NAME, student)
        grade.manual_score, grade.needs_manual_grade = None, True
        book.db.commit()


def fill(folder, assistant: str, marks: dict[str, str]) -> None:
    """Type marks into an assistant's table."""
    file = folder / "shares" / NAME / f"{assistant}.csv"
    rows = [*csv.reader(file.read_text(encoding="utf-8").splitlines())]
    typed = [[*row[:3], marks.get(row[0], row[3]), "well put" if row[0] in marks else row[4]] for row in rows[1:]]
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([rows[0], *typed])


def points(folder) -> dict[str, float | None]:
    """What persons gave, by student."""
    with catch_warnings(), Gradebook(f"sqlite:///{folder / 'gradebook.db'}") as book:
        simplefilter("ignore", SAWarning)  # the same
        return {s: book.find_grade("why", "exercise", NAME, s).manual_score for s in STUDENTS}


def test_who_could_not_be_marked_and_odd_names_of_cells_stop_nobodys_sharing(course, capsys):
    files = {student: course / "autograded" / student / NAME / "exercise.ipynb" for student in STUDENTS}
    files["s00"].unlink()
    for student, about in (("s01", "why"), ("s02", None), ("s03", {"grade_id": ["why"]})):
        notebook = nbformat.read(files[student], as_version=4)
        notebook.cells.insert(0, new_markdown_cell("x", metadata={"nbgrader": about}))
        nbformat.write(notebook, files[student])
    files["s04"].write_text("{")
    assert main(["share", NAME, "--among", "kim"]) == 0
    told = capsys.readouterr().out
    assert "10 written answers are shared" in told
    for student in ("s00", "s04"):
        assert f"{student}, 'why': left to you in formgrader; it stands in no marked notebook." in told


def test_from_shares_to_marks(course, capsys):
    write(course, "s11", "elsewhere", biggerpie_waits="it is empty")
    assert main(["share", NAME, "--among", "kim", "lee", "--twice", "100"]) == 0
    assert "s11, 'why': left to you in formgrader; it waits for another reason, too." in capsys.readouterr().out
    page = (course / "shares" / NAME / "kim.html").read_text(encoding="utf-8")
    assert "&lt;b&gt;s00 says&lt;/b&gt;" in page
    key = read_key(course / "shares" / NAME)
    assert sorted(one.student for one in key.values()) == [*STUDENTS[:11]]
    numbers = {one.student: number for number, one in key.items()}
    fill(course, "kim", dict.fromkeys(key, "10"))
    fill(course, "lee", dict.fromkeys(key, "11,5") | {numbers["s00"]: "20", numbers["s01"]: ""})
    assert main(["settle", NAME]) == 1
    told = capsys.readouterr().out
    assert "Two marked 10 of these answers: 0 got the same marks from both, 9 the same or nearly" in told
    assert f"{numbers['s00']} (why, up to 20): kim 10, lee 20; settle it in settled.csv." in told
    assert "9 answers got their marks; 2 of those shared are open." in told
    given = points(course)
    assert (given["s00"], given["s01"], given["s02"], given["s11"]) == (None, None, 10.75, None)
    fill(course, "settled", {numbers["s00"]: "17"})
    fill(course, "lee", {numbers["s01"]: "10"})
    assert main(["settle", NAME]) == 0
    assert "2 answers got their marks; 0 of those shared are open." in capsys.readouterr().out
    assert (points(course)["s00"], points(course)["s01"]) == (17, 10)
    with catch_warnings(), Gradebook(f"sqlite:///{course / 'gradebook.db'}") as book:
        simplefilter("ignore", SAWarning)  # the same
        assert book.find_comment("why", "exercise", NAME, "s02").manual_comment == "well put"
        assert not book.find_grade("why", "exercise", NAME, "s02").needs_manual_grade


def test_a_text_that_changed_and_a_mark_given_meanwhile_are_left_alone(course, capsys):
    assert main(["share", NAME, "--among", "kim", "--twice", "0"]) == 0
    key = read_key(course / "shares" / NAME)
    fill(course, "kim", dict.fromkeys(key, "10"))
    write(course, "s00", "another text")
    with catch_warnings(), Gradebook(f"sqlite:///{course / 'gradebook.db'}") as book:
        simplefilter("ignore", SAWarning)  # the same
        grade = book.find_grade("why", "exercise", NAME, "s01")
        grade.manual_score, grade.needs_manual_grade = 3, False
        book.db.commit()
    assert main(["settle", NAME]) == 1
    given = points(course)
    assert (given["s00"], given["s01"], given["s02"]) == (None, 3, 10)
    numbers = {one.student: number for number, one in key.items()}
    lost = f"  {numbers['s00']} (why, up to 20): kim 10; not taken, as it is another text now"
    told = capsys.readouterr().out
    assert f"{lost}; share again." in told
    assert numbers["s01"] not in told, "it has a mark, whoever gave it"
    assert main(["share", NAME, "--among", "kim"]) == 0, "the new text is shared anew"
    assert main(["settle", NAME]) == 1
    assert f"{lost}, shared as A0013." in capsys.readouterr().out
    fill(course, "kim", {"A0013": "4"})
    assert main(["settle", NAME]) == 0
    assert "not taken" not in capsys.readouterr().out
    assert points(course)["s00"] == 4
    assert len(read_key(course / "shares" / NAME)) == len(STUDENTS) + 1
    rows = (course / "shares" / NAME / "kim.csv").read_text(encoding="utf-8").splitlines()
    assert len(rows) == len(STUDENTS) + 2, "what was typed before stays"


def test_marks_for_an_answer_that_waits_no_more_are_named(course, capsys):
    assert main(["share", NAME, "--among", "kim", "--twice", "0"]) == 0
    key = read_key(course / "shares" / NAME)
    fill(course, "kim", dict.fromkeys(key, "10"))
    with catch_warnings(), Gradebook(f"sqlite:///{course / 'gradebook.db'}") as book:
        simplefilter("ignore", SAWarning)  # the same
        book.find_grade("why", "exercise", NAME, "s01").needs_manual_grade = False
        book.db.commit()
    assert main(["settle", NAME]) == 1
    number = next(number for number, one in key.items() if one.student == "s01")
    told = capsys.readouterr().out
    assert f"{number} (why, up to 20): kim 10; not taken, as it waits for no marks now" in told


def test_marks_that_the_gradebook_refuses_meanwhile_are_named_with_the_reason(course, capsys, monkeypatch):
    assert main(["share", NAME, "--among", "kim", "--twice", "0"]) == 0
    key = read_key(course / "shares" / NAME)
    fill(course, "kim", dict.fromkeys(key, "10"))
    meanwhile = written_answers.give_marks

    def given(*about):
        write(course, "s00", "another text")
        return meanwhile(*about)

    monkeypatch.setattr(written_answers, "give_marks", given)
    assert main(["settle", NAME]) == 1
    told = capsys.readouterr().out
    assert "11 answers got their marks; 1 of those shared are open." in told
    assert "kim 10; not taken, as it is another text now; share again." in told


@pytest.mark.parametrize("marks", ["10", ""])
def test_an_assistants_table_saved_over_anothers_counts_as_nobodys_marks(course, capsys, marks):
    assert main(["share", NAME, "--among", "kim", "lee", "--twice", "0"]) == 0
    folder = course / "shares" / NAME
    fill(course, "kim", dict.fromkeys(read_key(folder), marks))
    (folder / "lee.csv").write_bytes((folder / "kim.csv").read_bytes())
    assert main(["settle", NAME]) == 2
    first = (folder / "kim.csv").read_text(encoding="utf-8").splitlines()[1].split(",")[0]
    told = capsys.readouterr().err
    assert f"line 2 of lee.csv: {first} was shared with 'kim'; put lee's own table back." in told
    assert set(points(course).values()) == {None}


def test_an_assistant_who_gets_nothing_is_sent_to_no_page_of_an_earlier_share(course, capsys):
    assert main(["share", NAME, "--among", "kim", "lee", "--twice", "0"]) == 0
    for assistant in ("kim", "lee"):
        rows = (course / "shares" / NAME / f"{assistant}.csv").read_text(encoding="utf-8").splitlines()[1:]
        fill(course, assistant, {row.split(",")[0]: "10" for row in rows})
    assert main(["settle", NAME]) == 0
    hand_in_again(course, "s00", "another text")
    capsys.readouterr()
    assert main(["share", NAME, "--among", "kim", "lee", "--twice", "0"]) == 0
    told = capsys.readouterr().out
    nothing, one = sorted(("kim", "lee"), key=lambda name: f"{name}: 1 answers" in told)
    assert f"{nothing}: nothing this time" in told
    assert f"{nothing}.html" not in told
    assert f"{one}: 1 answers, {one}.html to read" in told


def test_an_assistant_written_in_other_letters_the_second_time_is_the_same_one(course):
    assert main(["share", NAME, "--among", "kim", "--twice", "0"]) == 0
    fill(course, "kim", dict.fromkeys(read_key(course / "shares" / NAME), "10"))
    assert main(["settle", NAME]) == 0
    hand_in_again(course, "s00", "another text")
    assert main(["share", NAME, "--among", "Kim"]) == 0
    fill(course, "Kim", {"A0013": "4"})
    assert main(["settle", NAME]) == 0
    assert points(course)["s00"] == 4


@pytest.mark.parametrize("command", [["settle", NAME], ["share", NAME, "--among", "kim"]])
def test_a_key_that_a_spreadsheet_saved_is_refused(course, capsys, command):
    assert main(["share", NAME, "--among", "kim", "--twice", "0"]) == 0
    file = course / "shares" / NAME / "key.csv"
    digest = read_key(file.parent)["A0001"].digest
    file.write_text(file.read_text(encoding="utf-8").replace(digest, "1.23E+15"), encoding="utf-8")
    assert main(command) == 2
    assert "key.csv is not as it was written; put your copy of it back." in capsys.readouterr().err


def test_a_mark_that_is_none_is_named_with_its_line_and_nothing_is_given(course, capsys):
    assert main(["share", NAME, "--among", "kim", "--twice", "0"]) == 0
    first, *others = read_key(course / "shares" / NAME)
    for marks in ("21", "-1", "nan", "ten"):
        fill(course, "kim", dict.fromkeys(others, "10") | {first: marks})
        assert main(["settle", NAME]) == 2
        told = capsys.readouterr().err
        assert "of kim.csv" in told
        assert f"{marks!r} is no mark from 0 to 20" in told
    assert set(points(course).values()) == {None}
    assert main(["share", NAME, "--among", "kim"]) == 2
    assert "12 of the answers shared before have no marks in the gradebook yet" in capsys.readouterr().err


@pytest.mark.parametrize("copy", ["kim (1)", "kim-old", "nobody"])
def test_a_second_copy_of_a_table_is_named_and_counts_as_nobodys_marks(course, capsys, copy):
    assert main(["share", NAME, "--among", "kim", "--twice", "0"]) == 0
    folder = course / "shares" / NAME
    fill(course, "kim", dict.fromkeys(read_key(folder), "10"))
    older = (folder / "kim.csv").read_text(encoding="utf-8").replace(",10,", ",8,")
    (folder / f"{copy}.csv").write_text(older, encoding="utf-8")
    assert main(["settle", NAME]) == 2
    told = capsys.readouterr().err
    assert f"{copy}.csv in {folder} is nobody's table" in told
    assert "'kim.csv' or 'settled.csv'" in told
    assert set(points(course).values()) == {None}
    (folder / f"{copy}.csv").unlink()
    (folder / "kim.csv").rename(folder / "Kim.csv")
    assert main(["settle", NAME]) == 0
    assert set(points(course).values()) == {10}
