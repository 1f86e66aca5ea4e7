"""A submission's time stamp: in nbgrader's own form, and of the exchange's time where it came from there."""

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from nbgrader.coursedir import CourseDirectory

from ..atomic_files import write_whole
from ..submission.set_aside import SetAside
from ..submission.times import is_as_written, read_time, written_time

TIMESTAMP = "timestamp.txt"
LONGEST_TIMESTAMP = 100  # in bytes


def time_of(folder: Path | str) -> datetime | None:
    """Return the time in UTC that a submission's stamp tells, None where it tells none that can be read."""
    return read_time(_text(Path(folder, TIMESTAMP)))


def settled_stamp(folder: Path, aside: SetAside, time: datetime | None) -> Iterator[str]:
    """Write the stamp in nbgrader's form, or set an unreadable one aside; `time` is the exchange's."""
    stamp, own = folder / TIMESTAMP, time_of(folder)
    if os.path.lexists(stamp) and (own is None or (time is not None and own != time)):
        aside.take(stamp, folder)
        why = "holds no time that can be read" if own is None else f"names another time ({own:%Y-%m-%d %H:%M} UTC)"
        then = "the submission counts as in time" if time is None else f"{time:%Y-%m-%d %H:%M} UTC counts"
        yield f"{TIMESTAMP} {why}, so it was moved to {aside.name!r}, and {then}."
    wanted = time or own
    if wanted is not None and not (own == wanted and is_as_written(_text(stamp))):
        write_whole(stamp, written_time(wanted).encode())


def read_strictly() -> None:
    """Let nbgrader itself, which reads stamps before any hook, read them by the kit's pattern only."""
    CourseDirectory.get_existing_timestamp = _existing


def _existing(_: CourseDirectory, dest_path: str) -> datetime | None:
    return time_of(dest_path)


def _text(stamp: Path) -> str:
    try:
        if not stamp.is_file() or stamp.stat().st_size > LONGEST_TIMESTAMP:
            return ""
        return stamp.read_text("ascii").strip(" \t\r\n")
    except (OSError, ValueError):
        return ""
