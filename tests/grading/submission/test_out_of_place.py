"""What lies where no submission is looked for is named as what it is, with where it belongs."""

import os
from pathlib import Path

import pytest
from biggerpie.grading.submission.out_of_place import closed, out_of_place, what_there_is

ASSIGNMENT = "01-both-can-gain"


@pytest.fixture
def submitted(tmp_path) -> Path:
    put(tmp_path / "submitted" / "kim" / ASSIGNMENT / "exercise.ipynb")
    put(tmp_path / "submitted" / "lee" / "02-concessions" / "exercise.ipynb")
    return tmp_path / "submitted"


def put(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()


@pytest.mark.parametrize(
    ("path", "says"),
    [
        (
            "ada.ipynb",
            "beside the students' folders, 'ada.ipynb' (a notebook) is not marked; put it into submitted/STUDENT",
        ),
        ("class.zip", "'class.zip' (an archive) is not marked"),
        ("essay.docx", "'essay.docx' (a Word file) is not marked"),
        (
            "ada/exercise.ipynb",
            "in the folder 'ada', 'exercise.ipynb' (a notebook) is not marked; put it into its folder",
        ),
        ("ada/essay.odt", "in the folder 'ada', 'essay.odt' (a text of a word processor) is not marked"),
        (
            f"download/ada/{ASSIGNMENT}/exercise.ipynb",
            "the folder 'download' holds folders of students ('ada'), one level",
        ),
    ],
)
def test_what_is_out_of_place_is_named_once_with_where_it_belongs(submitted, path, says):
    put(submitted / path)
    (told,) = out_of_place(submitted, ASSIGNMENT)
    assert says in told


@pytest.mark.parametrize("path", [".DS_Store", "kim/.DS_Store", "__MACOSX/x/y.ipynb", "roster.csv"])
def test_what_programs_left_and_what_nobody_marks_is_not_named(submitted, path):
    put(submitted / path)
    assert out_of_place(submitted, ASSIGNMENT) == []


def test_several_are_named_together_and_in_a_form_that_steers_no_terminal(submitted):
    for name in ("a.ipynb", "b\x1b[2J.ipynb", "c.pdf"):
        put(submitted / name)
    (told,) = out_of_place(submitted, ASSIGNMENT)
    assert told.isprintable()
    assert "(a PDF and a notebook) are not marked; put them into" in told


def test_a_folder_that_cannot_be_opened_is_named(submitted, monkeypatch):
    monkeypatch.setattr(os, "access", lambda path, _: path.name != "lee")
    assert closed(submitted) == [submitted / "lee"]
    (told,) = out_of_place(submitted, ASSIGNMENT)
    assert told.startswith("the folder 'lee' in submitted cannot be opened, so that student was left out")


def test_what_was_handed_in_in_the_place_of_a_notebook_is_named_also_when_it_was_set_aside(tmp_path):
    put(tmp_path / "kim" / "notes.txt")
    put(tmp_path / "aside" / "essay.docx.set-aside")
    assert what_there_is(tmp_path / "kim", tmp_path / "aside") == "'essay.docx' (a Word file)"
    assert what_there_is(tmp_path / "kim", tmp_path / "nowhere") == ""
