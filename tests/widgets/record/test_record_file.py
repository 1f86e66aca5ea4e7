"""The record's file: whole at any moment, and shared by several writers."""

import json
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from biggerpie.widgets.record import FILE, Record
from biggerpie.widgets.record.entries import from_data
from biggerpie.widgets.record.record_file import RecordFile

from .kept import KEY, kept

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


def writer(path: Path, name: str, times: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(path), name, str(times)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


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
