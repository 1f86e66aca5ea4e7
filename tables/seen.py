"""What one side sees of a live talk. The other side's points are nowhere near: the case is emptied of them first."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ..figures.felt_treatment import BEST, WORST
from ..negotiation import Case, Party
from ..negotiation.table import Ending, Message, Session
from ..widgets.choosing import issues_of
from ..widgets.negotiation_table.composing import preview
from ..widgets.negotiation_table.learnt import learnt
from ..widgets.negotiation_table.negotiation_table import MOST_LETTERS, SAID_BY_PYTHON
from ..widgets.negotiation_table.sayings import Sayings, last_package
from ..widgets.negotiation_table.table_picture import learnt_row
from .live_talk import LiveTalk
from .records import LONGEST_MEMO
from .said import said_in

State = dict[str, Any]
"""What the browser knows, by name, as JSON."""


def known_to(case: Case, side: int) -> Case:
    """Return a case as the party in this place (from 0) knows it: of the other, its name and its public role."""
    other = case.parties[1 - side]
    nothing = tuple((0,) * len(issue.options) for issue in case.issues)
    emptied = Party(other.name, other.role, brief="", batna="", reservation_value=0, points=nothing)
    parties = (case.parties[0], emptied) if side == 0 else (emptied, case.parties[1])
    return replace(case, parties=parties)


class Seen:
    """A talk from one side's place."""

    def __init__(self, talk: LiveTalk, side: int) -> None:
        """Look at it from the place `side` (from 0)."""
        self._talk, self._side = talk, side
        self._case = known_to(talk.table.case, side)
        self._sayings = Sayings(self._case, side, said_in(self._case.language))

    @property
    def sayings(self) -> Sayings:
        """The side's words, from its own case."""
        return self._sayings

    @property
    def case(self) -> Case:
        """The case as this side knows it."""
        return self._case

    @property
    def _session(self) -> Session:
        return replace(self._talk.session, case=self._case)

    def setting(self) -> State:
        """Return what stays the same: the words, the issues, what they are worth to this side, who sits opposite."""
        own, other = self._case.parties[self._side], self._case.parties[1 - self._side]
        said, name = self._sayings.words, self._sayings.name
        begins = self._session.first == self._side
        first = said.say("nothing_said" if begins else "nothing_said_other", name=name)
        person = {"name": name, "role": other.role, "batna": own.batna, "floor": own.reservation_value}
        return {
            "words": {**said.without(*SAID_BY_PYTHON), "nothing_said": first},
            "issues": issues_of(self._case),
            "worth": [list(row) for row in own.points],
            "person": person,
            "longest": MOST_LETTERS,
            "form": {"ratings": [*range(WORST, BEST + 1)], "longest": LONGEST_MEMO},
        }

    def picture(self) -> State:
        """Return the talk as it stands."""
        session, sayings = self._session, self._sayings
        view, over = session.view(self._side), session.ending is not None
        yours = not over and session.turn == self._side
        last = last_package(view.messages(self._side))
        best = [row.index(max(row)) for row in view.party.points]
        return {
            "log": self._log(session),
            "open": [sayings.package(package) for package in view.open_packages] if yours else [],
            "learnt": [learnt_row(at, known, sayings) for at, known in enumerate(learnt(view))],
            "start": list(last or best),
            "planned": [],
            "count": len(session.said),
            "yours": yours,
            "taken": bool(self._talk.seats[self._side].counterpart),
            "ended": over,
            "summary": self._result(session) if over else self._whose_turn(session),
        }

    def preview(self, draft: Mapping[str, Any], typed: str) -> State:
        """Return what a draft comes to, and why it cannot be said now, "" where it can."""
        session, said = self._session, self._sayings.words
        person = not self._talk.seats[1 - self._side].counterpart
        found = preview(draft, typed, session, self._sayings, words_alone=person)
        if not session.ending and session.turn != self._side:
            found["reason"] = said.say("not_your_turn", name=self._sayings.name)
        return found

    def _log(self, session: Session) -> list[State]:
        return [self._line(session, number, message) for number, message in enumerate(session.said)]

    def _line(self, session: Session, number: int, message: Message) -> State:
        """Return a message as the conversation shows it; a counterpart's words say its moves already."""
        sayings, speaker = self._sayings, session.speaker(number)
        seat = self._talk.seats[speaker]
        spoken = bool(seat.counterpart) and number >= seat.since
        says = [message.words] if spoken and message.words else sayings.message(message)
        if spoken and number - seat.since < len(session.case.parties) and len(self._talk.table.group) > 1:
            name = sayings.name if speaker != self._side else session.case.parties[self._side].name
            says = [sayings.words.say("stepped_in", name=name), *says]
        before = last_package(session.said[number % 2 : number : 2])
        return {
            "own": speaker == self._side,
            "says": says,
            "offers": sayings.offers(message, before),
            "face": "",
            "look": "",
        }

    def _whose_turn(self, session: Session) -> str:
        said, name = self._sayings.words, self._sayings.name
        if session.turn != self._side:
            return said.say("their_turn", name=name)
        turns = session.view(self._side).turns_left
        return said.say("your_last_turn") if turns == 1 else said.say("your_turn_now", turns=turns)

    def _result(self, session: Session) -> str:
        said, party = self._sayings.words, session.case.parties[self._side]
        floor = party.reservation_value
        if session.agreement is not None:
            return said.say("agreed", points=party.payoff(session.agreement), floor=floor)
        left = session.speaker(len(session.said) - 1) == self._side
        late = session.ending is Ending.OUT_OF_TIME
        key = "time_over" if late else "you_left" if left else "they_left"
        return said.say(key, name=self._sayings.name, floor=floor)
