"""Time zones: that of the course or of this computer, and one that a text names."""

import re
import warnings
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from tzlocal import get_localzone

from ...negotiation import NegotiationError

SETTING = "c.CourseDates.zone"
NAMED = re.compile(r"[A-Z][A-Za-z]+(?:/[A-Za-z][A-Za-z0-9_+-]*){1,2}")
OFFSET = re.compile(r"(?P<sign>[+-])(?P<hours>[01][0-9]):?(?P<minutes>[0-5][0-9])")
_UTC_NAMES = {"UTC", "Z", "GMT", "Etc/UTC"}


@dataclass(frozen=True, slots=True)
class Zone:
    """The zone in which dates without one are read and all are told, and whether nobody has chosen it."""

    rules: tzinfo
    is_assumed: bool = False

    def local(self, moment: datetime) -> datetime:
        """Return a moment, given in UTC and without a zone, by this zone's clocks."""
        return moment.replace(tzinfo=UTC).astimezone(self.rules)

    def name_at(self, moment: datetime) -> str:
        """Return how to call the zone; where only its clocks are known, by their distance from UTC."""
        key = getattr(self.rules, "key", None)
        if self.rules is UTC or key in _UTC_NAMES:
            return "UTC"
        return key if key and NAMED.fullmatch(key) else f"UTC{distance_from_utc(self.local(moment))}"


def in_utc(local: datetime, rules: tzinfo) -> datetime:
    """Return a time of a zone's clocks as a moment in UTC, without a zone: what `Zone.local` is given."""
    return local.replace(tzinfo=rules).astimezone(UTC).replace(tzinfo=None)


def distance_from_utc(local: datetime) -> str:
    """Return how far a time's zone is ahead of UTC, such as '+01:00'."""
    return local.isoformat(timespec="minutes")[len("2026-12-05T23:59") :]


def zone_named(name: str) -> tzinfo | None:
    """Return the zone of a name such as 'Europe/Berlin', 'UTC' or '+01:00'; None where it names none, or several.

    A student may have written it: only a name of the list of zones is looked up.
    """
    if name in _UTC_NAMES:
        return UTC
    if offset := OFFSET.fullmatch(name):
        ahead = timedelta(hours=int(offset["hours"]), minutes=int(offset["minutes"]))
        return timezone(-ahead if offset["sign"] == "-" else ahead)
    if not NAMED.fullmatch(name):
        return None
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # a folder or a list among the zones' files is none
        return None


def chosen_zone(name: str) -> Zone:
    """Return the zone that the course's settings name, this computer's where they name none."""
    if not name:
        return Zone(_of_this_computer(), is_assumed=True)
    if rules := zone_named(name):
        return Zone(rules)
    raise NegotiationError(
        f"{SETTING} = {name!r} in nbgrader_config.py names no time zone; write one such as 'Europe/Berlin'."
    )


def _of_this_computer() -> tzinfo:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # where nothing is configured it is UTC, and told
            return get_localzone()
    except (KeyError, ValueError, OSError):
        raise NegotiationError(
            f"this computer does not tell its time zone; write {SETTING} = 'Europe/Berlin', or your own, into "
            "nbgrader_config.py."
        ) from None
