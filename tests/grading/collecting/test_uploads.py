"""Downloads from a learning platform: whose and when an upload is, only what the platform wrote tells."""

from datetime import datetime
from pathlib import Path

import pytest
from biggerpie.grading.collecting.name_pattern import up_to_file

from ..hostile.course import run
from .downloads import REGEXP, downloaded, packed, upload
from .exchange import EXERCISE, collected, configure, stamp_of

PATTERNS = {
    "nbgrader's": REGEXP,
    "anything": r".*_(?P<student_id>[a-z]+)_attempt_(?P<timestamp>[0-9\-]+)_(?P<file_id>.*)",
    "to the end": r".*/[^/]*_(?P<student_id>[a-z]+)_attempt_(?P<timestamp>[0-9\-]+)_(?P<file_id>[^/]+)$",
    "words": r".*_(?P<student_id>[a-z]+)_attempt_(?P<timestamp>[0-9\-]+)_(?P<file_id>\w+)\.ipynb",
    "optional time": r".*/hw_(?P<student_id>[a-z]+)_attempt(?:_(?P<timestamp>[0-9\-]+))?_(?P<file_id>[a-z]+)",
    "group": r".*/hw_(?P<student_id>[a-z]+)_attempt_(?P<timestamp>[0-9\-]+)(?:_(?P<file_id>[a-z]+))?\.ipynb",
}
UNREADABLE = ("(1)", "my work", "x.y", "ÄÖ", "é_1")


@pytest.mark.parametrize(
    "pattern",
    [pytest.param(text, id=name, marks=[pytest.mark.long] * (text != REGEXP)) for name, text in PATTERNS.items()],
)
def test_an_upload_is_of_whom_and_when_its_own_name_tells(pattern, course):
    """Also where the pattern cannot read that name to its end, for there its sender wrote what there is."""
    archive = downloaded(course, pattern)
    for number, name in enumerate(UNREADABLE):
        mine, adas = (upload(student, "exercise.ipynb", 10) for student in (f"b{'xyzuv'[number]}", "ada"))
        packed(archive / upload(f"b{'xyzuv'[number]}", f"{name}.zip", 20), **{mine: "own", adas: "forged"})
    packed(archive / upload("ada", "(2).zip"), **{upload("ada", "exercise.ipynb", 10): "ada's"})
    run(course, "nbgrader", "zip_collect", EXERCISE)
    assert collected(course)["ada"] == "ada's"
    assert set(collected(course).values()) <= {"own", "ada's"}
    late = {folder.parent.name for folder in (course / "submitted").glob(f"*/{EXERCISE}")} - {"ada"}
    assert {stamp_of(course, student) for student in late} <= {datetime(2030, 1, 20, 9)}


def test_a_late_archive_is_late_whatever_stands_in_it(course):
    archive = downloaded(course, PATTERNS["words"])
    packed(archive / upload("mallory", "work.zip", 21), **{upload("mallory", "exercise.ipynb", 10): "late"})
    run(course, "nbgrader", "zip_collect", EXERCISE)
    assert collected(course) == {"mallory": "late"}
    assert stamp_of(course, "mallory") == datetime(2030, 1, 21, 9)


def test_an_archive_of_a_class_is_one_only_where_the_instructor_says_so(course):
    archive = downloaded(course, PATTERNS["to the end"])
    members = {upload(student, "exercise.ipynb"): f"{student}'s" for student in ("ada", "bo")}
    packed(archive / "download.zip", **members)
    assert "archive_of_a_class = True" in run(course, "nbgrader", "zip_collect", EXERCISE)
    assert collected(course) == {}
    configure(course, "c.ExtractInOrder.archive_of_a_class = True\n")
    other = packed(archive / "other.zip", **members)
    run(course, "nbgrader", "zip_collect", EXERCISE, "--force")
    assert collected(course) == {}
    other.unlink()
    run(course, "nbgrader", "zip_collect", EXERCISE, "--force")
    assert collected(course) == {"ada": "ada's", "bo": "bo's"}


@pytest.mark.parametrize(
    ("pattern", "part"),
    [
        (r"a_(?P<student_id>\w)_(?P<file_id>\w+)\.ipynb", r"a_(?P<student_id>\w)_"),
        (r"(?P<student_id>[(]\))(?:_((?P<file_id>[^)]+)))?", r"(?P<student_id>[(]\))(?:_())"),
        (r"(?P<file_id>\w+)_(?P<student_id>\w+)", r"(?P<file_id>[\s\S]*)_(?P<student_id>\w+)"),
        (r"(?P<student_id>\w+)", r"(?P<student_id>\w+)"),
    ],
)
def test_what_the_sender_called_a_file_says_nothing(pattern, part):
    assert up_to_file(pattern) == part


def test_folders_that_the_platform_named_tell_the_sender(course):
    archive = downloaded(course, r".*/(?P<student_id>[a-z]+)_[0-9]+_file_/(?P<file_id>.*)")
    for student in ("ada", "bo"):
        folder: Path = archive / f"{student}_12_file_"
        folder.mkdir()
        (folder / "exercise.ipynb").write_text(f"{student}'s")
    packed(archive / "bo_12_file_" / "ada_12_file_.zip", **{"exercise.ipynb": "forged"})
    run(course, "nbgrader", "zip_collect", EXERCISE)
    assert collected(course) == {"ada": "ada's", "bo": "bo's"}
