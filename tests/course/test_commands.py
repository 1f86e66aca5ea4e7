"""The commands: a course folder, a demo class, a learner's shelf; nothing is overwritten, mistakes are one sentence."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest
from biggerpie.course.new_course import exercise_names, make_course
from biggerpie.lessons.command_line import main
from biggerpie.lessons.shelf import LEDGER, fill_shelf
from nbgrader.api import Gradebook

EXERCISE = "01-both-can-gain"


def test_a_course_folder_holds_all_that_nbgrader_needs(tmp_path):
    make_course(tmp_path / "course")
    files = {str(p.relative_to(tmp_path / "course")) for p in (tmp_path / "course").rglob("*") if p.is_file()}
    exercises = {f"source/{name}/exercise.ipynb" for name in exercise_names()}
    assert len(exercises) == 10
    assert files == {"nbgrader_config.py", "students.csv", "START-HERE.md", *exercises}
    assert len((tmp_path / "course" / "students.csv").read_text().splitlines()) == 2


@pytest.mark.long
def test_a_demo_class_waits_to_be_marked(tmp_path):
    make_course(tmp_path / "course", demo=12)
    with Gradebook(f"sqlite:///{tmp_path}/course/gradebook.db") as gradebook:
        assert len(gradebook.students) == 12
        assert gradebook.find_assignment(EXERCISE).max_score == 100
    files = list((tmp_path / "course" / "submitted").glob(f"demo-*/{EXERCISE}/exercise.ipynb"))
    assert len({file.read_bytes() for file in files}) >= 10


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["course", "{full}"], "is not empty, so nothing was written; name a new folder."),
        (["course", "{file}"], "is a file, so nothing was written; name a new folder."),
        (["course", "{file}/below"], "could not be made: File exists; name another folder."),
        (["course", "{full}/a?b"], "for its path holds '?'; give the folder another name"),
        (["start", "{file}"], "could not be used"),
    ],
)
def test_a_mistake_gives_one_sentence_and_changes_nothing(words, says, tmp_path, capsys):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    code = main([word.format(full=tmp_path / "full", file=tmp_path / "file") for word in words])
    said = capsys.readouterr().err
    assert code == 2
    assert says in said
    assert len(said.strip().splitlines()) == 1
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["file", "full", "mine.txt"]


@pytest.mark.parametrize("words", [["course", "x", "--demo", "many"], ["course", "x", "--dmo", "3"], ["strat"], []])
def test_a_misspelt_command_is_answered_with_how_to_write_it(words, capsys):
    with pytest.raises(SystemExit) as caught:
        main(words)
    assert caught.value.code == 2
    assert "usage: biggerpie" in capsys.readouterr().err


def test_a_shelf_holds_lessons_and_exercises(tmp_path):
    assert fill_shelf(tmp_path) == []
    names = {str(p.relative_to(tmp_path)) for p in tmp_path.rglob("*.ipynb")}
    assert {"lessons/00-welcome.ipynb", f"exercises/{EXERCISE}/exercise.ipynb"} <= names
    assert {f"exercises/{name}/exercise.ipynb" for name in exercise_names()} <= names


def write_down(folder: Path, content: bytes) -> None:
    """Note that the kit wrote this as the first page."""
    ledger = json.loads((folder / LEDGER).read_text())
    ledger["lessons/00-welcome.ipynb"] = hashlib.sha256(content).hexdigest()
    (folder / LEDGER).write_text(json.dumps(ledger))


def test_a_page_that_the_learner_changed_is_never_overwritten(tmp_path):
    fill_shelf(tmp_path)
    page = tmp_path / "lessons" / "00-welcome.ipynb"
    page.write_text("my notes")
    assert fill_shelf(tmp_path) == []
    write_down(tmp_path, b"older version")
    assert fill_shelf(tmp_path) == ["lessons/00-welcome.ipynb"]
    assert page.read_text() == "my notes"


def test_a_page_of_the_learners_own_with_a_lessons_name_is_left_alone(tmp_path):
    (tmp_path / "lessons").mkdir()
    (tmp_path / "lessons" / "00-welcome.ipynb").write_text("mine")
    assert fill_shelf(tmp_path) == ["lessons/00-welcome.ipynb"]


def test_an_unchanged_page_of_an_older_version_is_brought_up_to_date(tmp_path):
    fill_shelf(tmp_path)
    page = tmp_path / "lessons" / "00-welcome.ipynb"
    newest = page.read_bytes()
    page.write_bytes(b"older version")
    write_down(tmp_path, b"older version")
    assert fill_shelf(tmp_path) == []
    assert page.read_bytes() == newest


def test_an_empty_folder_that_one_stands_in_becomes_the_course(tmp_path, monkeypatch):
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    make_course(Path())
    assert Path("nbgrader_config.py").is_file()
    assert [p.name for p in tmp_path.iterdir()] == ["here"]


def test_a_link_in_the_shelf_is_replaced_and_not_written_through(tmp_path):
    (tmp_path / "precious").write_text("mine")
    (tmp_path / "shelf" / "lessons").mkdir(parents=True)
    (tmp_path / "shelf" / "lessons" / ".00-welcome.ipynb.part").symlink_to(tmp_path / "precious")
    fill_shelf(tmp_path / "shelf")
    assert (tmp_path / "precious").read_text() == "mine"


def test_a_damaged_ledger_loses_nothing(tmp_path):
    fill_shelf(tmp_path)
    (tmp_path / "lessons" / "00-welcome.ipynb").write_text("mine")
    (tmp_path / LEDGER).write_text("{")
    assert fill_shelf(tmp_path) == ["lessons/00-welcome.ipynb"]


def test_the_installed_command_says_what_it_offers():
    done = subprocess.run(
        [Path(sys.executable).parent / "biggerpie", "--help"], capture_output=True, text=True, check=True
    )
    assert "start" in done.stdout
    assert "course" in done.stdout
