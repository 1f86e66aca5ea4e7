"""The record's file: whole at any moment, shared by several writers, and never lost when it cannot be read."""

import json
import signal
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from biggerpie.widgets.record import FILE, Record
from biggerpie.widgets.record import record as module
from biggerpie.widgets.record.entries import MOMENT, Entry, State, as_data, from_data, merged, moment
from biggerpie.widgets.record.record_file import LARGEST, RecordFile, parsed

KEY = ("lesson", "place", "kind")
AHEAD = "2093-01-01T00:00:00.000000Z"
WRITER = """
import sys
from pathlib import Path
from biggerpie.widgets.record import Record
record = Record(Path(sys.argv[1]))
print("ready", flush=True)
for number in range(int(sys.argv[3])):
    record.put(("lesson", sys.argv[2], f"kind {number}"), {"number": number, "text": "x" * 200}, None)
    record.save()
"""


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / FILE


def writer(path: Path, name: str, times: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(path), name, str(times)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def kept(path: Path, key: tuple[str, str, str] = KEY) -> Entry | None:
    return Record(path).entry(key)


def test_a_change_is_in_the_file_within_a_second(path):
    record = Record(path)
    record.put(KEY, {"a": 1}, None)
    deadline = time.monotonic() + 1
    while not path.exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    found = kept(path)
    assert found is not None
    assert found.state == {"a": 1}


def test_many_changes_at_once_are_written_together(path, monkeypatch):
    written = []
    whole = RecordFile.write
    monkeypatch.setattr(RecordFile, "write", lambda file, entries: written.append(1) or whole(file, entries))
    record = Record(path)
    for number in range(100):
        record.put(KEY, {"a": number}, None)
    record.close()
    assert len(written) == 1
    found = kept(path)
    assert found is not None
    assert found.state == {"a": 99}


def test_what_was_not_written_yet_is_written_when_the_kernel_ends(path):
    code = f"""
from pathlib import Path
from biggerpie.widgets.record import Record
Record(Path({str(path)!r})).put({KEY!r}, {{"a": 1}}, None)
"""
    subprocess.run([sys.executable, "-c", code], check=True)
    assert kept(path) is not None


def test_the_file_is_readable_for_people_and_in_a_fixed_order(path):
    record = Record(path)
    record.put(("b", "place", "kind"), {"z": "Grüße, 你好", "a": [1]}, None)
    record.put(("a", "place", "kind"), {"a": 1}, {"a": 0})
    record.close()
    text = path.read_text(encoding="utf-8")
    assert "Grüße, 你好" in text
    assert text.index('"a": {') < text.index('"b": {')
    assert text.index('"a": [') < text.index('"z": "')
    assert len(text.splitlines()) > 10


def test_half_a_character_is_written_as_a_question_mark(path):
    record = Record(path)
    record.put(KEY, {"a": "x\ud800"}, None)
    record.close()
    found = kept(path)
    assert found is not None
    assert found.state == {"a": "x?"}
    assert record.save() is False


def test_of_two_kernels_the_newest_change_of_each_entry_stays(path):
    one, other = Record(path), Record(path)
    one.put(KEY, {"a": 1}, None)
    one.put(("lesson", "place", "mine"), {"a": 1}, None)
    other.put(KEY, {"a": 2}, None)
    other.put(("lesson", "place", "other"), {"a": 2}, None)
    for record in (one, other, one):
        record.close()
    data = json.loads(path.read_text(encoding="utf-8"))["lessons"]["lesson"]["place"]
    assert {kind: entry["state"]["a"] for kind, entry in data.items()} == {"kind": 2, "mine": 1, "other": 2}
    one.close()
    other.close()


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


def test_merging_is_the_same_in_whatever_order():
    one, other = {KEY: Entry(moment(), {"a": 1})}, {KEY: Entry(moment(), {"a": 2}, {"a": 0})}
    alike = {KEY: Entry(one[KEY].at, {"a": 3})}
    assert merged(one, other) == merged(other, one) == other
    assert merged(one, alike) == merged(alike, one) == alike


def test_a_moment_is_the_time_in_utc():
    assert MOMENT.fullmatch(moment())
    assert moment()[:13] == datetime.now(UTC).isoformat()[:13]


def test_four_writers_at_once_lose_nothing(path):
    writers = [writer(path, f"place-{number}", 15) for number in range(4)]
    for one in writers:
        one.communicate(timeout=120)
    assert [one.returncode for one in writers] == [0] * 4
    places = json.loads(path.read_text(encoding="utf-8"))["lessons"]["lesson"]
    assert {place: len(kinds) for place, kinds in places.items()} == {f"place-{number}": 15 for number in range(4)}
    assert [file.name for file in path.parent.iterdir()] == [FILE]


def test_two_threads_of_a_kernel_lose_nothing(path):
    record = Record(path)

    def write(name: str) -> None:
        for number in range(50):
            record.put(("lesson", name, f"kind {number}"), {"a": number}, None)

    threads = [threading.Thread(target=write, args=(name,)) for name in ("one", "other")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    record.close()
    places = json.loads(path.read_text(encoding="utf-8"))["lessons"]["lesson"]
    assert [len(kinds) for kinds in places.values()] == [50, 50]


@pytest.mark.skipif(sys.platform == "win32", reason="nothing there ends a process in this way")
def test_a_kernel_killed_while_it_writes_leaves_a_whole_file(path):
    for attempt in range(4):
        process = writer(path, "place", 100_000)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.03 * (attempt + 1))
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        if path.exists():
            from_data(json.loads(path.read_text(encoding="utf-8")))
    assert Record(path).entry(("lesson", "place", "kind 0")) is not None
    assert not [file.name for file in path.parent.iterdir() if "put-aside" in file.name]


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


class Told:
    """A learner's page."""

    def __init__(self) -> None:
        """Nothing was told yet."""
        self.times = 0

    def tell(self) -> None:
        """Count."""
        self.times += 1


def test_where_nothing_can_be_written_it_is_told_until_it_can(path):
    record, page = Record(path), Told()
    record.listen(page)
    path.mkdir()
    record.put(KEY, {"a": 1}, None)
    record.close()
    record.close()
    assert record.trouble is not None
    assert (record.trouble.sentence, page.times) == ("record_not_kept", 1)
    path.rmdir()
    record.save()
    assert (record.trouble, page.times) == (None, 2)
    assert kept(path) is not None


def test_what_could_not_be_written_is_tried_again_by_itself(path, monkeypatch):
    monkeypatch.setattr(module, "AGAIN", 0.1)
    record = Record(path)
    path.mkdir()
    record.put(KEY, {"a": 1}, None)
    deadline = time.monotonic() + 10
    while record.trouble is None and time.monotonic() < deadline:
        time.sleep(0.01)
    path.rmdir()
    while record.trouble is not None and time.monotonic() < deadline:
        time.sleep(0.01)
    found = kept(path)
    assert found is not None
    assert found.state == {"a": 1}


def test_a_full_disk_leaves_the_old_file_whole_and_is_told(path, monkeypatch):
    record = Record(path)
    record.put(KEY, {"a": 1}, None)
    record.close()
    before = path.read_bytes()

    def full(*_):
        raise OSError("no space left")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        record.put(KEY, {"a": 2}, None)
        record.close()
        assert record.trouble is not None
        assert path.read_bytes() == before
        assert [file.name for file in path.parent.iterdir()] == [FILE]
    record.close()
    found = kept(path)
    assert found is not None
    assert (found.state, record.trouble) == ({"a": 2}, None)


def test_nothing_is_read_or_written_through_a_link(path):
    elsewhere = path.with_name("elsewhere.json")
    elsewhere.write_text(json.dumps({"version": 1, "lessons": {}}), encoding="utf-8")
    try:
        path.symlink_to(elsewhere)
    except OSError:
        pytest.skip("this system lets nobody make a link")
    before = elsewhere.read_bytes()
    record = Record(path)
    record.put(KEY, {"a": 1}, None)
    record.close()
    assert record.trouble is not None
    assert elsewhere.read_bytes() == before


def test_a_record_that_could_not_be_read_again_is_not_written(path):
    entry = Entry(moment(), {"text": "x"})
    assert RecordFile(path).write({KEY: entry})
    before = path.read_bytes()
    file = RecordFile(path)
    together = {**file.read(), ("lesson", "other", "kind"): Entry(moment(), {"text": "x" * LARGEST})}
    with pytest.raises(OSError, match="too large"):
        file.write(together)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "value", ["NaN", "-Infinity", "1e999", "9" * 5000, "[" * 5000 + "]" * 5000, "[" * 990 + "]" * 990]
)
def test_what_no_record_can_keep_is_refused(value):
    with pytest.raises(ValueError, match=r"number|digits|deep"):
        parsed(f'{{"state": {value}}}')
