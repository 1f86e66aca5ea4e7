"""A round that is seated again: every seat has a line for its form, and nobody's form counts for somebody else."""

import csv
from types import SimpleNamespace

import pytest
from biggerpie.course.role_play.blank_forms import write_blank_results
from biggerpie.course.role_play.filled_forms import FilledForm, fill_deal, fill_said, read_results
from biggerpie.course.role_play.reseating import who_left
from biggerpie.course.role_play.round_files import keep_transcripts, read_tables, transcript_file
from biggerpie.grading.nbgrader_adapter import class_marks
from biggerpie.lessons.command_line import main
from biggerpie.negotiation import load_case

CASE, OTHER = load_case("scope-creep"), load_case("job-offer")
FORM = FilledForm((1,) * len(CASE.issues), 6, None, "Ours.")


def fill(folder, table):
    """Type in the same form for both sides."""
    for side in (0, 1):
        assert fill_deal(folder, CASE, table, side, FORM.deal)
        assert fill_said(folder, CASE, table, side, FORM)


def rows(file):
    """The lines of a table, by their headings."""
    with file.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.fixture
def pairs(tmp_path, monkeypatch):
    """Run `biggerpie pairs` for a class, and return the round's folder."""
    (tmp_path / "nbgrader_config.py").write_text("")
    monkeypatch.setattr(class_marks, "class_list", lambda course: [SimpleNamespace(id=one) for one in "abcdef"])
    monkeypatch.setattr(class_marks, "left_out_of_class", lambda _: set())

    def run(*more, case="scope-creep"):
        assert main(["pairs", "week-1", case, "--course", str(tmp_path), *more]) == 0
        return tmp_path / "pairs" / "week-1"

    return run


def test_who_comes_late_gets_a_line_beside_those_that_were_filled_in(pairs):
    folder = pairs("--present", "a", "b", "c", "d")
    fill(folder, 1)
    pairs()
    assert [(row["table"], bool(row["memo"])) for row in rows(folder / "results.csv")] == [
        ("1", True), ("1", True), ("2", False), ("2", False), ("3", False), ("3", False),
    ]  # fmt: skip
    assert not (folder / "results-before-1.csv").exists()
    fill(folder, 3)
    assert set(read_results(folder, CASE)) == {1, 3}


def test_a_form_of_people_who_sit_elsewhere_now_is_kept_beside_and_counts_no_more(pairs, capsys):
    folder = pairs()
    for table in (1, 2):
        fill(folder, table)
    transcript_file(folder, 1).parent.mkdir()
    transcript_file(folder, 1).write_text("{}")
    first, second, _ = read_tables(folder).groups
    capsys.readouterr()
    pairs("--absent", first[0])
    said = capsys.readouterr().out
    assert "Table 1: who sat there sits there no more; their forms are kept in results-before-1.csv" in said
    assert "Their talks are kept in week-1/transcripts as table-01-before-1." in said
    kept = rows(folder / "results-before-1.csv")
    assert [(row["table"], row["memo"], row["sat there"]) for row in kept] == [("1", "Ours.", ", ".join(first))] * 2
    assert read_results(folder, CASE) == {2: (FORM, FORM)}
    assert read_tables(folder).groups[1][:2] == second
    pairs("--absent", first[0])
    assert not (folder / "results-before-2.csv").exists()


def test_what_was_typed_in_for_another_case_is_kept_whole(pairs, capsys):
    folder = pairs()
    fill(folder, 2)
    pairs(case="job-offer")
    assert "results.csv held is of another case; it is kept in results-before-1.csv" in capsys.readouterr().out
    assert [row["table"] for row in rows(folder / "results-before-1.csv")] == ["2", "2"]
    assert len(rows(folder / "results.csv")) == 6
    assert read_results(folder, OTHER) == {}


def test_columns_and_lines_of_the_instructors_own_stay(tmp_path):
    file = tmp_path / "results.csv"
    write_blank_results(tmp_path, CASE, [2])
    with file.open(encoding="utf-8", newline="") as stream:
        lines = [[*line, more] for line, more in zip(csv.reader(stream), ("asked by", "Kim", "José"), strict=True)]
    lines.append(["?", "see Kim", *[""] * (len(lines[0]) - 2)])
    with file.open("w", encoding="cp1252", newline="") as stream:
        csv.writer(stream, delimiter=";").writerows(lines)
    assert write_blank_results(tmp_path, CASE, [2, 1], {2: ()}) == ""
    with file.open(encoding="cp1252", newline="") as stream:
        after = list(csv.reader(stream, delimiter=";"))
    assert after[:3] + after[4:] == lines
    assert after[3][:2] == ["2", CASE.parties[0].name]


def test_a_table_has_others_when_its_two_or_their_version_changed():
    before = [("a", "b"), ("c", "d"), ("e", "f", "g"), ("h",), ()]
    after = [("a", "b"), ("d", "c"), ("e", "f"), ("h", "i"), ("j", "k")]
    keys = ["1", "2", "3", "4", ""]
    assert who_left(before, keys, after, keys) == {2: ("c", "d"), 4: ("h",), 5: ()}
    assert who_left(before, keys, before, ["9", *keys[1:]]) == {1: ("a", "b")}
    assert who_left(before, keys, before[:3], keys[:3]) == {4: ("h",)}
    assert who_left([], [], before[:1], keys[:1]) == {1: ()}


def test_no_transcript_takes_the_place_of_one_that_was_kept(tmp_path):
    for text in ("first", "second"):
        for file in (transcript_file(tmp_path, 1), transcript_file(tmp_path, 1).with_suffix(".txt")):
            file.parent.mkdir(exist_ok=True)
            file.write_text(text)
        keep_transcripts(tmp_path, [1, 2])
    assert {file.name: file.read_text() for file in (tmp_path / "transcripts").iterdir()} == {
        f"table-01-before-{n}.{kind}": text for n, text in ((1, "first"), (2, "second")) for kind in ("json", "txt")
    }
