"""Folders to write in: what a process that is gone has left is removed, and where one is at work everything stays."""

import subprocess
import sys

from biggerpie.grading.class_run.staging import HIDDEN, clear_workplaces, workplace


def test_a_run_that_begins_leaves_what_another_command_is_writing(tmp_path):
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    place = tmp_path / HIDDEN / "work"
    for left in (f"{gone.pid}-x", "of an older kit"):
        (place / left / "autograded").mkdir(parents=True)
    with workplace(tmp_path) as work:
        (work / "release").mkdir()
        clear_workplaces(tmp_path)
        assert [*place.iterdir()] == [work]
        assert (work / "release").is_dir()
    assert not [*place.iterdir()]
