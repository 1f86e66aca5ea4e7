"""Folders of submissions are spelt as the class list spells the student; who has two waits."""

from pathlib import Path
from unicodedata import normalize

import pytest
from biggerpie.grading.submission.one_spelling import listed_as, with_one_spelling

ROSTER = {"S100", "jos\u00e9", "4711", "ada"}
HUB = {"jupyter-tia": "4711"}


@pytest.mark.parametrize(
    ("name", "student"),
    [
        ("S100", "S100"),
        ("s100", "S100"),
        (normalize("NFD", "jos\u00e9"), "jos\u00e9"),
        ("ada ", "ada"),
        ("jupyter-tia", "4711"),
        ("nobody", "nobody"),
    ],
)
def test_a_name_is_read_as_the_class_list_has_it(name, student):
    assert listed_as(name, ROSTER, HUB) == student


def test_a_name_that_means_two_students_is_left_alone():
    assert listed_as("s1", {"S1", "s\u20111", "s-1", "\u017f1"}, {}) == "s1"


def test_folders_are_renamed_and_told(tmp_path):
    for name in ("s100", normalize("NFD", "jos\u00e9"), "ada", "jupyter-tia", "new "):
        (tmp_path / name / "01").mkdir(parents=True)
    told, waiting = with_one_spelling(tmp_path, ROSTER, HUB)
    assert {path.name for path in tmp_path.iterdir()} == {"S100", "jos\u00e9", "ada", "4711", "new"}
    assert len(told) == 4
    assert "'s100' in submitted/ is that of 'S100', and was renamed" in " ".join(told)
    assert waiting == {}
    assert with_one_spelling(tmp_path, ROSTER, HUB) == ([], {})


def test_who_has_a_folder_of_either_spelling_waits_and_no_file_is_touched(tmp_path):
    for name in ("s100", "S100"):
        (tmp_path / name / "01").mkdir(parents=True)
    told, waiting = with_one_spelling(tmp_path, ROSTER, HUB)
    assert told == []
    assert "the same student as 'S100'" in waiting["s100"]
    assert {path.name for path in tmp_path.iterdir()} == {"s100", "S100"}


def test_a_link_and_a_course_without_submissions_are_left_alone(tmp_path):
    assert with_one_spelling(tmp_path / "nowhere", ROSTER, HUB) == ([], {})
    (tmp_path / "s100").symlink_to(Path("elsewhere"))
    assert with_one_spelling(tmp_path, ROSTER, HUB) == ([], {})
