"""What a record holds: for each simulation of a lesson its state, and when the learner changed it last."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import chain
from typing import Any

from ...negotiation.letters import whole_letters

VERSION = 1
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")
FORM = "%Y-%m-%dT%H:%M:%S.%fZ"
EARLIEST, LATEST = datetime(2000, 1, 1, tzinfo=UTC), datetime(2099, 1, 1, tzinfo=UTC)
"""Between these a clock is believed: a machine without a battery says that it's 1970, a wrong one any year to come."""
TOO_LATE = LATEST + timedelta(days=1)
"""On the day before, changes are only counted, a microsecond each; so what is of this moment or later is no count."""

Key = tuple[str, str, str]
"""The lesson, the place in it, and the kind of simulation with what it is about."""
State = dict[str, Any]
"""A simulation's state as plain data, by name."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A simulation's state; `at`, when that was (UTC); `before`, what stood there until the learner started afresh."""

    at: str
    state: State
    before: State | None = None


Entries = dict[Key, Entry]


class NewerRecordError(ValueError):
    """The record was written by a newer kit."""


def moment(after: str = "") -> str:
    """Return the time now, as an entry holds it; later than `after`, whatever another machine's clock said."""
    now = min(max(datetime.now(UTC), EARLIEST), LATEST)
    if after:
        now = max(now, datetime.strptime(after, FORM).replace(tzinfo=UTC) + timedelta(microseconds=1))
    return now.strftime(FORM)


def in_whole_letters(state: State) -> State:
    """Return a state as a file can hold it: half a letter, as a browser may cut it, becomes a question mark."""
    whole: State = json.loads(whole_letters(json.dumps(state, ensure_ascii=False)))
    return whole


def merged(some: Mapping[Key, Entry], others: Mapping[Key, Entry]) -> Entries:
    """Return what both hold; of two entries with one key the newer."""
    together: Entries = {}
    for key, entry in chain(some.items(), others.items()):
        together[key] = max(together.get(key, entry), entry, key=_age)
    return together


def _age(entry: Entry) -> tuple[str, str]:
    """Return what entries are ordered by, such that two that are unlike never count as equally old."""
    return entry.at, json.dumps([entry.state, entry.before], sort_keys=True)


def as_data(entries: Mapping[Key, Entry]) -> dict[str, Any]:
    """Return the entries as a record's file holds them: by lesson, place and kind."""
    lessons: dict[str, dict[str, dict[str, Any]]] = {}
    for (lesson, place, kind), entry in entries.items():
        told: dict[str, Any] = {"at": entry.at, "state": entry.state}
        told |= {} if entry.before is None else {"before": entry.before}
        lessons.setdefault(lesson, {}).setdefault(place, {})[kind] = told
    return {"version": VERSION, "lessons": lessons}


def from_data(data: Any) -> Entries:
    """Return the entries of a record's data.

    Raises NewerRecordError where a newer kit wrote it, ValueError where it is no record.
    """
    version = data.get("version") if isinstance(data, dict) else None
    if type(version) is int and version > VERSION:
        raise NewerRecordError
    if version != VERSION or set(data) != {"version", "lessons"}:
        raise ValueError("a record has a version and lessons.")
    return {
        (lesson, place, kind): _entry(told)
        for lesson, places in _named(data["lessons"])
        for place, kinds in _named(places)
        for kind, told in _named(kinds)
    }


def _named(data: Any) -> list[tuple[str, Any]]:
    if not isinstance(data, dict):
        raise ValueError("lessons, places and kinds have names.")  # noqa: TRY004  # what a file holds is a value
    return list(data.items())


def _entry(told: Any) -> Entry:
    if not isinstance(told, dict) or not {"at", "state"} <= set(told) <= {"at", "state", "before"}:
        raise ValueError("an entry has a time and a state.")
    at, state, before = told["at"], told["state"], told.get("before")
    if not isinstance(at, str) or not MOMENT.fullmatch(at):
        raise ValueError("an entry's time is written like 2026-11-26T16:20:00.000000Z.")
    if not isinstance(state, dict) or not isinstance(before, dict | None):
        raise ValueError("a state has names.")  # noqa: TRY004
    return Entry(_believed(at), state, before)


def _believed(at: str) -> str:
    """Return the time that an entry counts as being of; raise ValueError for 30 February."""
    told = datetime.strptime(at, FORM).replace(tzinfo=UTC)
    return (LATEST if told >= TOO_LATE else max(told, EARLIEST)).strftime(FORM)
