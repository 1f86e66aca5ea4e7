"""A submission's secret, from which nbgrader makes the name of its feedback in the exchange."""

import os
import re
import stat
from pathlib import Path

FILE = "submission_secret.txt"
LONGEST = 256
READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)  # these two are not on Windows
WELL_FORMED = re.compile(rf"[0-9A-Za-z_-]{{32,{LONGEST}}}")
"""nbgrader's own has 128 figures; a short one could be guessed, and with it the feedback be read."""


def secret_in(folder: Path) -> str:
    """Return the secret of a submission, "" where there is none that can be used; no link is followed."""
    try:
        number = os.open(folder / FILE, READ)
    except OSError:
        return ""
    try:
        is_file = stat.S_ISREG(os.fstat(number).st_mode)
        content = os.read(number, LONGEST + 1).decode("ascii", "replace") if is_file else ""
    finally:
        os.close(number)
    return content if WELL_FORMED.fullmatch(content) else ""


def without_secret(folder: Path) -> str:
    """Return what is wrong with the secret of a submission, as a clause, or ""."""
    if secret_in(folder):
        return ""
    is_there = os.path.lexists(folder / FILE)
    return f"{FILE} {'holds no secret of the kind that nbgrader submit writes' if is_there else 'is missing'}"
