"""`biggerpie tournament`: the same result on any number of processors, and one sentence for what cannot be played."""

import csv
import io

import pytest
from biggerpie.course.tournament import cases_to_play, outcomes_of, people
from biggerpie.lessons.command_line import main
from biggerpie.negotiation import load_case
from biggerpie.negotiation.case_text import case_text


def test_two_processes_find_what_one_finds():
    cases = cases_to_play(["apple-juice", "shared-garden", "village-hall"], 2)
    alone = outcomes_of(people([])[:2], cases, 2, 12, processes=1)
    assert outcomes_of(people([])[:2], cases, 2, 12, processes=2) == alone
    assert len({outcome.match.case for outcome in alone}) == 4  # a case with variants has another one for each seed


def test_it_prints_a_table_and_writes_picture_and_talks(tmp_path, capsys):
    picture, talks = tmp_path / "t.svg", tmp_path / "t.csv"
    words = ["--who", "plain-dealer", "--case", "apple-juice", "--seeds", "1", "--processes", "1"]
    assert main(["tournament", *words, "--picture", str(picture), "--talks", str(talks)]) == 0
    said = capsys.readouterr().out
    assert said.startswith("In 2 talks “the plain dealer” won most for themselves, ")
    assert "times at the table" in said
    assert picture.read_text(encoding="utf-8").startswith("<svg")
    rows = list(csv.DictReader(io.StringIO(talks.read_text(encoding="utf-8-sig"))))
    assert [row["begins"] for row in rows] == ["press", "chain"]
    assert {row["ending"] for row in rows} == {"agreed"}


def test_a_case_of_ones_own_is_played_from_its_file(tmp_path):
    file = tmp_path / "own.toml"
    file.write_text(case_text(load_case("apple-juice")), encoding="utf-8")
    assert cases_to_play([str(file)], 1) == {0: [load_case("apple-juice")]}


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--who", "nobody"], "'nobody' is nobody to meet"),
        (["--case", "nothing"], "'nothing' is not a case of this kit"),
        (["--case", "{hopeless}"], "cannot be played here; it needs two parties and a zone of agreement"),
        (["--seeds", "0"], "there cannot be 0 seeds; give 1 to 1,000."),
        (["--rounds", "0"], "a talk cannot have 0 rounds; give 1 to 100."),
        (["--processes", "-1"], "there cannot be -1 processes; give 1 to 64."),
        (["--picture", "t.png"], "t.png: a picture's file ends in .html or .svg."),
        (["--talks", "{hopeless}"], "is there already, so nothing was written"),
    ],
)
def test_what_cannot_be_played_is_one_sentence(words, says, tmp_path, capsys):
    hopeless = tmp_path / "hopeless.toml"
    text = case_text(load_case("apple-juice")).replace("reservation_value = 32", "reservation_value = 90")
    hopeless.write_text(text, encoding="utf-8")
    assert main(["tournament", *(word.format(hopeless=hopeless) for word in words)]) == 2
    said = capsys.readouterr().err
    assert says in said
    assert len(said.strip().splitlines()) == 1
