"""What a simulation keeps in the learner's record, finds there again, and lets begin afresh."""

from copy import deepcopy
from typing import Any, ClassVar

import anywidget
import traitlets

from ._words import Words
from .record import Entry, Keeper, Key, State, Trouble, record_in
from .record.here import Here, here, nothing_is_kept, numbered

AFRESH, BACK = "afresh", "back"
UNFIT = (traitlets.TraitError, ArithmeticError, LookupError, TypeError, ValueError)


class Keeping(anywidget.AnyWidget):
    """A widget whose state is kept in the learner's record, under the lesson, the cell and the kind.

    Traits: `wish`, the browser's to begin "afresh" or to go "back" to what stood there before; `record`, which of the
    two there is anything to do for, and the `note` that the learner must read.
    """

    remembers: ClassVar[tuple[str, ...]] = ()
    """The traits that are the learner's, in the order in which they may be set one after the other."""

    _settling = False

    record = traitlets.Dict().tag(sync=True)
    wish = traitlets.Enum(("", AFRESH, BACK), "").tag(sync=True)
    words = traitlets.Instance(Words).tag(sync=True)

    def begin_keeping(self, kind: str) -> None:
        """Call the state as it is now the beginning, and let the entry have the name `kind`."""
        self._kind = kind
        self._start = self.state()
        self._before: State | None = None
        self._kept_in: tuple[Keeper, Key] | None = None
        self._unfit: Trouble | None = None
        if self.remembered:
            self.observe(self._changed, list(self.remembered))
            self.tell()

    @property
    def remembered(self) -> tuple[str, ...]:
        """The traits that are kept here; none where the learner's answer stands in a cell."""
        return self.remembers

    def state(self) -> State:
        """Return what the learner did, as plain data."""
        return {name: deepcopy(getattr(self, name)) for name in self.remembered}

    def take_up(self, state: State) -> None:
        """Go from the beginning to this state; raise TraitError, or another of `UNFIT`, for one that is none."""
        for name in self.remembered:
            self._set(name, state[name])

    def drop(self) -> None:
        """Go back to the beginning from whatever state."""
        for name in reversed(self.remembered):
            self._set(name, self._start[name])

    def _set(self, name: str, value: Any) -> None:
        """Set a trait that has another value; a validator may refuse even the one that stands there."""
        if getattr(self, name) != value:
            setattr(self, name, value)

    def draw_again(self) -> None:
        """Draw what was taken up."""

    def find_entry(self) -> None:
        """Look for what the learner did in this place, show it and go on there; outside Jupyter nothing is kept."""
        at = here() if self.remembered and self._kept_in is None else None
        if at is None:
            if self.remembered and self._kept_in is None and nothing_is_kept():
                self._unfit = Trouble("record_nowhere", {})
                self.tell()
            return
        self._kept_in = record, key = self.kept_at(at)
        record.listen(self)
        entry = record.entry(key) or self.older_entry()
        if entry is not None and not self._settled(entry.state):
            self._leave_aside(entry.state, entry.before)
        elif entry is not None:
            self._before = entry.before
        self.tell()

    def _leave_aside(self, state: State, before: State | None) -> None:
        """Keep under another name what this version of the kit cannot show."""
        if self._kept_in:
            record, (lesson, place, kind) = self._kept_in
            aside = f"{kind}, left aside"
            record.put((lesson, place, aside), state, before)
            self._unfit = Trouble("record_unfit", {"kind": aside})

    def kept_at(self, at: Here) -> tuple[Keeper, Key]:
        """Return what keeps this simulation that stands here, and under which key."""
        return record_in(at.folder), (at.lesson, at.place, numbered(self._kind, at))

    def older_entry(self) -> Entry | None:
        """Return what an earlier version of the kit kept elsewhere, None where there is nothing."""
        return None

    def tell(self) -> None:
        """Tell the browser what there is to leave or to go back to, and what the learner must know."""
        trouble = (self._kept_in[0].trouble if self._kept_in else None) or self._unfit
        note = self.words.say(trouble.sentence, **trouble.said) if trouble else ""
        self.record = {AFRESH: self.state() != self._start, BACK: self._before is not None, "note": note}

    def _changed(self, _: Any) -> None:
        if not self._settling:
            self._keep()

    def _keep(self) -> None:
        if self._kept_in:
            record, key = self._kept_in
            record.put(key, self.state(), self._before)
        self.tell()

    @traitlets.observe("wish")
    def _fulfil(self, change: Any) -> None:
        if not change["new"]:
            return
        now, before = self.state(), self._before
        if change["new"] == AFRESH and now != self._start:
            self._settled(self._start)
            self._before = now
            self._keep()
        elif change["new"] == BACK and before is not None:
            if self._settled(before):
                self._before = None if now == self._start else now
            else:
                self._settled(now)
                self._leave_aside(before, None)
                self._before = None
            self._keep()
        self.wish = ""

    def _settled(self, state: State) -> bool:
        """Let this be the state, and return whether it could be; else the beginning is."""
        self._settling = True
        try:
            with self.hold_sync():
                for one in (state, self._start):
                    self.drop()
                    try:
                        self.take_up(deepcopy(one))
                        self.draw_again()
                    except UNFIT:
                        continue
                    return one is state
        finally:
            self._settling = False
        raise AssertionError("the beginning is a state.")
