"""System users for a test, made by root and removed afterwards."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

NEEDED = ("useradd", "userdel")


@contextmanager
def users(names: Sequence[str], homes: Path) -> Iterator[None]:
    """Let these users exist, with home folders that only they can open."""
    if os.name != "posix" or os.geteuid() != 0:
        pytest.skip("needs root, which makes a system user for each student")
    if missing := [program for program in NEEDED if not shutil.which(program)]:
        pytest.skip(f"needs {missing[0]}, which makes a system user for each student")
    homes.mkdir()
    try:
        for name in names:
            options = ["--create-home", "--base-dir", str(homes), "--user-group", "--shell", "/bin/bash"]
            subprocess.run(["useradd", *options, name], check=True, capture_output=True)
            (homes / name).chmod(0o700)
        yield
    finally:
        for name in names:
            subprocess.run(["userdel", "--force", "--remove", name], check=False, capture_output=True)


def run_as(name: str, command: Sequence[str | Path], **options: Any) -> subprocess.CompletedProcess[str]:
    """Run a command as a user, and return what it said."""
    who = {"user": name, "group": name, "extra_groups": []}
    return subprocess.run(command, capture_output=True, text=True, check=False, **who, **options)
