"""A submission of too many or too large files is refused before anything copies or reads it."""

import os
from pathlib import Path

import pytest
from biggerpie.grading.nbgrader_adapter import file_budget_everywhere
from biggerpie.grading.nbgrader_adapter.before_marking import before_marking
from biggerpie.grading.submission import file_budget
from biggerpie.grading.submission.budget import LARGEST_SUBMISSION, MOST_FILES
from biggerpie.grading.submission.file_budget import over_file_budget
from biggerpie.negotiation import NegotiationError
from nbgrader.converters import base

from ...work import counted


def put(folder: Path, count: int, size: int = 0) -> Path:
    """Files that say they have so many bytes; none takes room on the disk."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        with (folder / f"{number:05}").open("wb") as file:
            file.truncate(size)
    return folder


def test_an_ordinary_submission_is_within_its_budget(tmp_path):
    put(tmp_path / "pictures", MOST_FILES - 1, 1_000_000)
    assert over_file_budget(tmp_path) == ""
    assert over_file_budget(tmp_path / "nowhere") == ""


def test_too_many_files_are_counted_wherever_they_are(tmp_path):
    put(tmp_path / "a" / "b", MOST_FILES)
    assert over_file_budget(tmp_path).startswith(f"holds {MOST_FILES + 2} files and folders; at most 200 are taken.")


def test_folders_count_as_files_do(tmp_path):
    for number in range(MOST_FILES + 1):
        (tmp_path / str(number)).mkdir()
    assert over_file_budget(tmp_path).startswith(f"holds {MOST_FILES + 1} files and folders")


def test_a_file_larger_than_the_disk_is_named(tmp_path):
    put(tmp_path, 3, 1000)
    with (tmp_path / "data.bin").open("wb") as file:
        file.truncate(3_000_000_000_000)
    assert over_file_budget(tmp_path).startswith("holds a file of 3,000 GB, 'data.bin'; at most 200 MB are taken.")


def test_many_files_that_are_too_large_together_are_told_with_their_sum(tmp_path):
    put(tmp_path, 5, 50_000_000)
    assert over_file_budget(tmp_path).startswith("holds files of 250 MB together; at most 200 MB are taken.")


def test_counting_ends_somewhere(tmp_path, monkeypatch):
    monkeypatch.setattr(file_budget, "COUNTED", 300)
    put(tmp_path, 500)
    assert over_file_budget(tmp_path).startswith("holds more than 300 files")


def test_links_are_not_followed(tmp_path):
    large = put(tmp_path / "elsewhere", 1, LARGEST_SUBMISSION + 1)
    own = put(tmp_path / "own", 1)
    (own / "link").symlink_to(large)
    (own / "round").symlink_to(own)
    (own / "file").symlink_to(large / "00000")
    assert over_file_budget(own) == ""


def test_what_was_handed_out_does_not_count_unless_it_has_grown(tmp_path):
    given = put(tmp_path / "source" / "pictures", 300, 1_000_000).parent
    back = put(tmp_path / "submitted" / "pictures", 300, 1_000_000).parent
    assert over_file_budget(back)
    assert over_file_budget(back, given) == ""
    with (back / "pictures" / "00007").open("wb") as file:
        file.truncate(LARGEST_SUBMISSION + 1)
    assert "a file of 200 MB, 'pictures/00007'" in over_file_budget(back, given)


def test_twenty_thousand_files_are_counted_with_few_calls_each(tmp_path):
    put(tmp_path, 20_000)
    with counted() as work:
        said = over_file_budget(tmp_path)
    assert said.startswith("holds 20,000 files")
    assert work.calls < 20 * 20_000


@pytest.fixture
def course(tmp_path, monkeypatch) -> Path:
    """A folder like a course's, of which nbgrader would convert two submissions."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(base, "find_all_files", base.find_all_files)  # put back what a refusal replaces
    for student in ("ada", "bo"):
        put(tmp_path / "submitted" / student / "x", 1)
        Path("submitted", student, "x", "exercise.ipynb").write_text("{}")
    return tmp_path


def hook(course: Path, student: str) -> list[str]:
    """What is left of nbgrader's list of notebooks."""
    notebooks = [os.path.join("submitted", student, "x", "exercise.ipynb")]  # noqa: PTH118  # as nbgrader does
    before_marking(course, assignment="x", student=student, notebooks=notebooks)
    return notebooks


def test_nbgraders_own_marking_leaves_out_what_is_over_the_budget(course, caplog):
    put(course / "submitted" / "bo" / "x", 20_000)
    assert hook(course, "ada")
    assert hook(course, "bo") == []
    assert "the submission holds 20,001 files and folders" in caplog.text
    assert len(base.find_all_files("submitted/ada/x")) == 2
    with pytest.raises(NegotiationError, match="the submission holds 20,001 files"):
        base.find_all_files("submitted/bo/x", ["*.ipynb"])


def test_it_is_marked_once_it_has_been_put_right(course):
    folder = put(course / "submitted" / "bo" / "x", 300)
    assert hook(course, "bo") == []
    for path in folder.glob("00*"):
        path.unlink()
    assert hook(course, "bo")
    assert len(base.find_all_files("submitted/bo/x")) == 1


def test_a_large_notebook_of_many_values_is_refused_before_nbgrader_reads_it(course, monkeypatch):
    monkeypatch.setattr(file_budget_everywhere, "LARGE", 1000)
    monkeypatch.setattr(file_budget_everywhere, "MOST_VALUES", 5000)
    place = course / "submitted" / "bo" / "x" / "exercise.ipynb"
    place.write_text('{"cells": [' + "[]," * 2000 + "[]]}")
    assert hook(course, "bo")
    place.write_text('{"cells": [' + "[]," * 3000 + "[]]}")
    assert hook(course, "bo") == []
