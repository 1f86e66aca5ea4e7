"""Times that a student may have written, read as everywhere; and in the form in which nbgrader keeps them."""

import re
from datetime import UTC, datetime

from ...negotiation import NegotiationError
from ..dates.reading import read_moment

_AS_WRITTEN = re.compile(r"[0-9-]{10} [0-9:]{8}(?:\.[0-9]{1,6})? UTC")


def read_time(text: str) -> datetime | None:
    """Return the time in UTC, without a zone as nbgrader keeps it; None where the text is no time or has two."""
    try:
        return read_moment(text, UTC)
    except NegotiationError:
        return None


def written_time(time: datetime) -> str:
    """Return a time in UTC as nbgrader writes it."""
    return f"{time:%Y-%m-%d %H:%M:%S.%f} UTC"


def is_as_written(text: str) -> bool:
    """Return whether a readable time is in nbgrader's form already; its exchange finds feedback by that very text."""
    return _AS_WRITTEN.fullmatch(text) is not None
