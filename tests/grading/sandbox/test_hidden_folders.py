"""What lies in a folder that the sandbox shows, such as an exchange below /usr, is empty for students' code."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from biggerpie.grading.nbgrader_adapter.private_folders import private_folders
from biggerpie.grading.sandbox.hidden_folders import Folders, masked
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from ...machine import ensure

DEFAULT_EXCHANGE = Path("/usr/local/share/nbgrader/exchange")
SHARE = "/usr/local/share"
RUN = f"""
import subprocess, sys
from pathlib import Path
from biggerpie.grading.sandbox.hidden_folders import Folders
from biggerpie.grading.sandbox.bubblewrap import Limits, bubblewrap_command
exchange, place = Path({str(DEFAULT_EXCHANGE)!r}), Path(sys.argv[1])
limits = Limits(seconds=30, memory=1 << 30, processes=256, files=1 << 20, output=0)
look = ["/usr/bin/find", str(exchange)]
line = bubblewrap_command(look, place / "submission", place / "shared", limits, Folders(hidden=(exchange,)))
sys.exit(subprocess.run(line, cwd="/").returncode)
"""
USER = ("unshare", "--user", "--map-user=1000", "--map-group=1000")


def test_all_of_a_course_is_hidden_wherever_it_lies(tmp_path):
    config = Config()
    config.Exchange.root = str(tmp_path / "exchange")
    config.ExchangeCollect.root = str(tmp_path / "other")
    coursedir = CourseDirectory(root=str(tmp_path / "course"), db_url=f"sqlite:///{tmp_path}/books/book.db?timeout=1")
    found = {DEFAULT_EXCHANGE, *(tmp_path / name for name in ("exchange", "other", "course", "books"))}
    assert set(private_folders(config, coursedir)) == found


def test_what_lies_in_a_shown_folder_is_masked_and_nothing_else(tmp_path):
    for name in ("usr/exchange", "course/.venv"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "usr" / "exchange")
    folders = Folders(hidden=(tmp_path / "link", tmp_path / "course", tmp_path / "missing"))
    assert tmp_path / "usr" / "exchange" in masked(folders, [tmp_path / "usr", tmp_path / "course" / ".venv"])
    assert tmp_path / "course" not in masked(folders, [tmp_path / "usr", tmp_path / "course" / ".venv"])


def test_the_instructor_cannot_show_a_folder_that_holds_the_exchange(tmp_path):
    (tmp_path / "exchange").mkdir()
    with pytest.raises(ValueError, match="must stay hidden"):
        masked(Folders((str(tmp_path),), (tmp_path / "exchange",)), [tmp_path])


@pytest.mark.long
@pytest.mark.skipif(os.geteuid() != 0, reason="only root can put an exchange where nbgrader has it by default")
@pytest.mark.parametrize("user", [(), USER], ids=["root", "user"])
def test_students_code_finds_nothing_in_the_default_exchange(user, tmp_path):
    ensure("bwrap", "bubblewrap")
    for name in ("submission", "shared"):
        (tmp_path / name).mkdir()
    inside = shlex.join([*user, sys.executable, "-c", RUN, str(tmp_path)])
    outside = f"mount -t tmpfs none {SHARE} && mkdir -p {DEFAULT_EXCHANGE} && touch {DEFAULT_EXCHANGE}/neighbour"
    done = subprocess.run(
        ["unshare", "-m", "sh", "-c", f"{outside} && {inside}"], capture_output=True, text=True, check=False
    )
    assert "exchange" in done.stdout, done.stderr
    assert "neighbour" not in done.stdout
