"""Stamps: what was done is known again, for the longest name that a folder can have."""

from pathlib import Path

import pytest
from biggerpie.grading.class_run.stamps import Stamp, read_stamp, stamp_file, write_stamp

LONGEST = 255
"""Bytes in the name of a file on every file system in use."""


@pytest.mark.parametrize("student", ["ada", "é" * (LONGEST // 2), "x" * LONGEST])
def test_what_was_written_is_read(tmp_path: Path, student: str):
    file = stamp_file(tmp_path, tmp_path / "submitted" / student / "01-both-can-gain")
    write_stamp(file, Stamp("a submission", "its feedback"))
    assert read_stamp(file) == Stamp("a submission", "its feedback")


def test_each_submission_has_a_stamp_of_its_own(tmp_path: Path):
    folders = [tmp_path / "submitted" / student / exercise for student in ("ada", "ben") for exercise in ("01", "02")]
    assert len({stamp_file(tmp_path, folder) for folder in folders}) == len(folders)


def test_a_damaged_stamp_says_that_nothing_was_done(tmp_path: Path):
    file = tmp_path / "stamp.json"
    for content in ("", "[]", '{"other": 1}', '{"submission": '):
        file.write_text(content)
        assert read_stamp(file) == Stamp()
