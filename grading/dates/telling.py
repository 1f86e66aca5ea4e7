"""A moment told as it was understood, so that a wrong one is seen at once."""

from datetime import UTC, datetime, timedelta

from .zones import SETTING, Zone

_MINUTE = timedelta(minutes=1)
_FROM = (("weeks", timedelta(weeks=1), 5), ("days", timedelta(days=1), 2), ("hours", timedelta(hours=1), 2))
"""The units of a distance, and from how many of them on it is told in them."""


def told(moment: datetime, zone: Zone, now: datetime | None = None) -> str:
    """Return a moment in UTC such as 'Saturday 5 December 2026, 23:59 Europe/Berlin, in 9 days'."""
    local = zone.local(moment)
    clock = f"{local:%H:%M:%S}" if local.second else f"{local:%H:%M}"
    day = f"{local:%A} {local.day} {local:%B} {local.year}"
    return f"{day}, {clock} {zone.name_at(moment)}, {_distance(moment - (now or utc_now()))}"


def written(moment: datetime, zone: Zone) -> str:
    """Return a moment in UTC such as '2026-12-05 23:59+01:00', which has one meaning everywhere."""
    local = zone.local(moment).replace(microsecond=0)
    return local.isoformat(" ", "seconds" if local.second else "minutes")


def whose_zone(zone: Zone, moment: datetime) -> str:
    """Return a sentence where nobody has chosen the zone, or ""."""
    if not zone.is_assumed:
        return ""
    return f"{zone.name_at(moment)} is this computer's zone; {SETTING} in nbgrader_config.py sets the course's."


def utc_now() -> datetime:
    """Return the time, in UTC and without a zone."""
    return datetime.now(UTC).replace(tzinfo=None)


def _distance(span: timedelta) -> str:
    size = abs(span)
    if size < _MINUTE:
        return "now"
    words = _in_words(size)
    return f"in {words}" if span > timedelta(0) else f"{words} ago"


def _in_words(size: timedelta) -> str:
    for name, unit, least in _FROM:
        if (count := size // unit) >= least:
            return f"{count} {name}"
    minutes = size // _MINUTE
    return f"{minutes} minutes" if minutes > 1 else "1 minute"
