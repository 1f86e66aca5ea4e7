"""The time in a downloaded file's name."""

import re
from datetime import datetime

from ..submission.times import read_time


def upload_time(text: str) -> datetime | None:
    """Return the time that a learning platform wrote into a name, whose parts it may join by anything."""
    parts = re.fullmatch(r"([0-9]{4})\D?([0-9]{2})\D?([0-9]{2})\D?([0-9]{2})\D?([0-9]{2})\D?([0-9]{2})?", text)
    if parts is None:
        return read_time(text)
    year, month, day, hour, minute, second = parts.groups("00")
    return read_time(f"{year}-{month}-{day} {hour}:{minute}:{second}")
