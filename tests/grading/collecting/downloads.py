"""What an instructor downloads from a learning platform."""

import zipfile
from pathlib import Path

from .exchange import EXERCISE, configure

REGEXP = r".*_(?P<student_id>\w+)_attempt_(?P<timestamp>[0-9\-]+)_(?P<file_id>\w+)"


def downloaded(course: Path, regexp: str = REGEXP) -> Path:
    """The folder for what was downloaded from a learning platform that names files as `regexp` says."""
    archive = course / "downloaded" / EXERCISE / "archive"
    archive.mkdir(parents=True)
    configure(course, f"c.FileNameCollectorPlugin.named_regexp = r'{regexp}'\n")
    return archive


def packed(archive: Path, **members: str) -> Path:
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in members.items():
            zipped.writestr(name, content)
    return archive


def upload(student: str, name: str, day: int = 15) -> str:
    return f"hw_{student}_attempt_2030-01-{day}-09-00-00_{name}"
