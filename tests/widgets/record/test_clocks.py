"""Of two changes the newer stays, also where a machine's clock is ahead or has stopped."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from biggerpie.widgets.record import FILE, Record
from biggerpie.widgets.record.entries import MOMENT, Entry, State, merged, moment
from biggerpie.widgets.record.record_file import RecordFile

from .kept import KEY, kept

AHEAD = "2093-01-01T00:00:00.000000Z"


def test_an_entry_of_a_machine_whose_clock_is_ahead_is_still_followed_by_what_is_done_next(path):
    RecordFile(path).write({KEY: Entry(AHEAD, {"a": 1})})
    record = Record(path)
    record.put(KEY, {"a": 2}, None)
    record.close()
    found = kept(path)
    assert found is not None
    assert found.state == {"a": 2}
    assert found.at > AHEAD


def written_elsewhere(path: Path, state: State) -> None:
    """Let a machine whose clock is ahead write an entry."""
    file = RecordFile(path)
    file.read()
    assert file.write({KEY: Entry(AHEAD, state)})


def test_what_is_done_beside_a_machine_whose_clock_is_ahead_is_kept(path):
    record = Record(path)
    record.put(KEY, {"a": 1}, None)
    record.close()
    written_elsewhere(path, {"a": 2})
    record.put(KEY, {"a": 3}, None)
    record.close()
    found = kept(path)
    assert found is not None
    assert found.state == {"a": 3}


def test_what_such_a_machine_does_later_is_not_undone(path):
    record = Record(path)
    record.put(KEY, {"a": 1}, None)
    record.close()
    written_elsewhere(path, {"a": 2})
    record.put(("lesson", "place", "other"), {"a": 1}, None)
    record.close()
    found = kept(path)
    assert found is not None
    assert found.state == {"a": 2}


class LostClock(datetime):
    """The time on a machine whose battery is empty."""

    @classmethod
    def now(cls, tz=None):
        """Believe in the beginning of computers' time."""
        return datetime(1970, 1, 1, tzinfo=tz)


def test_a_machine_that_has_lost_its_clock_keeps_what_is_done_beside_what_was(path, monkeypatch):
    other = ("lesson", "place", "other")
    RecordFile(path).write({other: Entry(moment(), {"a": 1})})
    monkeypatch.setattr("biggerpie.widgets.record.entries.datetime", LostClock)
    record = Record(path)
    record.put(KEY, {"a": 2}, None)
    record.close()
    record.close()
    assert [file.name for file in path.parent.iterdir()] == [FILE]
    assert {key: entry.state for key, entry in Record(path).all().items()} == {other: {"a": 1}, KEY: {"a": 2}}


@pytest.mark.parametrize(
    "at", ["2099-12-31T23:59:59.999999Z", "2106-02-07T06:28:15.000000Z", "9999-12-31T23:59:59.999999Z"]
)
def test_a_record_that_names_a_time_far_ahead_is_kept_and_goes_on(path, at):
    other = ("lesson", "place", "other")
    entry, older = {"at": at, "state": {"a": 0}}, {"at": "2026-11-26T16:20:00.000000Z", "state": {"a": 9}}
    lessons = {"lesson": {"place": {KEY[2]: entry, other[2]: older}}}
    path.write_text(json.dumps({"version": 1, "lessons": lessons}), encoding="utf-8")
    for number in (3, 2, 1):
        record = Record(path)
        record.put(KEY, {"a": number}, None)
        record.close()
        assert {key: one.state for key, one in Record(path).all().items()} == {KEY: {"a": number}, other: {"a": 9}}
    assert [file.name for file in path.parent.iterdir()] == [FILE]


class FastClock(datetime):
    """The time on a machine whose clock has run over."""

    @classmethod
    def now(cls, tz=None):
        """Believe in the last second that 32 bits can count."""
        return datetime(2106, 2, 7, 6, 28, 15, tzinfo=tz)


def test_what_is_done_on_a_machine_whose_clock_has_run_over_is_read_again(path, monkeypatch):
    monkeypatch.setattr("biggerpie.widgets.record.entries.datetime", FastClock)
    for number in (3, 2, 1):
        record = Record(path)
        record.put(KEY, {"a": number}, None)
        record.close()
        found = kept(path)
        assert found is not None
        assert found.state == {"a": number}
    assert [file.name for file in path.parent.iterdir()] == [FILE]


def test_merging_is_the_same_in_whatever_order():
    one, other = {KEY: Entry(moment(), {"a": 1})}, {KEY: Entry(moment(), {"a": 2}, {"a": 0})}
    alike = {KEY: Entry(one[KEY].at, {"a": 3})}
    assert merged(one, other) == merged(other, one) == other
    assert merged(one, alike) == merged(alike, one) == alike


def test_a_moment_is_the_time_in_utc():
    assert MOMENT.fullmatch(moment())
    assert moment()[:13] == datetime.now(UTC).isoformat()[:13]
