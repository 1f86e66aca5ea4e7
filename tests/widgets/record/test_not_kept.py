"""Where the record cannot be written, that is told until it can, and what was there stays."""

import json
import time

import pytest
from biggerpie.widgets.record import FILE, Record
from biggerpie.widgets.record import record as module
from biggerpie.widgets.record.entries import Entry, moment
from biggerpie.widgets.record.record_file import LARGEST, RecordFile

from .kept import KEY, kept


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
