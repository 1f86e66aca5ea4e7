"""The one reader of dates and times: what has two meanings, or none, is refused in one sentence.

dateutil, with which nbgrader reads them, takes '05.12.2026' for 12 May, '+0100' for a hundred seconds and 'PST' for
UTC, and opens whatever file is named as the zone.
"""

import re
from datetime import UTC, datetime, timedelta, tzinfo

from ...negotiation import NegotiationError
from .zones import distance_from_utc, in_utc, zone_named

YEARS = range(1970, 2101)
MONTHS = 12
LONGEST = 60
EXAMPLE = "such as '2026-12-05 23:59'"
_MOMENT = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})(?:[ T](?P<clock>[0-9]{2}:[0-9]{2})(?P<seconds>:[0-9]{2})?"
    r"(?:\.(?P<fraction>[0-9]{1,9}))?)?(?: ?(?P<zone>[A-Za-z+-][A-Za-z0-9_/:+-]*))?"
)
_DAY_OR_MONTH_FIRST = re.compile(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-][0-9]{2,4}\b.*")
_SPAN = re.compile(r"([0-9]{1,4}) ?([hdw])")
_SPANS = re.compile(rf"{_SPAN.pattern}(?: ?{_SPAN.pattern})*")
_UNITS = {"h": "hours", "d": "days", "w": "weeks"}


def read_moment(text: str, zone: tzinfo | None) -> datetime:
    """Return the moment that a text names, in UTC and without a zone, as nbgrader keeps it.

    `zone` is meant where the text names none; with None it must name one. Raises NegotiationError with one sentence
    where the text has no meaning or two.
    """
    found = _MOMENT.fullmatch(text)
    if found is None:
        raise NegotiationError(_not_understood(text))
    local = _local(text, found)
    if not found["clock"]:
        raise NegotiationError(f"{_shown(text)} names a day and no time of it; write both, {EXAMPLE}.")
    named = found["zone"]
    rules = zone_named(named) if named else zone
    if rules is None and not named:
        raise NegotiationError(
            f"{_shown(text)} names no time zone; add its name, such as Europe/Berlin, or the distance from UTC, such "
            "as +01:00."
        )
    if rules is None:
        raise NegotiationError(
            f"{_shown(text)}: {named[:LONGEST]!r} is not the name of one time zone; write a name such as "
            "'Europe/Berlin', or the distance from UTC, such as '+01:00'."
        )
    _require_one_meaning(text, local, rules)
    return in_utc(local, rules)


def read_span(text: str) -> timedelta | None:
    """Return the time that a text such as '36h', '2d' or '1w 2d' names; None where it is no such text."""
    if not _SPANS.fullmatch(text):
        return None
    return sum((timedelta(**{_UNITS[unit]: int(count)}) for count, unit in _SPAN.findall(text)), timedelta())


def _local(text: str, found: re.Match[str]) -> datetime:
    micro = (found["fraction"] or "0")[:6].ljust(6, "0")
    clock = found["clock"] or "00:00"
    if clock >= "24":
        raise NegotiationError(
            f"{_shown(text)}: the hours of a day end at 23:59; write that, or 00:00 of the next one."
        )
    try:
        local = datetime.fromisoformat(f"{found['day']}T{clock}{found['seconds'] or ':00'}.{micro}")
    except ValueError:
        local = None
    if local is None or local.year not in YEARS:
        raise NegotiationError(f"{_shown(text)} is in no calendar from {YEARS.start} to {YEARS.stop - 1}; correct it.")
    return local


def _require_one_meaning(text: str, local: datetime, rules: tzinfo) -> None:
    """Raise NegotiationError where clocks are set back or forward over a time."""
    first, second = (local.replace(tzinfo=rules, fold=fold) for fold in (0, 1))
    if first.utcoffset() == second.utcoffset():
        return
    if first.astimezone(UTC).astimezone(rules).replace(tzinfo=None) != local:
        raise NegotiationError(f"{_shown(text)} does not exist: clocks are set forward over it; write another time.")
    raise NegotiationError(
        f"{_shown(text)} comes twice, for clocks are set back then; add the distance from UTC, "
        f"{distance_from_utc(first)} for the first or {distance_from_utc(second)} for the second."
    )


def _not_understood(text: str) -> str:
    found = _DAY_OR_MONTH_FIRST.fullmatch(text)
    if found and all(int(number) <= MONTHS for number in found.groups()):
        return (
            f"{_shown(text)} has two meanings, for some write the day first and some the month; write the year, the "
            f"month, the day and the time, {EXAMPLE}."
        )
    return f"{_shown(text)} is not understood as a date; write the year, the month, the day and the time, {EXAMPLE}."


def _shown(text: str) -> str:
    return ascii(text if len(text) <= LONGEST else f"{text[:LONGEST]}...")
