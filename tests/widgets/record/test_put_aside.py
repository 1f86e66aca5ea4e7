"""What is no record, or a newer kit's, is put aside unchanged; what is one is read as it was written."""

import json

import pytest
from biggerpie.widgets.record import FILE, Record
from biggerpie.widgets.record.entries import Entry, as_data, from_data, moment
from biggerpie.widgets.record.record_file import parsed

from .kept import KEY, kept


def entry_with(**parts: object) -> bytes:
    entry = {"at": "2026-11-26T16:20:00.000000Z", "state": {}, **parts}
    return json.dumps({"version": 1, "lessons": {"a": {"b": {"c": entry}}}}).encode()


BROKEN = {
    "half written": b'{"version": 1, "les',
    "empty": b"",
    "not text": b"\xff\xfe\x00",
    "nested too deeply": b"[" * 150_000,
    "too large": b" " * 5_000_000,
    "a list": b"[]",
    "no version": b'{"lessons": {}}',
    "an older version than there ever was": b'{"version": 0, "lessons": {}}',
    "a version that is a truth": b'{"version": true, "lessons": []}',
    "more than a record": b'{"version": 1, "lessons": {}, "more": 1}',
    "lessons in a list": b'{"version": 1, "lessons": []}',
    "a lesson that is a text": b'{"version": 1, "lessons": {"a": "b"}}',
    "an entry without a time": b'{"version": 1, "lessons": {"a": {"b": {"c": {"state": {}}}}}}',
    "a time that is none": entry_with(at="yesterday"),
    "30 February": entry_with(at="2026-02-30T16:20:00.000000Z"),
    "a state that is a list": entry_with(state=[]),
    "a text before": entry_with(before="x"),
    "a number that is none": b'{"version": 1, "lessons": {"a": {"b": {"c": {"at": NaN, "state": {}}}}}}',
    "a number too long to read": b'{"version": 1' + b"0" * 5000 + b"}",
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_record_is_put_aside_unchanged_with_a_sentence(path, content):
    path.write_bytes(content)
    path.with_name("my-record-put-aside-1.json").write_bytes(b"an earlier one")
    record = Record(path)
    assert record.entry(KEY) is None
    assert record.trouble is not None
    assert record.trouble.sentence == "record_put_aside"
    assert record.trouble.said == {"file": FILE, "aside": "my-record-put-aside-2.json"}
    record.put(KEY, {"a": 1}, None)
    record.close()
    assert kept(path) is not None
    assert path.with_name("my-record-put-aside-2.json").read_bytes() == content
    assert path.with_name("my-record-put-aside-1.json").read_bytes() == b"an earlier one"


def test_the_record_of_a_newer_kit_is_put_aside_and_named_as_one(path):
    path.write_text(json.dumps({"version": 2, "people": []}), encoding="utf-8")
    record = Record(path)
    assert record.entry(KEY) is None
    assert record.trouble is not None
    assert record.trouble.sentence == "record_newer"
    assert json.loads(path.with_name("my-record-put-aside-1.json").read_text(encoding="utf-8"))["version"] == 2


def test_what_a_record_holds_is_read_as_it_was_written():
    entries = {KEY: Entry(moment(), {"a": [1, None, {"b": True}]}, {"a": []}), ("x", "y", "z"): Entry(moment(), {})}
    assert from_data(json.loads(json.dumps(as_data(entries)))) == entries


@pytest.mark.parametrize(
    "value", ["NaN", "-Infinity", "1e999", "9" * 5000, "[" * 5000 + "]" * 5000, "[" * 990 + "]" * 990]
)
def test_what_no_record_can_keep_is_refused(value):
    with pytest.raises(ValueError, match=r"number|digits|deep"):
        parsed(f'{{"state": {value}}}')
