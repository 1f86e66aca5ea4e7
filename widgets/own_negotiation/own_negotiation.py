"""My negotiation: a sheet for a talk of the learner's own, filled row by row as the lessons go on."""

from typing import Any

import traitlets

from .._bundle import module, style
from ..record import Key, record_in
from ..record.here import Here
from ..simulation import Simulation
from .sheet import SHEET, SheetRecord

TALK = "talk"
PREPARED = (TALK, "issues", "alternative", "theirs", "interests", "questions", "options", "opening", "closing")
REPORTED = ("happened", "again")
ROWS = PREPARED + REPORTED
LONGEST = 400


def _row() -> traitlets.Unicode[str, str | bytes]:
    return traitlets.Unicode("").tag(sync=True)


class OwnNegotiation(Simulation):
    """Rows of the sheet to write in; all pages of a folder show and write the same sheet.

    Traits: for each row a text of up to 400 characters, what can't be seen left out; `rows`, the names of those shown;
    `whole`, whether these are all, which can be printed on one page; `about`, what the talk is about, where the row
    that says so is not shown; `looked`, how often the browser has asked to look again, since other pages write rows.
    """

    _esm = module("own_negotiation/own_negotiation.js")
    _css = style("own_negotiation/own_negotiation.css")

    talk = _row()
    issues = _row()
    alternative = _row()
    theirs = _row()
    interests = _row()
    questions = _row()
    options = _row()
    opening = _row()
    closing = _row()
    happened = _row()
    again = _row()

    rows = traitlets.List(traitlets.Unicode()).tag(sync=True)
    whole = traitlets.Bool(default_value=False).tag(sync=True)
    about = traitlets.Unicode("").tag(sync=True)
    longest = traitlets.Int(LONGEST, read_only=True).tag(sync=True)
    looked = traitlets.Int(0, min=0).tag(sync=True)

    def __init__(self, *rows: str) -> None:
        """Show the rows of these names, or the whole sheet; raise ValueError for a name that is none."""
        if unknown := [row for row in rows if row not in ROWS]:
            raise ValueError(f"{unknown[0]!r} is not a row of the sheet; use some of {list(ROWS)}.")
        super().__init__("own_negotiation", rows=list(rows or ROWS), whole=not rows)

    @property
    def remembered(self) -> tuple[str, ...]:
        """The rows that are shown."""
        return tuple(self.rows)

    def kept_at(self, at: Here) -> tuple[SheetRecord, Key]:
        """Return the sheet in the record of a notebook's folder, which is the same in every cell."""
        self._talk = SheetRecord(record_in(at.folder), [TALK])
        return SheetRecord(record_in(at.folder), self.rows), SHEET

    def find_entry(self) -> None:
        """Look for the rows, show them and go on there."""
        super().find_entry()
        self._say_what_it_is_about()

    def caption(self) -> str:
        """Return the rows that say something, a paragraph each."""
        return "\n".join(f"{self.words.say(row)}: {text}" for row in self.rows if (text := getattr(self, row)))

    def _say_what_it_is_about(self) -> None:
        if self._kept_in and TALK not in self.rows and (entry := self._talk.entry()):
            self.about = _readable(entry.state[TALK])

    @traitlets.observe("looked")
    def _look_again(self, _: Any) -> None:
        if not self._kept_in:
            return
        sheet, key = self._kept_in
        entry = sheet.entry(key)
        if entry and (entry.state, entry.before) != (self.state(), self._before) and self._settled(entry.state):
            self._before = entry.before
            self.tell()
        self._say_what_it_is_about()

    @traitlets.validate(*ROWS)
    def _readable_text(self, proposal: Any) -> str:
        return _readable(proposal["value"])


def _readable(text: str) -> str:
    """Return up to 400 characters of a text, without those that can't be seen, such as what turns its direction."""
    return "".join(character for character in text if character.isprintable() or character == "\n")[:LONGEST]
