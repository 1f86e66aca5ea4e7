"""The instructor's guide can be followed: its commands exist, and typed in order in an empty folder they work."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from biggerpie.lessons.command_line import main

from tools.canonical import ROOT

GUIDE = (ROOT / "teaching" / "instructors-guide.md").read_text(encoding="utf-8")
INSTALL = "pip install"
WAITS = "biggerpie formgrader"
"""Serves a page until it is stopped; tests/course/test_formgrader.py goes through it."""


def blocks() -> list[str]:
    """What is to be typed, but the installation."""
    found = re.findall(r"^```\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    return [block for block in found if INSTALL not in block]


def test_every_command_that_the_guide_names_exists(capsys):
    inline = re.findall(r"`(biggerpie [^`]+)`", GUIDE)
    typed = [line for block in blocks() for line in block.splitlines() if line.startswith("biggerpie ")]
    names = {shlex.split(line)[1] for line in (*inline, *typed)}
    assert len(names) > 12
    for name in sorted(names):
        with pytest.raises(SystemExit) as ended:
            main([name, "--help"])
        assert ended.value.code == 0, name
    assert capsys.readouterr().out


@pytest.mark.long
def test_the_guide_is_followed_literally_in_an_empty_folder(tmp_path):
    script = "\n".join(["set -eu", *(block for block in blocks() if block.strip() != WAITS)])
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=tmp_path,
        env=os.environ | {"PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    for told in (
        "30 marked, 30 given feedback",
        "30 handed in late",
        "1 in the roster without a submission: demo-05",
        "1 not in the roster before, and added to the gradebook: dmeo-04",
    ):
        assert told in done.stdout
    course = tmp_path / "rehearsal"
    for made in ("mail-01/mail.csv", "feedback-01-both-can-gain.zip", "grades.csv", "questions.csv"):
        assert (course / made).is_file()
    assert (tmp_path / "my-course" / "release" / "01-both-can-gain" / "dossiers.json.gz").is_file()
    assert (tmp_path / "my-course" / "pairs" / "week-1" / "to-print.html").is_file()
