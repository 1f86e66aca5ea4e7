"""What a record keeps, read again by another one."""

from pathlib import Path

from biggerpie.widgets.record import Record
from biggerpie.widgets.record.entries import Entry

KEY = ("lesson", "place", "kind")


def kept(path: Path, key: tuple[str, str, str] = KEY) -> Entry | None:
    return Record(path).entry(key)
