"""A notebook with another name is copied to the one that is marked; the copy is never taken for what was handed in."""

import os
from pathlib import Path

import pytest
from biggerpie.grading.submission.notebook_names import only_notebook_renamed, others

WANTED = "exercise.ipynb"
OTHER = "exercise (1).ipynb"


@pytest.fixture
def folder(tmp_path) -> Path:
    place = tmp_path / "submitted" / "kim" / "01"
    place.mkdir(parents=True)
    return place


def renamed(folder: Path) -> str:
    return only_notebook_renamed(folder, [WANTED], folder.parents[2])


def hand_in(folder: Path, name: str, text: str, time: int = 1000) -> None:
    (folder / name).write_text(text)
    os.utime(folder / name, (time, time))


def test_what_is_handed_in_again_under_another_name_takes_the_place_of_the_copy(folder):
    hand_in(folder, OTHER, "first")
    assert renamed(folder) == "'exercise (1).ipynb' was marked as exercise.ipynb, the name that was asked for."
    hand_in(folder, OTHER, "second")
    assert "It was handed in again." in renamed(folder)
    assert (folder / WANTED).read_text() == "second"
    assert others(folder, [WANTED]) == ""


def test_as_long_as_the_copy_counts_it_is_said(folder):
    hand_in(folder, OTHER, "first")
    assert renamed(folder) == renamed(folder) != ""


def test_a_notebook_that_is_handed_in_under_the_right_name_counts_whatever_the_copy_was(folder):
    hand_in(folder, OTHER, "first")
    renamed(folder)
    hand_in(folder, WANTED, "second")
    hand_in(folder, OTHER, "third")
    assert renamed(folder) == ""
    assert (folder / WANTED).read_text() == "second"
    assert others(folder, [WANTED]).startswith("'exercise (1).ipynb' was not marked")


def test_of_several_notebooks_the_newest_takes_the_place_of_the_copy(folder):
    hand_in(folder, OTHER, "first")
    renamed(folder)
    hand_in(folder, "exercise (2).ipynb", "second", 2000)
    assert renamed(folder).startswith("'exercise (2).ipynb' was marked as exercise.ipynb")
    assert (folder / WANTED).read_text() == "second"


def test_where_it_is_not_clear_which_notebook_is_the_newest_the_copy_stays_and_it_is_said(folder):
    hand_in(folder, OTHER, "first")
    renamed(folder)
    hand_in(folder, "exercise (2).ipynb", "second")
    assert renamed(folder).startswith("exercise.ipynb is a copy that the kit made, and it is not clear of which")
    assert (folder / WANTED).read_text() == "first"


def test_the_copy_stays_where_what_was_copied_was_taken_away(folder):
    hand_in(folder, OTHER, "first")
    renamed(folder)
    (folder / OTHER).unlink()
    assert renamed(folder) == ""
    assert (folder / WANTED).read_text() == "first"


@pytest.mark.parametrize(
    "note", ["", "[]", "{}", '{"name": "../../gradebook.db", "digest": ""}', '{"name": 3, "digest": 4}']
)
def test_a_damaged_note_costs_nothing(folder, note):
    hand_in(folder, OTHER, "first")
    renamed(folder)
    for file in (folder.parents[2] / ".biggerpie" / "copies").iterdir():
        file.write_text(note)
    assert renamed(folder) == ""
    assert (folder / WANTED).read_text() == "first"
