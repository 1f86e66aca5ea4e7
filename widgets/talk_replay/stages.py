"""The stages of a kept talk: what is to be seen once so many of its messages were said."""

from typing import Any

from ...negotiation.table import debrief, meet
from ...negotiation.table.debrief.steps import TalkStep, offered
from .._words import Words
from ..choosing import issues_of
from ..negotiation_table.dance import dance_table, over_time, paths
from ..negotiation_table.ended import after, own_first, result
from ..negotiation_table.faces import faces
from ..negotiation_table.sayings import Sayings
from ..negotiation_table.table_picture import log, look
from ..plane import with_sign
from .kept_talk import KeptTalk


class Stages:
    """A kept talk, looked at from the chair of the party in place `own` (from 0)."""

    def __init__(self, kept: KeptTalk, own: int, said: Words) -> None:
        """Work out what every stage shows; `said` are the words of the table and of its replay."""
        self.session, self._words = kept.session, said
        self._sayings = sayings = Sayings(kept.session.case, own, said)
        self._faces = _faces(kept, 1 - own)
        found = debrief(kept.session, kept.transcript.seats)
        self._ended = after(kept.session, found, [face for face in self._faces if face], sayings)
        self._steps = {step.message: step for step in found.steps}
        self._offered = list(offered(kept.session))
        told = log(kept.session, sayings, self._faces)
        self._log = [entry | {"says": says} for entry, says in zip(told, _says(kept, said), strict=True)]
        self._issues = issues_of(kept.session.case)

    @property
    def last(self) -> int:
        """How many messages were said."""
        return len(self.session.said)

    def picture(self, at: int) -> dict[str, Any]:
        """Return what is seen after the first `at` messages (from 1)."""
        sayings, over = self._sayings, at == self.last
        dance = [one for one in self._offered if one.message <= at]
        stage = self._words.say("stage", at=at, last=self.last, round=(at + 1) // 2)
        plane = {**self._ended["plane"], "paths": paths(dance, sayings), "summary": stage}
        return {
            "title": self.session.case.title,
            "name": sayings.name,
            "issues": self._issues,
            "last": self.last,
            "at": at,
            "stage": stage,
            "log": self._log[:at],
            "face": self._faces[at],
            "look": look(self._faces[at], sayings),
            "note": " ".join(self._notes(at)),
            "plane": plane if over else {**plane, "here": None},
            "over_time": over_time(self.session, dance, sayings),
            "dance": dance_table(dance, sayings),
            "findings": self._ended["findings"] if over else [],
        }

    def _notes(self, at: int) -> list[str]:
        """Return what is to be said of a message: the step that it is, how the other one then looks, and the end."""
        notes = [self._of_step(self._steps[at])] if at in self._steps else []
        if self._faces[at] != self._faces[at - 1]:
            notes.append(look(self._faces[at], self._sayings))
        if at == self.last:
            notes.append(result(self.session, self._sayings))
        return notes or [self._words.say("no_step")]

    def _of_step(self, step: TalkStep) -> str:
        """Return what a step was and came to, for both."""
        said, sayings = self._words, self._sayings
        you, them = own_first(step.payoffs, sayings)
        if step.kind is None:
            return said.say("first_offer", you=you, them=them, name=sayings.name)
        mine = step.side == sayings.own
        changes = (step.own, step.other) if mine else (step.other, step.own)
        more, theirs = map(with_sign, changes)
        kind = said.say("steps", step.kind)
        return said.say("next_offer", kind=kind, you=you, them=them, more=more, theirs=theirs, name=sayings.name)


def _faces(kept: KeptTalk, other: int) -> list[str]:
    """Return the faces of the one opposite, before the talk and after each message; of a person nobody kept any."""
    seat = kept.transcript.seats[other]
    if not seat.counterpart:
        return [""] * (len(kept.session.said) + 1)
    return faces(kept.session, meet(seat.counterpart, seat.seed, seat.language), other)


def _says(kept: KeptTalk, said: Words) -> list[list[str]]:
    """Return what each message says: a counterpart's words as they are, a person's with what its moves say."""
    session, seats = kept.session, kept.transcript.seats
    told = []
    for number, message in enumerate(session.said):
        place = session.speaker(number)
        people = Sayings(session.case, place, said)
        told.append([message.words] if seats[place].counterpart else people.message(message))
    return told
