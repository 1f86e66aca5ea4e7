"""Files beside a submitted notebook: links, pipes and odd time stamps stop nothing."""

import os

import pytest
from biggerpie.grading.submitted_files import tidy_submission


def test_links_and_pipes_are_taken_out_and_files_stay(tmp_path):
    (tmp_path / "gradebook.db").write_text("secret")
    folder = tmp_path / "student"
    (folder / "pictures").mkdir(parents=True)
    (folder / "exercise.ipynb").write_text("{}")
    (folder / "pictures" / "a.png").write_text("picture")
    (folder / "pictures" / "b.html").symlink_to(tmp_path / "gradebook.db")
    (folder / "c").symlink_to(tmp_path / "nowhere")
    os.mkfifo(folder / "d")
    tidy_submission(notebooks=[str(folder / "exercise.ipynb")])
    assert sorted(p.name for p in folder.rglob("*")) == ["a.png", "exercise.ipynb", "pictures"]
    assert (tmp_path / "gradebook.db").read_text() == "secret"


@pytest.mark.parametrize("stamp", ["2030-01-15 09:00:00 UTC", "2030-01-15T09:00:00+01:00"])
def test_a_good_time_stamp_stays(tmp_path, stamp):
    (tmp_path / "timestamp.txt").write_text(stamp)
    tidy_submission(notebooks=[str(tmp_path / "exercise.ipynb")])
    assert (tmp_path / "timestamp.txt").read_text() == stamp


@pytest.mark.parametrize("stamp", [b"tomorrow", b"\xff\xfe", b"9" * 400])
def test_an_unreadable_time_stamp_is_set_aside_and_kept(tmp_path, stamp):
    (tmp_path / "timestamp.txt").write_bytes(stamp)
    tidy_submission(notebooks=[str(tmp_path / "exercise.ipynb")])
    assert (tmp_path / "timestamp.txt.unreadable").read_bytes() == stamp
    assert not (tmp_path / "timestamp.txt").exists()
