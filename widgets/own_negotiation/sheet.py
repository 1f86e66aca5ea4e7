"""The sheet as the learner's record keeps it: each row is an entry of its own, and belongs to no lesson."""

from collections.abc import Sequence

from ..record import Entry, Key, Record, State, Trouble
from ..record.record import Listener

SHEET: Key = ("own-negotiation", "sheet", "own negotiation")
"""The rows stand beside this key, under their own names."""


class SheetRecord:
    """Some rows of the sheet in a record.

    Only rows that were changed here are written, so pages that are open side by side don't undo each other's.
    """

    def __init__(self, record: Record, rows: Sequence[str]) -> None:
        """Keep these rows in a record; nothing is read or written yet."""
        self._record, self._rows = record, rows
        self._known: dict[str, tuple[State, State | None]] = {}

    @property
    def trouble(self) -> Trouble | None:
        """What the learner must be told of the file, None where all is well."""
        return self._record.trouble

    def listen(self, listener: Listener) -> None:
        """Let the listener be told when there is trouble with the file, or none any more."""
        self._record.listen(listener)

    def entry(self, _: Key = SHEET) -> Entry | None:
        """Return the rows as they are by now, None where nobody wrote any; one that isn't text is empty."""
        kept = self._record.entries(*SHEET[:2])
        found = {row: kept[row] for row in self._rows if row in kept and _is_text(row, kept[row])}
        self._known = {row: (entry.state, entry.before) for row, entry in found.items()}
        if not found:
            return None
        state = {row: found[row].state[row] if row in found else "" for row in self._rows}
        before = {row: entry.before[row] for row, entry in found.items() if entry.before}
        return Entry(max(entry.at for entry in found.values()), state, state | before if before else None)

    def put(self, key: Key, state: State, before: State | None) -> None:
        """Keep what changed of these rows; a key of another name is kept as in any record."""
        if key != SHEET:
            self._record.put(key, state, before)
            return
        for row in self._rows:
            text, earlier = state[row], before[row] if before else state[row]
            now = ({row: text}, None if earlier == text else {row: earlier})
            if now != self._known.get(row, ({row: ""}, None)):
                self._known[row] = now
                self._record.put((*SHEET[:2], row), *now)


def _is_text(row: str, entry: Entry) -> bool:
    """Return whether an entry holds nothing but the row's text, and before it another one or none."""
    states = (entry.state, *([] if entry.before is None else [entry.before]))
    return all(set(state) == {row} and isinstance(state[row], str) for state in states)
