"""The hall: all live tables, who is connected at each, and who is told what."""

import asyncio
import time
from collections.abc import Callable, Coroutine, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from ..negotiation import NegotiationError
from ..negotiation.table import Message
from .guest import ELSEWHERE, Draft, Guest
from .live_talk import LiveTalk
from .records import Records
from .seating import Chair, Table
from .seen import Seen, State

SECONDS = 60  # in a minute
NOT_WRITTEN = "your form could not be written just now; hand it in again in a moment, or tell your instructor."


class Hall:
    """All tables; after `wait` minutes whoever waits for the other side may let a counterpart step in."""

    def __init__(
        self,
        talks: Iterable[LiveTalk],
        wait: float,
        complain: Callable[[str], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Open the hall; `complain` is told what could not be written, for the instructor."""
        self.talks = {talk.table: talk for talk in talks}
        self.wait = wait
        self.records = Records()
        self._complain, self._clock, self._opened = complain, clock, clock()
        self._seen = {(table, side): Seen(talk, side) for table, talk in self.talks.items() for side in (0, 1)}
        self._guests: dict[Table, dict[Chair, Guest]] = {table: {} for table in self.talks}
        self._drafts: dict[Chair, Draft] = {}
        self._changed: dict[tuple[Table, int], float] = {}
        self._doing: set[asyncio.Future[None]] = set()
        self._teller, self._clerk = ThreadPoolExecutor(1), ThreadPoolExecutor(1)
        self.records.look_up(list(self.talks))

    def draft_of(self, chair: Chair) -> Draft:
        """Return what a student was about to say, also before they were cut off."""
        return self._drafts.setdefault(chair, Draft())

    def seen(self, chair: Chair) -> Seen:
        """Return the talk as it is seen from a chair."""
        return self._seen[chair.table, chair.side]

    async def welcome(self, guest: Guest) -> None:
        """Seat a guest, show them everything, and tell the others; another window of theirs is closed."""
        chair, here = guest.chair, self._guests[guest.chair.table]
        if not self._sides(chair.table)[chair.side]:
            self._changed[chair.table, chair.side] = self._clock()
        before, here[chair] = here.get(chair), guest
        if before:
            self._soon(before.close(ELSEWHERE))
        self._tell(chair.table, but=guest)
        await guest.tell(lambda: self.seen(chair).setting() | self.with_draft(guest))

    def farewell(self, guest: Guest) -> None:
        """Note that a guest is gone, and tell the others soon, whatever ended the guest's connection."""
        chair, here = guest.chair, self._guests[guest.chair.table]
        if here.get(chair) is guest:
            del here[chair]
            if not self._sides(chair.table)[chair.side]:
                self._changed[chair.table, chair.side] = self._clock()
            self._tell(chair.table)

    async def say(self, guest: Guest, number: int, message: Message, at: int) -> None:
        """Let a guest say something after `at` messages; raise NegotiationError where nothing was said."""
        chair = guest.chair
        await self._stored(self.talks[chair.table].say, chair.side, message, at, chair.student)
        guest.draft.draft, guest.draft.typed = Draft().draft, ""
        await self._tell_all(guest, number)

    async def let_stand_in(self, guest: Guest, number: int) -> None:
        """Let a counterpart take the seat opposite a guest; raise NegotiationError where that cannot be."""
        await self._stored(self.talks[guest.chair.table].let_stand_in, 1 - guest.chair.side)
        await self._tell_all(guest, number)

    async def hand_in(self, chair: Chair, *form: Any) -> None:
        """Write down how it was for a side; raise NegotiationError where that cannot be."""
        try:
            await asyncio.get_running_loop().run_in_executor(self._clerk, self.records.hand_in, chair, *form)
        except OSError as problem:  # a spreadsheet program may hold the file, or the disk is full
            self._complain(f"{_where(chair.table)}: the form of {chair.student} could not be written: {problem}")
            raise NegotiationError(NOT_WRITTEN) from None
        self._tell(chair.table)

    def may_step_in(self, chair: Chair) -> float:
        """Return in how many seconds somebody in this chair may let a counterpart take the other seat; -1 for never."""
        talk, other = self.talks[chair.table], 1 - chair.side
        if talk.session.ending or any(seat.counterpart for seat in talk.seats) or self._sides(chair.table)[other]:
            return -1
        since = max(self._changed.get((chair.table, side), self._opened) for side in (0, 1))
        return max(0.0, self.wait * SECONDS - (self._clock() - since))

    def state(self, guest: Guest) -> State:
        """Return what changes from one moment to the next, as a guest sees it."""
        chair, draft, seen = guest.chair, guest.draft, self.seen(guest.chair)
        over = bool(self.talks[chair.table].session.ending)
        return {
            "picture": seen.picture(),
            "preview": seen.preview(draft.draft, draft.typed),
            "presence": "" if over else self._presence(chair),
            "waits": self.may_step_in(chair),
            "handed_in": self.records.has_form(chair),
            "problem": "",
        }

    def with_draft(self, guest: Guest) -> State:
        """Return the same with what the guest is about to say, which their page holds itself while they write."""
        return self.state(guest) | {"draft": guest.draft.draft, "typed": guest.draft.typed}

    def keep_all(self) -> None:
        """Write the records of every talk in which something was said."""
        for talk in self.talks.values():
            if talk.session.said:
                self._write(talk)

    def close(self) -> None:
        """Wait for what is being written, and write the records."""
        self._teller.shutdown()
        self._clerk.shutdown()
        self.keep_all()

    async def _stored(self, act: Callable[..., None], *arguments: Any) -> None:
        """Let a talk change, in the one thread that does so."""
        await asyncio.get_running_loop().run_in_executor(self._teller, act, *arguments)

    async def _tell_all(self, guest: Guest, number: int) -> None:
        """Answer a guest, tell the others, and write the records of a talk that is over."""
        table, loop = guest.chair.table, asyncio.get_running_loop()
        await guest.tell(lambda: self.with_draft(guest), number)
        self._tell(table, but=guest)
        if self.talks[table].session.ending:
            await loop.run_in_executor(self._clerk, self._write, self.talks[table])

    def _write(self, talk: LiveTalk) -> None:
        try:
            self.records.write(talk)
        except (NegotiationError, OSError) as problem:
            self._complain(f"{_where(talk.table)}: {problem}")

    def _tell(self, table: Table, but: Guest | None = None) -> None:
        """Tell everybody at a table how things stand; who is slow to hear keeps nobody waiting."""
        for guest in self._guests[table].values():
            if guest is not but:
                self._soon(guest.tell(lambda guest=guest: self.state(guest)))  # type: ignore[misc]

    def _soon(self, doing: Coroutine[Any, Any, None]) -> None:
        """Do something beside all else, whatever becomes of the connection that asked for it."""
        task = asyncio.ensure_future(doing)
        self._doing.add(task)
        task.add_done_callback(self._doing.discard)

    def _sides(self, table: Table) -> tuple[bool, bool]:
        """Return of each side whether anybody is connected."""
        sides = {chair.side for chair in self._guests[table]}
        return 0 in sides, 1 in sides

    def _presence(self, chair: Chair) -> str:
        """Say in a sentence or two who is there."""
        said, name = self.seen(chair).sayings.words, self.seen(chair).sayings.name
        seats, two = self.talks[chair.table].seats, len(chair.table.group) > 2 and chair.side == 1  # noqa: PLR2004
        if seats[chair.side].counterpart:
            return said.say("seat_taken")
        if seats[1 - chair.side].counterpart:
            return said.say("counterpart_here", name=name)
        if self._sides(chair.table)[1 - chair.side]:
            sentences = [said.say("here", name=name)]
        else:
            sentences = [said.say("away", name=name), said.say("wait", minutes=f"{self.wait:g}")]
        return " ".join([*sentences, *([said.say("third")] if two else [])])


def _where(table: Table) -> str:
    return f"table {table.number} of {table.folder.name}"
