"""What was said at live tables, in a database: whatever is in it was stored whole, and nothing of it ever changes."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Column,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    create_engine,
    event,
    insert,
    select,
)
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, NoSuchModuleError

from ..negotiation import NegotiationError
from ..negotiation.table import Message, Seat, Transcript, parse_transcript, transcript_json
from ..negotiation.table.fields import Fields
from ..negotiation.table.transcript_json import message_json, read_message, read_seat, seat_json

IN_TABLES = MetaData()
TALKS = Table(
    "talks",
    IN_TABLES,
    Column("id", Integer, primary_key=True),
    Column("name", Text, unique=True, nullable=False),
    Column("blank", Text, nullable=False),
)
MESSAGES = Table(
    "messages",
    IN_TABLES,
    Column("talk", ForeignKey("talks.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("said", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", String(40), nullable=False),
)
STAND_INS = Table(
    "stand_ins",
    IN_TABLES,
    Column("talk", ForeignKey("talks.id"), primary_key=True),
    Column("side", Integer, primary_key=True, autoincrement=False),
    Column("seat", Text, nullable=False),
    Column("at", String(40), nullable=False),
)
NOT_STORED = "what you said could not be stored, so it doesn't count yet; say it again in a moment."
OVERTAKEN = "somebody else at your table was faster; read what was said, then go on."


class OvertakenError(NegotiationError):
    """Something else was stored in that place before."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A talk as it is stored: its number in the database, and its transcript so far."""

    talk: int
    transcript: Transcript


class Store:
    """The database of all talks; each message is one transaction."""

    def __init__(self, url: str) -> None:
        """Open the database at a SQLAlchemy URL; raise NegotiationError, with one sentence, where that cannot be."""
        try:
            self._engine = create_engine(url, pool_pre_ping=True)
            if self._engine.dialect.name == "sqlite":
                event.listen(self._engine, "connect", _durable)
            IN_TABLES.create_all(self._engine)
        except (ArgumentError, NoSuchModuleError, ModuleNotFoundError, DBAPIError) as error:
            reason = str(error).partition("\n")[0]
            raise NegotiationError(f"the database of the tables cannot be opened: {reason}.") from None

    def opened(self, name: str, blank: Transcript) -> Kept:
        """Return a talk as it stands, begun as `blank` where there is none of this name."""
        with self._engine.begin() as connection:
            row = connection.execute(select(TALKS.c.id, TALKS.c.blank).where(TALKS.c.name == name)).one_or_none()
            if row is None:
                text = transcript_json(blank)
                done = connection.execute(insert(TALKS).values(name=name, blank=text).returning(TALKS.c.id))
                return Kept(done.scalar_one(), blank)
            said = connection.scalars(
                select(MESSAGES.c.said).where(MESSAGES.c.talk == row.id).order_by(MESSAGES.c.number)
            )
            taken = connection.execute(select(STAND_INS.c.side, STAND_INS.c.seat).where(STAND_INS.c.talk == row.id))
            return Kept(row.id, _whole(parse_transcript(row.blank), list(said), {one.side: one.seat for one in taken}))

    def add_message(self, talk: int, number: int, message: Message, by: str) -> None:
        """Store what was said as message `number` (from 0); once this returns, no crash loses it.

        Raises OvertakenError where another message has that number, and NegotiationError where nothing could be stored.
        """
        self._add(MESSAGES, talk=talk, number=number, said=_text(message_json(message)), by=by)

    def add_stand_in(self, talk: int, side: int, seat: Seat) -> None:
        """Store that a counterpart took a seat, in the same manner."""
        self._add(STAND_INS, talk=talk, side=side, seat=_text(seat_json(seat)))

    def close(self) -> None:
        """Close the database."""
        self._engine.dispose()

    def _add(self, into: Table, **values: Any) -> None:
        try:
            with self._engine.begin() as connection:
                connection.execute(insert(into).values(at=datetime.now(UTC).isoformat(), **values))
        except IntegrityError:
            raise OvertakenError(OVERTAKEN) from None
        except DBAPIError:
            raise NegotiationError(NOT_STORED) from None


def _whole(blank: Transcript, said: Sequence[str], stand_ins: Mapping[int, str]) -> Transcript:
    """Return the transcript of a talk: as it began, with who took a seat and what was said."""
    first, second = (
        read_seat(Fields(json.loads(stand_ins[side]), f"seat {side + 1}")) if side in stand_ins else seat
        for side, seat in enumerate(blank.seats)
    )
    messages = (read_message(Fields(json.loads(one), f"message {n}")) for n, one in enumerate(said, 1))
    return replace(blank, seats=(first, second), said=tuple(messages))


def _text(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False)


def _durable(connection: Any, _: Any) -> None:
    """Let SQLite wait until what it stored is on the disk, and let others read meanwhile."""
    for line in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=10000", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {line}")
