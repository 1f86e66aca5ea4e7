"""A learner's record while a lesson is open: each change is written within a second, beside what others wrote."""

import atexit
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from threading import Lock, RLock, Timer
from typing import Protocol
from weakref import WeakSet

from .entries import Entries, Entry, Key, NewerRecordError, State, in_whole_letters, merged, moment
from .record_file import RecordFile

FILE = "my-record.json"
SOON, AGAIN = 0.5, 5.0  # seconds until a change is written, and until what could not be written is tried again


@dataclass(frozen=True, slots=True)
class Trouble:
    """What a learner must be told: the name of a sentence among the words, and what it says."""

    sentence: str
    said: dict[str, str] = field(default_factory=dict)


class Listener(Protocol):
    """Who must know when there is trouble with the record, or none any more."""

    def tell(self) -> None:
        """Tell the learner."""


class Keeper(Protocol):
    """What keeps a simulation's state: a record, or a part of one that is kept in another way."""

    @property
    def trouble(self) -> Trouble | None:
        """What the learner must be told of it, None where all is well."""

    def listen(self, listener: Listener) -> None:
        """Let the listener be told when there is trouble, or none any more."""

    def entry(self, key: Key) -> Entry | None:
        """Return what was kept under the key, by whomever, None where nothing was."""

    def put(self, key: Key, state: State, before: State | None) -> None:
        """Keep this under the key."""


class Record:
    """The record in one file, which other tabs and kernels may write as well.

    No lock is needed: before each writing the file is read, of each entry the newest stays, and nothing is written
    where somebody else wrote meanwhile. Half a second later the file is looked at again.
    """

    def __init__(self, path: Path) -> None:
        """Keep the record at `path`; nothing is read or written yet."""
        self._file = RecordFile(path)
        self._own: Entries = {}
        self._unwritten: set[Key] = set()
        self._at_file, self._lock = RLock(), Lock()
        self._timer: Timer | None = None
        self._not_kept = False
        self._aside: Trouble | None = None
        self._listeners: WeakSet[Listener] = WeakSet()
        atexit.register(self.close)

    @property
    def trouble(self) -> Trouble | None:
        """What the learner must be told of the file, None where all is well."""
        return Trouble("record_not_kept", {"file": self._file.path.name}) if self._not_kept else self._aside

    def entry(self, key: Key) -> Entry | None:
        """Return what was kept under the key, by whomever, None where nothing was."""
        return self.all().get(key)

    def entries(self, lesson: str, place: str) -> dict[str, Entry]:
        """Return what was kept in a place of a lesson, by kind, the newest first."""
        found = {key[2]: entry for key, entry in self.all().items() if key[:2] == (lesson, place)}
        return dict(sorted(found.items(), key=lambda kept: kept[1].at, reverse=True))

    def all(self) -> Entries:
        """Return all that was kept, by whomever."""
        with self._at_file:
            there: Entries = {}
            try:
                there = self._read()
            except OSError:
                self._tell(kept=False)
            return merged(there, self._own.copy())

    def put(self, key: Key, state: State, before: State | None) -> None:
        """Keep this under the key; it is written soon, however often that is called until then."""
        there = self._own.get(key) or self.entry(key)
        at = moment(there.at if there else "")
        with self._lock:
            self._own[key] = Entry(at, in_whole_letters(state), before and in_whole_letters(before))
            self._unwritten.add(key)
        self._save_soon()

    def save(self) -> bool:
        """Bring the file and what was put here together, and return whether the file had to be written."""
        with self._at_file:
            try:
                written = self._bring_together()
            except OSError:
                written = False
                self._tell(kept=False)
            else:
                self._tell(kept=True)
            return written

    def close(self) -> None:
        """Write what was not written yet."""
        with self._lock:
            if self._timer is not None:
                self._timer.cancel()
                self._timer = None
        if self._own and self.save():
            self.save()

    def listen(self, listener: Listener) -> None:
        """Let the listener be told when there is trouble with the file, or none any more."""
        self._listeners.add(listener)

    def _bring_together(self) -> bool:
        while True:
            there = self._read()
            together = merged(there, own := self._own_after(there))
            is_written = together != there
            if not is_written or self._file.write(together):
                with self._lock:
                    self._unwritten -= {key for key, entry in own.items() if self._own[key] is entry}
                return is_written

    def _own_after(self, there: Entries) -> Entries:
        """Return what was put here, and what was put since the last writing as newer than all that the file holds.

        An entry of the file that is of the future comes from a machine whose clock is ahead, and was there before.
        """
        with self._lock:
            now = moment()
            for key in self._unwritten & there.keys():
                if there[key].at > max(now, self._own[key].at):
                    self._own[key] = replace(self._own[key], at=moment(there[key].at))
            return self._own.copy()

    def _tell(self, *, kept: bool) -> None:
        """Let those who listen know whether the file can be written, where this has changed."""
        if self._not_kept is kept:
            self._not_kept = not kept
            for listener in list(self._listeners):
                listener.tell()

    def _read(self) -> Entries:
        """Return what the file holds; one that is no record is put aside."""
        try:
            return self._file.read()
        except NewerRecordError:
            sentence = "record_newer"
        except ValueError:
            sentence = "record_put_aside"
        names = {"file": self._file.path.name, "aside": self._file.put_aside()}
        self._aside = Trouble(sentence, names)
        return {}

    def _save_soon(self, after: float = SOON) -> None:
        with self._lock:
            if self._timer is not None:
                return
            self._timer = timer = Timer(after, self._save_and_look_again)
        timer.daemon = True
        try:
            timer.start()
        except RuntimeError:  # Python in a browser has no threads
            self._timer = None
            self.save()

    def _save_and_look_again(self) -> None:
        with self._lock:
            self._timer = None
        if self.save():
            self._save_soon()
        elif self._not_kept:
            self._save_soon(AGAIN)


@lru_cache
def record_in(folder: Path) -> Record:
    """Return the record of the lessons in a folder."""
    return Record(folder / FILE)
