"""The files beside a submitted notebook, put in order before nbgrader copies and reads them."""

from pathlib import Path
from typing import Any

from nbgrader.utils import parse_utc

TIMESTAMP = "timestamp.txt"
LONGEST_TIMESTAMP = 100


def tidy_submission(*, notebooks: list[str], **_: Any) -> None:
    """Take links and pipes out of a submission, and set aside a time stamp that nbgrader cannot read.

    nbgrader's hook before it converts a submission. A link could lead to the gradebook, which would then be
    copied into the student's feedback; a pipe would stop the run; without a time stamp nothing is late.
    """
    for folder in {Path(notebook).parent for notebook in notebooks}:
        for path in folder.rglob("*"):
            if path.is_symlink() or not (path.is_file() or path.is_dir()):
                path.unlink()
        stamp = folder / TIMESTAMP
        if stamp.exists() and not _is_readable(stamp):
            stamp.rename(folder / f"{TIMESTAMP}.unreadable")


def _is_readable(stamp: Path) -> bool:
    try:
        text = stamp.read_text(encoding="utf-8").strip()
        return len(text) <= LONGEST_TIMESTAMP and parse_utc(text) is not None
    except (OSError, ValueError, OverflowError):
        return False
