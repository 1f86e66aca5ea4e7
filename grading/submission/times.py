"""Times that a student may have written: read by one strict pattern, so that nothing else reads their text.

dateutil, with which nbgrader reads them, opens whatever file is named as the time zone.
"""

import re
from datetime import UTC, datetime, timedelta, timezone

YEARS = range(1970, 2101)
_TIME = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[ T](?P<clock>[0-9]{2}:[0-9]{2}:[0-9]{2})(?:\.(?P<fraction>[0-9]{1,9}))?"
    r"(?: ?(?:UTC|Z|(?P<sign>[+-])(?P<hours>[0-9]{2}):?(?P<minutes>[0-9]{2})))?"
)
_AS_WRITTEN = re.compile(r"[0-9-]{10} [0-9:]{8}(?:\.[0-9]{1,6})? UTC")


def read_time(text: str) -> datetime | None:
    """Return the time in UTC, without a zone as nbgrader keeps it; None where the text is no time."""
    found = _TIME.fullmatch(text)
    if found is None:
        return None
    offset = timedelta(hours=int(found["hours"] or 0), minutes=int(found["minutes"] or 0))
    micro = (found["fraction"] or "0")[:6].ljust(6, "0")
    try:
        time = datetime.fromisoformat(f"{found['day']}T{found['clock']}.{micro}")
        zone = timezone(-offset if found["sign"] == "-" else offset)
        time = time.replace(tzinfo=zone).astimezone(UTC).replace(tzinfo=None)
    except (ValueError, OverflowError):  # there is no 30th of February, and no zone of 99 hours
        return None
    return time if time.year in YEARS else None


def written_time(time: datetime) -> str:
    """Return a time in UTC as nbgrader writes it."""
    return f"{time:%Y-%m-%d %H:%M:%S.%f} UTC"


def is_as_written(text: str) -> bool:
    """Return whether a readable time is in nbgrader's form already; its exchange finds feedback by that very text."""
    return _AS_WRITTEN.fullmatch(text) is not None
