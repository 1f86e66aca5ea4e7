"""A release stays as it was handed out where generating it again is refused: nbgrader deletes it before it looks."""

import shutil
from pathlib import Path

from nbgrader.converters import GenerateAssignment

from ..class_run.staging import workplace

_stock_start = GenerateAssignment.start


def keep_releases() -> None:
    """Let nbgrader's command, and formgrader's button, put the old release back where no new one was made."""
    GenerateAssignment.start = _start


def _start(converter: GenerateAssignment) -> None:
    places = converter.coursedir
    release = Path(places.format_path(places.release_directory, ".", places.assignment_id))
    if not release.is_dir():
        _stock_start(converter)
        return
    with workplace(Path(places.root)) as work:
        kept = shutil.copytree(release, work / "release", symlinks=True)
        try:
            _stock_start(converter)
        except BaseException:
            if not release.exists():
                kept.rename(release)
            raise
