"""What is odd about the time of a submission: none, where it matters, or one that cannot be."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from ..dates.telling import utc_now, written
from ..dates.zones import Zone
from .time_stamps import TIMESTAMP

NO_STAMP = f"no time stamp ({TIMESTAMP}), so it counts as in time."
CLOCKS_DIFFER = timedelta(minutes=10)


def time_doubts(time: datetime | None, due: datetime | None, begun: str, zone: Zone) -> Iterator[str]:
    """Yield a sentence where a time is missing, lies ahead, or before the day on which the exercise was generated.

    `time` and `due` are in UTC, `begun` is a day such as '2026-10-01' or "".
    """
    if time is None:
        if due is not None:
            yield NO_STAMP
    elif time > utc_now() + CLOCKS_DIFFER:
        yield f"{TIMESTAMP} names a time that is still to come ({written(time, zone)}); see where it comes from."
    elif begun and f"{time:%Y-%m-%d}" < begun:
        yield (
            f"{TIMESTAMP} names a time ({written(time, zone)}) before the exercise was generated on {begun}; see where "
            "it comes from."
        )
