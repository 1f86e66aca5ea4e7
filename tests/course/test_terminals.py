"""Terminals that know few letters: whatever is named, no command ends in a traceback."""

import os
import subprocess
import sys
from importlib.resources import files
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from biggerpie.lessons.command_line import main

NAME = "王小明-şĞ-\N{ZERO WIDTH SPACE}"
COMMANDS = [
    ["course", "{folder}/{name}"],
    ["course", "{folder}/full-{name}"],
    ["grade", NAME, "--course", "{folder}/full-{name}"],
    ["show", NAME, "--course", "{folder}/full-{name}", "--no-browser"],
    ["show", "--all", NAME, "--course", "{folder}/full-{name}", "--no-browser"],
    ["copying", NAME, "--course", "{folder}/full-{name}"],
    ["start", "{folder}/file-{name}"],
    ["course", "x", "--demo", NAME],
    [NAME],
]


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp437"])
@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_a_terminal_that_lacks_letters_shows_their_numbers(words, encoding, tmp_path, monkeypatch):
    (tmp_path / f"full-{NAME}" / "source" / NAME).mkdir(parents=True)
    (tmp_path / f"file-{NAME}").write_text("mine")
    out, err = (TextIOWrapper(BytesIO(), encoding=encoding) for _ in range(2))
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    try:
        main([word.format(folder=tmp_path, name=NAME) for word in words])
    except SystemExit as ended:
        assert ended.code == 2
    said = b""
    for stream in (out, err):
        stream.flush()
        said += stream.buffer.getvalue()
    assert b"Traceback" not in said
    assert rb"\u738b" in said


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_the_command_itself_works_on_such_a_terminal(encoding, tmp_path):
    done = subprocess.run(
        [Path(sys.executable).parent / "biggerpie", "course", tmp_path / NAME],
        env={**os.environ, "PYTHONIOENCODING": encoding},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert rb"\u738b" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells a pipe that nobody reads in another way")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_whoever_reads_may_stop_early(unbuffered):
    """As `| head` does: nobody is told that a file could not be used."""
    case = files("biggerpie.negotiation").joinpath("cases", "apple-juice.toml")
    read, write = os.pipe()
    os.close(read)
    command = [Path(sys.executable).parent / "biggerpie", "case", "check", str(case)]
    env = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    done = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, env=env, text=True, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (0, "")
